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
  return (
    <div className={classes.headline}>
      <b>{shareWords(receiving, numerator, denominatorPlusAdjustments)}</b>
      <span>
        of the denominator plus adjustments had it{range === null ? '' : ` (${range})`}. Of the denominator alone:{' '}
        {shareWords(achieved, numerator, denominator)}
        {achievedRange === null ? '' : ` (${achievedRange})`}.
      </span>
    </div>
  )
}

const Reasons = ({ indicator, onOpen }: IndicatorPanelProps): ReactNode => {
  const title = `Left out of ${indicator.code}, and why`
  const undecided: Reason | null =
    indicator.undecided === 0
      ? null
      : {
          is: 'excluded',
          code: 'vague-date',
          words: 'A vague date leaves it open: beside the figures, in none of them',
          count: indicator.undecided,
        }
  return (
    <PlainTable
      caption={title}
      rows={undecided === null ? indicator.reasons : [...indicator.reasons, undecided]}
      rowId={({ code }) => code}
      columns={[
        {
          id: 'is',
          header: 'How',
          width: '8rem',
          cell: (row: Reason) => (row === undecided ? 'Undecided' : row.is === 'excluded' ? 'Excluded' : 'Adjusted'),
        },
        {
          id: 'words',
          header: 'Reason',
          rowHeader: true,
          cell: ({ words, code }: Reason) => (
            <>
              {words} {code !== 'vague-date' && <span className={classes.code}>{code}</span>}
            </>
          ),
        },
        {
          id: 'count',
          header: 'People',
          align: 'end',
          width: '6rem',
          cell: (row: Reason) => (
            <FigureButton
              count={row.count}
              label={row.words}
              onOpen={() =>
                onOpen({
                  indicator,
                  name: row.words,
                  count: row.count,
                  groups: [row === undecided ? 'undecided' : row.is],
                  reason: row === undecided ? null : row.code,
                })
              }
            />
          ),
        },
      ]}
    />
  )
}

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
