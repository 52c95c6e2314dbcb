import { type ReactNode, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { SINCE_GROUPS, type SinceFigure, type SinceGroup } from '#shared/features/reports/public.ts'
import { FigureButton } from './figure-button.tsx'
import classes from './library.module.css'
import { type AskedSince, SincePeopleDrawer } from './since-people-drawer.tsx'
import { movedText, reportText, sentText, SINCE_WORDS, sinceSentence, todayText } from './since-words.ts'

const TITLE = 'Since the last report that was sent'

const Sent = ({ figure }: { readonly figure: SinceFigure }): ReactNode => {
  const { main, sub } = sentText(figure)
  return (
    <span className={classes.cell}>
      <span>{main}</span>
      {sub !== null && <small>{sub}</small>}
    </span>
  )
}

const Today = ({ figure }: { readonly figure: SinceFigure }): ReactNode => {
  const moved = movedText(figure)
  return (
    <span className={classes.cell}>
      <span>{todayText(figure)}</span>
      {moved !== null && <small>{moved}</small>}
    </span>
  )
}

const columnsOf = (onOpen: (figure: SinceFigure, group: SinceGroup, count: number) => void) => [
  { id: 'figure', header: 'Figure', rowHeader: true, cell: ({ label }: SinceFigure) => label },
  { id: 'sent', header: 'As it was sent', cell: (figure: SinceFigure) => <Sent figure={figure} /> },
  { id: 'today', header: 'Today', cell: (figure: SinceFigure) => <Today figure={figure} /> },
  ...SINCE_GROUPS.map((group) => ({
    id: group,
    header: SINCE_WORDS[group],
    cell: (figure: SinceFigure) => {
      if (figure.today.state !== 'compared') return null
      const { people } = figure.today
      return (
        <FigureButton
          count={people[group]}
          label={`${figure.label}, ${SINCE_WORDS[group].toLowerCase()}`}
          onOpen={() => onOpen(figure, group, people[group])}
        />
      )
    },
  })),
]

const NOTE =
  'For the period of the report, by its own rules: whoever asked to be left out of sharing is in none of it, so it may differ from the figure above. Changed are people counted then and now of whom something was written that a report looks at.'

const Compared = ({ code }: { readonly code: string }): ReactNode => {
  const [asked, setAsked] = useState<AskedSince | null>(null)
  const { data, error } = useCoreQuery('measures', 'sinceSent', { code }, { keepPrevious: true })
  if (error !== null) {
    return (
      <InlineAlert tone="bad" title="This could not be worked out" spoken>
        {error.message}
      </InlineAlert>
    )
  }
  if (data === undefined) return <SkeletonPanel lines={3} label="Looking at what changed since" />
  const { report, figures } = data
  if (report === null)
    return (
      <p className={classes.guidance}>
        No report of this practice has been sent yet, so there is nothing to compare with.
      </p>
    )
  if (figures.length === 0)
    return (
      <p className={classes.guidance}>{`Reports do not hold this measure. The last one: ${reportText(report)}.`}</p>
    )
  return (
    <>
      <p className={classes.guidance}>{sinceSentence(report, figures)}</p>
      <PlainTable
        caption={TITLE}
        columns={columnsOf(({ id, label }, group, count) =>
          setAsked({ code, reportId: report.id, figure: id, label, group, count }),
        )}
        rows={figures}
        rowId={({ id }) => id}
      />
      <p className={classes.guidance}>{NOTE}</p>
      {asked !== null && <SincePeopleDrawer asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** What changed of a measure since the newest report was sent, with the people who came in, went out or changed. */
export const SinceSentPanel = ({ code }: { readonly code: string }): ReactNode => {
  const mayAsk = useMay('reports.build')
  if (!mayAsk) return null
  return (
    <Panel title={TITLE}>
      <div className={classes.since}>
        <Compared code={code} />
      </div>
    </Panel>
  )
}
