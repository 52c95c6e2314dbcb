import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import type { IndicatorFigures } from '#shared/features/measures/schema.ts'
import { FigureButton } from './figure-button.tsx'
import { type Figure, figuresOf, rangeWords, shareWords } from './measure-words.ts'
import classes from './measures.module.css'
import { RuleFacts } from './rule-facts.tsx'

type Reason = IndicatorFigures['reasons'][number]

type IndicatorPanelProps = {
  readonly indicator: IndicatorFigures
  readonly onOpen: (figure: Figure) => void
}

const Headline = ({ indicator }: { readonly indicator: IndicatorFigures }): ReactNode => {
  const { receiving, achieved, numerator, denominator, denominatorPlusAdjustments } = indicator
  const range = rangeWords(receiving, denominatorPlusAdjustments)
  const achievedRange = rangeWords(achieved, denominator)
  if (denominatorPlusAdjustments === 0)
    return (
      <div className={classes.headline}>
        <b>Nobody</b>
        <span>is in the denominator or adjusted in this year, so there is no percentage.</span>
      </div>
    )
  return (
    <div className={classes.headline}>
      <b>{shareWords(receiving, numerator, denominatorPlusAdjustments)}</b>
      <span>
        of the denominator plus adjustments had it{range === null ? '' : ` (${range})`}.{' '}
        {denominator === 0
          ? 'Nobody is in the denominator alone.'
          : `Of the denominator alone: ${shareWords(achieved, numerator, denominator)}${achievedRange === null ? '' : ` (${achievedRange})`}.`}
      </span>
    </div>
  )
}

const OPEN_ROW = 'vague-date'

const HOW: Readonly<Record<Reason['is'], string>> = { excluded: 'Excluded', adjusted: 'Adjusted' }

/** The reasons of the rule, and whoever is left open by a vague date beneath them. */
const reasonRows = ({ reasons, undecided }: IndicatorFigures): readonly Reason[] =>
  undecided === 0
    ? reasons
    : [
        ...reasons,
        {
          is: 'excluded',
          code: OPEN_ROW,
          words: 'A vague date leaves it open: beside the figures, in none of them',
          count: undecided,
        },
      ]

const figureOf = (indicator: IndicatorFigures, { is, code, words, count }: Reason): Figure => ({
  indicator,
  name: words,
  count,
  groups: [code === OPEN_ROW ? 'undecided' : is],
  reason: code === OPEN_ROW ? null : code,
})

const reasonColumns = ({ indicator, onOpen }: IndicatorPanelProps) => [
  {
    id: 'is',
    header: 'How',
    width: '8rem',
    cell: ({ is, code }: Reason) => (code === OPEN_ROW ? 'Undecided' : HOW[is]),
  },
  {
    id: 'words',
    header: 'Reason',
    rowHeader: true,
    cell: ({ words, code }: Reason) => (
      <>
        {words} {code !== OPEN_ROW && <span className={classes.code}>{code}</span>}
      </>
    ),
  },
  {
    id: 'count',
    header: 'People',
    align: 'end' as const,
    width: '6rem',
    cell: (row: Reason) => (
      <FigureButton count={row.count} label={row.words} onOpen={() => onOpen(figureOf(indicator, row))} />
    ),
  },
]

const Reasons = ({ indicator, onOpen }: IndicatorPanelProps): ReactNode => (
  <PlainTable
    caption={`Left out of ${indicator.code}, and why`}
    rows={reasonRows(indicator)}
    rowId={({ code }) => code}
    columns={reasonColumns({ indicator, onOpen })}
  />
)

/** One indicator of a year: its figures, each opening its people, and who was left out and why. */
export const IndicatorPanel = ({ indicator, onOpen }: IndicatorPanelProps): ReactNode => (
  <Panel title={indicator.label} aside={`${indicator.code}. ${indicator.statusWords}`}>
    {indicator.kind === 'share' && <Headline indicator={indicator} />}
    <dl className={classes.figures}>
      {figuresOf(indicator).map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            <FigureButton
              count={figure.count}
              label={`${indicator.label}, ${figure.name.toLowerCase()}`}
              onOpen={() => onOpen(figure)}
            />
          </dd>
        </div>
      ))}
      {indicator.kind === 'register' && indicator.undecided > 0 && (
        <div>
          <dt>Left open by a vague date</dt>
          <dd>
            <FigureButton
              count={indicator.undecided}
              label="Left open by a vague date"
              onOpen={() =>
                onOpen({
                  indicator,
                  name: 'Left open',
                  count: indicator.undecided,
                  groups: ['undecided'],
                  reason: null,
                })
              }
            />
          </dd>
        </div>
      )}
    </dl>
    {indicator.kind === 'share' && <Reasons indicator={indicator} onOpen={onOpen} />}
    <details className={classes.rule}>
      <summary>The rule, its version and source</summary>
      <RuleFacts rule={indicator} />
    </details>
  </Panel>
)
