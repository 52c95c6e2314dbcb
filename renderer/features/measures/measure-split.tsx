import type { ReactNode } from 'react'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { roundSteps } from '#renderer/ui/round-steps.ts'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import {
  countedText,
  figureText,
  isSmall,
  rangeText,
  valueText,
} from '#shared/features/measures/library/figure-words.ts'
import { type LibraryFigure, type Measure, SPLITS } from '#shared/features/measures/library/schema.ts'
import { FigureButton } from './figure-button.tsx'
import { countedInAll, SPLIT_WORDS } from './library-words.ts'
import classes from './library.module.css'

type Part = NonNullable<Measure['split']>[number]
type Split = (typeof SPLITS)[number]

/** Of so few values a median says little. */
const FEW_VALUES = 10

/** No part has a figure of its own, such as where the list is not told apart: then counts stand side by side. */
const isCounts = ({ outOf }: Measure, parts: readonly Part[]): boolean =>
  (outOf === 'list' || outOf === 'person-years') && parts.every(({ figure }) => figure.value === null)

const isFew = ({ kind }: Measure, figure: LibraryFigure): boolean =>
  isSmall(kind, figure) || (kind === 'median' && figure.denominator !== null && figure.denominator < FEW_VALUES)

/** What is drawn of a part, in the unit of the axis; `null` for nothing. */
const drawnOf = (measure: Measure, figure: LibraryFigure, counts: boolean): Drawn | null => {
  if (counts) return { value: figure.numerator, lower: null, upper: null }
  const { value, lower, upper } = figure
  if (value === null || isSmall(measure.kind, figure)) return null
  return isFew(measure, figure) ? { value, lower: null, upper: null } : { value, lower, upper }
}

type Drawn = { readonly value: number; readonly lower: number | null; readonly upper: number | null }

const scaleOf = (measure: Measure, parts: readonly Part[], counts: boolean): number => {
  const ends = parts.flatMap(({ figure }) => {
    const drawn = drawnOf(measure, figure, counts)
    return drawn === null ? [] : [drawn.value, drawn.upper ?? 0]
  })
  const highest = roundSteps(0, Math.max(0, ...ends)).at(-1) ?? 1
  return measure.kind === 'proportion' && !counts ? Math.min(1, highest) : highest
}

/** A bar from 0 with its likely range across its end. The same figures stand beside it in words. */
const Bar = ({ drawn, scale }: { readonly drawn: Drawn | null; readonly scale: number }): ReactNode => {
  if (drawn === null) return null
  const at = (value: number): string => `${(value / scale) * 100}%`
  const { value, lower, upper } = drawn
  return (
    <svg className={classes.bar} aria-hidden="true" data-mark>
      <rect x="0" y="3" width={at(value)} height="14" fill="var(--chart-1)" rx="2" />
      {lower !== null && upper !== null && (
        <g stroke="var(--text)" strokeWidth="1.5">
          <line x1={at(lower)} x2={at(upper)} y1="10" y2="10" />
          <line x1={at(lower)} x2={at(lower)} y1="5" y2="15" />
          <line x1={at(upper)} x2={at(upper)} y1="5" y2="15" />
        </g>
      )}
    </svg>
  )
}

type MeasureSplitProps = {
  readonly measure: Measure
  readonly by: Split | null
  readonly onChange: (by: Split | null) => void
  readonly onOpen: (part: Part) => void
}

const columnsOf = (measure: Measure, by: Split, parts: readonly Part[], onOpen: MeasureSplitProps['onOpen']) => {
  const counts = isCounts(measure, parts)
  const scale = scaleOf(measure, parts, counts)
  const shown = (figure: LibraryFigure): string =>
    counts ? figure.numerator.toLocaleString('en-GB') : figureText(measure, figure)
  return [
    { id: 'label', header: SPLIT_WORDS[by], rowHeader: true, width: '22%', cell: ({ label }: Part) => label },
    {
      id: 'figure',
      header: counts ? 'Counted' : 'Figure',
      width: '18%',
      cell: ({ label, figure, code }: Part) => (
        <FigureButton
          count={countedInAll(measure, figure)}
          shown={shown(figure)}
          label={`${measure.title}, ${label}`}
          onOpen={() => onOpen({ code, label, figure })}
        />
      ),
    },
    {
      id: 'picture',
      header: `0 to ${valueText(counts ? 'count' : measure.kind, scale)}`,
      width: '26%',
      cell: ({ figure }: Part) => <Bar drawn={drawnOf(measure, figure, counts)} scale={scale} />,
    },
    ...(counts
      ? []
      : [
          {
            id: 'range',
            header: measure.kind === 'median' ? 'Middle half' : 'Likely range',
            width: '19%',
            cell: ({ figure }: Part) => (isFew(measure, figure) ? 'too few' : (rangeOnly(measure, figure) ?? '–')),
          },
          {
            id: 'counted',
            header: 'Counted',
            width: '15%',
            cell: ({ figure }: Part) => countedText(measure.kind, figure) ?? '–',
          },
        ]),
  ]
}

const rangeOnly = (measure: Measure, figure: LibraryFigure): string | undefined =>
  rangeText(measure, figure)?.replace(/^\D*(?=[\d-])/, '')

const noteText = (measure: Measure, parts: readonly Part[]): string | null => {
  if (isCounts(measure, parts)) return 'Only counts are given: what the figure is out of is not told apart.'
  const few = parts.filter(({ figure }) => isFew(measure, figure)).map(({ label }) => label)
  if (few.length === 0) return null
  const so = measure.kind === 'median' ? 'a middle of so few says little' : 'given as a fraction and not drawn'
  return `Fewer than ten counted, so ${so}: ${few.join(', ')}.`
}

/** A measure told apart by one thing: bars with their ranges, and the same in words beside them. */
export const MeasureSplit = ({ measure, by, onChange, onOpen }: MeasureSplitProps): ReactNode => {
  const parts = measure.split
  const note = parts === null ? null : noteText(measure, parts)
  return (
    <Panel
      title={by === null ? 'Told apart' : `By ${SPLIT_WORDS[by].toLowerCase()}`}
      padding="flush"
      actions={
        <div className={classes.split} data-print="hide">
          <SelectField
            label="Told apart by"
            options={[
              { value: 'none', label: 'Nothing' },
              ...measure.splits.map((value) => ({ value, label: SPLIT_WORDS[value] })),
            ]}
            value={by ?? 'none'}
            onChange={(value) => onChange(SPLITS.find((split) => split === value) ?? null)}
          />
        </div>
      }
    >
      {by === null || parts === null ? (
        <p className={classes.note}>Choose by what the figure is told apart.</p>
      ) : (
        <PlainTable
          caption={`${measure.title}, by ${SPLIT_WORDS[by].toLowerCase()}`}
          rows={parts}
          rowId={({ code }) => code}
          columns={columnsOf(measure, by, parts, onOpen)}
        />
      )}
      {note !== null && <p className={classes.note}>{note}</p>}
    </Panel>
  )
}
