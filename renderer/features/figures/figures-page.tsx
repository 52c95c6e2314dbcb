import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { FIGURE_KINDS } from '#shared/features/figures/kinds.ts'
import { FigureSets } from './figure-sets.tsx'
import { useReadFigures } from './use-read-figures.ts'

const BringIn = (): ReactNode => {
  const { running, progress, trouble, choose, drop, stop } = useReadFigures()
  useCommands([
    {
      id: 'figures.choose',
      title: 'Bring in figures',
      group: 'On this page',
      keys: ['N'],
      run: () => (running ? false : void choose()),
    },
  ])
  return (
    <DropZone
      label="Bring in figures"
      running={running}
      progress={progress}
      trouble={trouble}
      onChoose={() => void choose()}
      onDrop={([file]) => file !== undefined && void drop(file)}
      onStop={stop}
    >
      EMIS search counts, list sizes, screening uptake, referral rates, deprivation look-ups and organisation codes, as
      CSV or as a workbook (Excel, OpenDocument), up to 200 MB. A file with people in it is refused.
    </DropZone>
  )
}

const SetList = (): ReactNode => {
  const list = useCoreQuery('figures', 'list', {})
  if (list.error !== null) {
    return (
      <InlineAlert tone="bad" title="The figures could not be listed" spoken>
        {list.error.message}
      </InlineAlert>
    )
  }
  const sets = list.data
  if (sets === undefined) return <SkeletonPanel lines={4} label="Loading the figures" />
  if (sets.length > 0) {
    return FIGURE_KINDS.map((kind) => (
      <FigureSets key={kind.code} kind={kind} sets={sets.filter((set) => set.kind === kind.code)} />
    ))
  }
  return (
    <Panel>
      <EmptyState
        title="No practice figures yet"
        steps={[
          'Run a search for your practices in EMIS Web and export its counts, or download a table',
          'Drop the file above, or press N',
          'Say where the figures come from and which day they hold for, look at what was found, and save',
        ]}
      >
        Each table keeps its source, its edition and its day. A newer one takes its place; the older one stays.
      </EmptyState>
    </Panel>
  )
}

/** Bring in a table of figures, and every table that is here, by kind. */
export const FiguresPage = (): ReactNode => {
  usePageTitle('figures')
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: 'Practice figures' }])
  const mayBringIn = useMay('imports.run')
  return (
    <Page>
      <PageHeader title="Practice figures">
        Counts and look-ups about practices and places, never about people. Each has its source and its day.
      </PageHeader>
      {mayBringIn && <BringIn />}
      <SetList />
    </Page>
  )
}
