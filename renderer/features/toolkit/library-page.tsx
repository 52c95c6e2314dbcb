import { IconDots, IconFileImport, IconPlus, IconSchool, IconTemplate } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button, ButtonLink, IconButton } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { TemplateLine, ToolkitLibrary } from '#shared/features/toolkit/schema.ts'
import { AboutDrawer } from './about-drawer.tsx'
import { useDocumentAhead } from './document-pages.ts'
import { type LibraryCard, librarySections } from './library-cards.ts'
import { LibraryFilter } from './library-filter.tsx'
import { LibraryGrid } from './library-grid.tsx'
import { NewDocumentDialog } from './new-document-dialog.tsx'
import { PreviewDrawer } from './preview-drawer.tsx'
import { documentPath, LIBRARY_ADDRESS } from './toolkit-address.ts'
import { useImportDocument } from './use-import-document.ts'
import classes from './library.module.css'

type Making = { readonly template: TemplateLine | null }

const NO_LIBRARY: ToolkitLibrary = { templates: [], documents: [], learningSuggested: 0 }

/** `/toolkit`: every document of the Working Brief by topic, and how each stands. */
export const LibraryPage = (): ReactNode => {
  usePageTitle('toolkit')
  useDocumentAhead()
  useBreadcrumbs([{ label: 'Toolkit' }])
  const [address, change] = useUrlState(LIBRARY_ADDRESS)
  const [, goTo] = usePath()
  const mayWrite = useMay('documents.write')
  const library = useCoreQuery('toolkit', 'library', {})
  const [reading, setReading] = useState<TemplateLine | null>(null)
  const [making, setMaking] = useState<Making | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const bringing = useImportDocument()
  const box = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const sections = librarySections(library.data ?? NO_LIBRARY, address.find, address.show)
  const shown = sections.reduce((sum, { cards }) => sum + cards.length, 0)
  const about =
    address.about === ''
      ? undefined
      : librarySections(library.data ?? NO_LIBRARY, '')
          .flatMap(({ cards }) => cards)
          .find(({ id }) => id === address.about)
  const setAbout = (card: LibraryCard | null): void => change({ about: card?.id ?? '' }, { replace: true })
  const goToCards = (): void => area.current?.querySelector<HTMLElement>('[data-card][tabindex="0"]')?.focus()
  const open = (card: LibraryCard): void => {
    const [only, more] = card.documents
    if (only !== undefined && more === undefined) goTo(documentPath(only.id))
    else setAbout(card)
  }
  const begin = (): void => setMaking({ template: null })
  useCommands([
    {
      id: 'toolkit.find',
      title: 'Find a document',
      group: 'On this page',
      keys: ['/', 'F'],
      run: () => box.current?.focus(),
    },
    ...(mayWrite
      ? [
          {
            id: 'toolkit.new',
            title: 'New document from blank',
            group: 'On this page' as const,
            keys: ['N'],
            icon: IconPlus,
            run: begin,
          },
          {
            id: 'toolkit.bring-in',
            title: 'Bring in a Word or Markdown document',
            group: 'On this page' as const,
            icon: IconFileImport,
            run: () => void bringing.choose(),
          },
        ]
      : []),
    {
      id: 'toolkit.templates',
      title: 'Own templates',
      group: 'On this page',
      icon: IconTemplate,
      run: () => goTo('/toolkit/templates'),
    },
  ])
  return (
    <div className={classes.page}>
      <PageHeader
        title="Toolkit"
        actions={
          <div className={classes.tools}>
            <SearchField
              label="Find a document"
              placeholder="Find a document"
              keys="/"
              inputRef={box}
              value={address.find}
              onChange={(find) => change({ find }, { replace: true })}
              onArrowDown={goToCards}
            />
            {mayWrite && (
              <Button icon={IconPlus} keys="N" onClick={begin}>
                New from blank
              </Button>
            )}
            <Menu
              anchor={<IconButton icon={IconDots} label="More for the toolkit" />}
              items={[
                { label: 'Own templates', icon: IconTemplate, onChoose: () => goTo('/toolkit/templates') },
                { label: 'Learning and peers', icon: IconSchool, onChoose: () => goTo('/development') },
                ...(mayWrite
                  ? [
                      {
                        label: 'Bring in a document',
                        icon: IconFileImport,
                        onChoose: () => void bringing.choose(),
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        }
      >
        Working Brief documents. Facts come from your register and plan, and stay up to date.
      </PageHeader>
      {(failure ?? bringing.trouble ?? library.error) !== null && (
        <InlineAlert
          tone="bad"
          spoken
          title="That could not be done"
          actions={library.error !== null && <Button onClick={() => void library.refetch()}>Try again</Button>}
        >
          {failure ?? bringing.trouble ?? library.error?.message}
        </InlineAlert>
      )}
      {bringing.running && <SkeletonPanel label="Reading the document" lines={2} />}
      {bringing.made !== null && (
        <InlineAlert
          tone="ok"
          spoken
          title={`“${bringing.made.title}” is in the toolkit`}
          actions={
            <Link href={documentPath(bringing.made.id)} asChild>
              <ButtonLink>Open it</ButtonLink>
            </Link>
          }
        >
          {bringing.made.notes.join(' ')}
        </InlineAlert>
      )}
      {library.data === undefined && library.error === null && <SkeletonPanel label="Loading the toolkit" lines={8} />}
      {library.data !== undefined && (
        <LibraryFilter
          library={library.data}
          show={address.show}
          shown={shown}
          onShow={(show) => change({ show })}
          onAll={() => change({ find: '', show: 'all' })}
        />
      )}
      <LibraryGrid sections={sections} area={area} onOpen={open} onAbout={setAbout} />
      {about !== undefined && reading === null && (
        <AboutDrawer
          card={about}
          onRead={() => setReading(about.template)}
          onBegin={
            mayWrite
              ? () => {
                  setMaking({ template: about.template })
                  setAbout(null)
                }
              : null
          }
          onClose={() => setAbout(null)}
        />
      )}
      {reading !== null && <PreviewDrawer template={reading} onClose={() => setReading(null)} />}
      {making !== null && (
        <NewDocumentDialog
          template={making.template}
          onMade={(id) => goTo(documentPath(id))}
          onClose={() => setMaking(null)}
          onFailedUndo={setFailure}
        />
      )}
    </div>
  )
}
