import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { yearEnd, yearLabel, yearOf } from '#shared/features/measures/financial-year.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import type { ProspectRow, WhatIf } from '#shared/features/measures/schema.ts'
import type { Outlook } from '#shared/features/measures/what-if.ts'
import { FigureButton } from './figure-button.tsx'
import type { ChangeMeasures, MeasureAddress } from './measure-address.ts'
import { entriesWords } from './measure-words.ts'
import classes from './measures.module.css'
import { personColumn, whyColumn } from './people-columns.tsx'

const OUTLOOK_WORDS: Readonly<Record<Outlook, string>> = {
  open: 'Can still be done',
  late: 'Too late',
  exempt: 'Adjusted',
  counts: 'Counts',
  excluded: 'Excluded',
  undecided: 'Undecided',
}

const SHOWN: readonly Outlook[] = ['counts', 'open', 'late', 'exempt', 'excluded', 'undecided']

type Line = WhatIf['indicators'][number]

const daysWords = (days: number): string => {
  if (days === 0) return 'Last day'
  const count = Math.abs(days)
  const words = `${count.toLocaleString('en-GB')} ${count === 1 ? 'day' : 'days'}`
  return days > 0 ? `${words} left` : `${words} too late`
}

const markOf = ({ outlook, daysLeft }: ProspectRow) => {
  if (daysLeft === null)
    return { kind: outlook === 'counts' ? ('done' as const) : ('info' as const), words: OUTLOOK_WORDS[outlook] }
  return {
    kind: daysLeft < 0 ? ('off-track' as const) : daysLeft <= 28 ? ('at-risk' as const) : ('due' as const),
    words: daysWords(daysLeft),
  }
}

const columns: readonly DataTableColumn<ProspectRow>[] = [
  personColumn,
  {
    id: 'indicator',
    header: 'Indicator',
    width: 230,
    grow: 2,
    cell: ({ label, code, exemptFrom }: ProspectRow) => (
      <CellLines
        main={label}
        sub={exemptFrom.length === 0 ? code : `${code}. Exempt from ${exemptFrom.join(', ')}, but not from this`}
      />
    ),
  },
  {
    id: 'last',
    header: 'Last day',
    width: 140,
    cell: (row: ProspectRow) => {
      const { kind, words } = markOf(row)
      return (
        <CellLines
          main={<StatusMark kind={kind}>{words}</StatusMark>}
          sub={row.lastDay === null ? undefined : formatIsoDate(row.lastDay)}
        />
      )
    },
  },
  whyColumn(280),
]

type PanelProps = {
  readonly address: MeasureAddress
  readonly change: ChangeMeasures
  readonly readings: Readings
}

/** Where the slider begins and ends: from the start of this financial year to the end of the next. */
const reach = (): { readonly first: number; readonly last: number } => {
  const year = yearOf(dayNow())
  return { first: dayNumber(yearEnd(year - 1)) + 1, last: dayNumber(yearEnd(year + 1)) }
}

/** The day of an address; today where it has none that the slider can reach. */
const dayOf = ({ date }: MeasureAddress): IsoDate => {
  const { first, last } = reach()
  return date === null || dayNumber(date) < first || dayNumber(date) > last ? dayNow() : date
}

const DaySlider = ({ day, change }: { readonly day: IsoDate; readonly change: ChangeMeasures }): ReactNode => {
  const today = dayNow()
  const year = yearOf(today)
  const { first, last } = reach()
  const go = (date: IsoDate): void => change({ date: date === today ? null : date }, { replace: true })
  return (
    <div className={classes.slider}>
      <label htmlFor="what-if-day">
        What if today were <b>{formatIsoDate(day)}</b>?
      </label>
      <input
        id="what-if-day"
        type="range"
        min={first}
        max={last}
        value={dayNumber(day)}
        aria-valuetext={formatIsoDate(day)}
        onChange={(event) => go(isoFromDayNumber(Number(event.currentTarget.value)))}
      />
      <div className={classes.ends}>
        <span>{formatIsoDate(isoFromDayNumber(first))}</span>
        <span className={classes.jumps}>
          <Button size="small" onClick={() => go(today)}>
            Today
          </Button>
          <Button size="small" onClick={() => go(yearEnd(year))}>{`Year end ${yearLabel(year)}`}</Button>
        </span>
        <span>{formatIsoDate(isoFromDayNumber(last))}</span>
      </div>
    </div>
  )
}

type OpenList = (line: Line, outlook: Outlook, hidden: boolean) => void

const summaryColumns = (open: OpenList) => [
  {
    id: 'label',
    header: 'Indicator',
    width: '13rem',
    rowHeader: true,
    cell: ({ label, code }: Line) => `${label} (${code})`,
  },
  ...SHOWN.map((outlook) => ({
    id: outlook,
    header: OUTLOOK_WORDS[outlook],
    align: 'end' as const,
    cell: (line: Line) => (
      <FigureButton
        count={line.counts[outlook] ?? 0}
        label={`${line.label}, ${OUTLOOK_WORDS[outlook].toLowerCase()}`}
        onOpen={() => open(line, outlook, false)}
      />
    ),
  })),
  {
    id: 'hidden',
    header: 'Fails, exempt elsewhere',
    align: 'end' as const,
    cell: (line: Line) => (
      <FigureButton
        count={line.hidden}
        label={`${line.label}, fails here and is exempt elsewhere`}
        onOpen={() => open(line, 'open', true)}
      />
    ),
  },
]

const Summary = ({ answer, change }: { readonly answer: WhatIf; readonly change: ChangeMeasures }): ReactNode => (
  <PlainTable
    caption={`How ${answer.yearLabel} would end`}
    rows={answer.indicators}
    rowId={({ code }) => code}
    columns={summaryColumns((line, outlook, hidden) => change({ code: line.code, outlook, hidden }))}
  />
)

const worklistTitle = (address: MeasureAddress, answer: WhatIf): string => {
  const of = answer.indicators.find(({ code }) => code === address.code)?.label ?? 'All indicators'
  return `${address.hidden ? 'Fails, exempt elsewhere' : OUTLOOK_WORDS[address.outlook]}: ${of}`
}

const Worklist = ({ address, change, readings, answer }: PanelProps & { readonly answer: WhatIf }): ReactNode => {
  const [, goTo] = usePath()
  const code = answer.indicators.some((line) => line.code === address.code) ? address.code : null
  const rows = useRowPages<ProspectRow>((offset, limit) => {
    const input = {
      date: answer.date,
      readings,
      code,
      outlook: address.outlook,
      hiddenOnly: address.hidden,
      offset,
      limit,
    }
    return { queryKey: ['measures', 'whatIf', input], queryFn: ({ signal }) => core.measures.whatIf(input, { signal }) }
  })
  const isNarrowed = code !== null || address.hidden || address.outlook !== 'open'
  return (
    <Panel
      title={worklistTitle(address, answer)}
      aside={rows.total === undefined ? undefined : `${entriesWords(rows.total)}, least time left first`}
      padding="flush"
      actions={
        isNarrowed && (
          <Button size="small" onClick={() => change({ code: '', outlook: 'open', hidden: false })}>
            Show all that can still be done
          </Button>
        )
      }
    >
      <div className={classes.worklist}>
        <DataTable
          label="Worklist"
          columns={columns}
          rows={rows}
          rowId={(row) => `${row.code} ${row.person.id}`}
          onOpen={({ person }) => goTo(`/people/${person.id}/reviews`)}
          empty={<EmptyState title="Nobody">Choose another figure above, or another day.</EmptyState>}
        />
      </div>
    </Panel>
  )
}

/** How the year would end if nothing more happened after a day, and who could still be put right. */
export const WhatIfPanel = ({ address, change, readings }: PanelProps): ReactNode => {
  const day = dayOf(address)
  const asked = useCoreQuery('measures', 'whatIf', { date: day, readings, limit: 1 }, { keepPrevious: true })
  const answer = asked.data
  if (asked.error !== null) {
    return (
      <InlineAlert tone="bad" title="That could not be worked out" spoken>
        {asked.error.message}
      </InlineAlert>
    )
  }
  if (answer === undefined) return <SkeletonPanel lines={6} label="Working it out" />
  return (
    <>
      <Panel
        title={`If nothing more happens: ${formatIsoDate(answer.yearEnd)}`}
        aside={`The end of ${answer.yearLabel}, by what is recorded until the chosen day`}
      >
        <DaySlider day={day} change={change} />
        {answer.indicators.length === 0 ? (
          <p>No rule is known for that year.</p>
        ) : (
          <Summary answer={answer} change={change} />
        )}
      </Panel>
      <Worklist address={address} change={change} readings={readings} answer={answer} />
    </>
  )
}
