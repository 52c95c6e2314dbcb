import { IconArrowsDiff, IconFolderOpen, IconTable, IconTableDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { Layers } from './layers.tsx'
import { ProfilesPanel } from './profiles-panel.tsx'
import { ParcelReminder } from './parcel-reminder.tsx'
import { useChooseFiles } from './use-choose-files.ts'
import { useSaveTemplate } from './use-save-template.ts'

const ImportList = (): ReactNode => {
  const list = useCoreQuery('imports', 'list', {})
  if (list.error !== null) {
    return (
      <InlineAlert tone="bad" title="The imports could not be listed" spoken>
        {list.error.message}
      </InlineAlert>
    )
  }
  if (list.data === undefined) return <SkeletonPanel lines={4} label="Loading the imports" />
  if (list.data.length > 0) return <Layers batches={list.data} />
  return (
    <Panel>
      <EmptyState
        title="Nothing has been brought in yet"
        steps={[
          'Run your cancer register search and export its patient report as CSV',
          'Drop the file above, or press N',
          'See who is new, changed, the same or rejected, then decide',
        ]}
      >
        An import adds people and what happened to them. It never removes anybody, and the whole of it can be undone,
        even months later.
      </EmptyState>
    </Panel>
  )
}

/** Bring in a file, and every file brought in so far. */
export const ImportsPage = (): ReactNode => {
  usePageTitle('imports')
  useBreadcrumbs([{ label: 'Imports' }])
  const reading = useChooseFiles()
  const template = useSaveTemplate()
  useCommands([
    {
      id: 'imports.choose',
      title: 'Bring in a file',
      group: 'On this page',
      keys: ['N'],
      run: () => (reading.running ? false : void reading.choose()),
    },
  ])
  return (
    <Page>
      <PageHeader
        title="Imports"
        actions={
          <>
            <Link href="/imports/figures" asChild>
              <ButtonLink icon={IconTable}>Practice figures</ButtonLink>
            </Link>
            <Link href="/imports/reconcile" asChild>
              <ButtonLink icon={IconArrowsDiff}>Reconcile a list</ButtonLink>
            </Link>
            <Button icon={IconTableDown} busy={template.running} onClick={() => void template.save()}>
              Save an empty list
            </Button>
          </>
        }
      >
        Lists from your practice system, the hospital or a spreadsheet, compared with the register before anything
        changes.
      </PageHeader>
      {template.trouble !== null && (
        <InlineAlert tone="bad" title="The empty list was not saved" spoken>
          {template.trouble}
        </InlineAlert>
      )}
      <ParcelReminder />
      <DropZone
        label="Bring in a file"
        running={reading.running}
        progress={reading.progress}
        trouble={reading.trouble}
        onChoose={() => void reading.choose()}
        onDrop={(files) => void reading.drop(files)}
        onStop={() => reading.stop()}
        several={
          <Button icon={IconFolderOpen} onClick={() => void reading.chooseFolder()}>
            Choose a folder
          </Button>
        }
      >
        EMIS patient reports, SystmOne reports, hospital lists and other tables with headings, as CSV or as a workbook
        (Excel, OpenDocument), up to 200 MB, or several of them in a zip file or a folder. You see every change before
        anything is saved.
      </DropZone>
      <ImportList />
      <ProfilesPanel />
    </Page>
  )
}
