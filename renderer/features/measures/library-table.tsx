import type { KeyboardEvent, ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { AssuranceIcon, VariationIcon } from '#renderer/ui/spc-icons.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { changeText, countedText, figureText, rangeText } from '#shared/features/measures/library/figure-words.ts'
import { type MeasureLine, TOPICS } from '#shared/features/measures/library/schema.ts'
import { ASSURANCE_WORDS, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { FigureButton } from './figure-button.tsx'
import { countedInAll, TOPIC_WORDS } from './library-words.ts'
import classes from './library.module.css'

type LibraryTableProps = {
  readonly measures: readonly MeasureLine[]
  readonly pathOf: (code: string) => string
  /** Called before a measure is opened. */
  readonly onLeave: (code: string) => void
  /** Opens the people behind a figure. */
  readonly onOpen: (measure: MeasureLine) => void
}

const ICON = 24

const Figure = ({ measure, onOpen }: { readonly measure: MeasureLine } & Pick<LibraryTableProps, 'onOpen'>) => {
  const { kind, title, figure } = measure
  const range = rangeText(measure, figure)
  const counted = figure.value === null ? null : countedText(kind, figure)
  return (
    <span className={classes.cell}>
      <b>
        <FigureButton
          count={countedInAll(measure, figure)}
          shown={figureText(measure, figure)}
          label={title}
          onOpen={() => onOpen(measure)}
        />
      </b>
      {range !== null && <small>{range}</small>}
      {counted !== null && <small>{counted}</small>}
    </span>
  )
}

const Beside = ({ beside }: Pick<MeasureLine, 'beside'>): ReactNode =>
  beside !== null && (
    <span className={classes.cell}>
      <span>{figureText({ kind: 'proportion', unit: '%' }, beside.figure)}</span>
      <small>{beside.label}</small>
    </span>
  )

const Change = ({ measure }: { readonly measure: MeasureLine }): ReactNode => {
  const { main, sub } = changeText(measure, measure.figure, measure.before)
  return (
    <span className={classes.cell}>
      <span>{main}</span>
      {sub !== null && <small>{sub}</small>}
    </span>
  )
}

const GoingBy = ({ variation }: Pick<MeasureLine, 'variation'>): ReactNode => (
  <span className={classes.judged}>
    <VariationIcon variation={variation} size={ICON} />
    {VARIATION_WORDS[variation].short}
  </span>
)

const Reached = ({ assurance }: Pick<MeasureLine, 'assurance'>): ReactNode => (
  <span className={classes.judged}>
    <AssuranceIcon assurance={assurance} size={ICON} />
    {ASSURANCE_WORDS[assurance].short}
  </span>
)

const columnsOf = ({ pathOf, onLeave, onOpen }: Omit<LibraryTableProps, 'measures'>) => [
  {
    id: 'title',
    header: 'Measure',
    rowHeader: true,
    width: '27%',
    cell: ({ code, title, heldBy }: MeasureLine) => (
      <span className={classes.cell}>
        <Link href={pathOf(code)} data-measure={code} onClick={() => onLeave(code)}>
          {title}
        </Link>
        <small>{heldBy}</small>
      </span>
    ),
  },
  {
    id: 'figure',
    header: 'Figure',
    width: '19%',
    cell: (measure: MeasureLine) => <Figure measure={measure} onOpen={onOpen} />,
  },
  { id: 'beside', header: 'Beside it', width: '11%', cell: ({ beside }: MeasureLine) => <Beside beside={beside} /> },
  {
    id: 'change',
    header: 'Since the period before',
    width: '17%',
    cell: (measure: MeasureLine) => <Change measure={measure} />,
  },
  {
    id: 'variation',
    header: 'By month',
    width: '14%',
    cell: ({ variation }: MeasureLine) => <GoingBy variation={variation} />,
  },
  {
    id: 'assurance',
    header: 'Target',
    width: '12%',
    cell: ({ assurance }: MeasureLine) => <Reached assurance={assurance} />,
  },
]

const stopsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('a[href], button')]

/** Up and down go from measure to measure, across the tables; left and right between a measure and its figure. */
const stopAfterKey = (from: HTMLElement, all: Element, key: string): HTMLElement | undefined => {
  const rows = [...all.querySelectorAll('tbody tr')]
  const row = from.closest('tr')
  if (row === null) return undefined
  const stops = stopsOf(row)
  const column = stops.indexOf(from)
  if (key === 'ArrowRight') return stops[column + 1]
  if (key === 'ArrowLeft') return stops[column - 1]
  const here = rows.indexOf(row)
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[key]
  const target = next === undefined ? undefined : rows[next]
  return target && (stopsOf(target)[column] ?? stopsOf(target)[0])
}

const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
  const next = stopAfterKey(event.target, event.currentTarget, event.key)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The measures by topic. Enter on a measure opens its page, Enter on its figure the people behind it. */
export const LibraryTable = ({ measures, ...rest }: LibraryTableProps): ReactNode => {
  const columns = columnsOf(rest)
  return (
    // The keys only move the focus between links and buttons, which can all be reached without them.
    <div className={classes.topics} role="presentation" onKeyDown={onKeyDown}>
      {TOPICS.map((topic) => {
        const rows = measures.filter((measure) => measure.topic === topic)
        return (
          rows.length > 0 && (
            <Panel key={topic} title={TOPIC_WORDS[topic]} padding="flush" className={classes.topic}>
              <PlainTable caption={TOPIC_WORDS[topic]} rows={rows} rowId={({ code }) => code} columns={columns} />
            </Panel>
          )
        )
      })}
    </div>
  )
}
