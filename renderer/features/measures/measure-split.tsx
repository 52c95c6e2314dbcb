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

const isFew = ({ kind }: Measure, figure: LibraryFigure): boolean =>
  isSmall(kind, figure) || (kind === 'median' && figure.denominator !== null && figure.denominator < FEW_VALUES)

const scaleOf = (measure: Measure, parts: readonly Part[]): number => {
  const ends = parts.flatMap(({ figure }) =>
    isSmall(measure.kind, figure) ? [] : [figure.value ?? 0, figure.upper ?? 0],
  )
  const highest = roundSteps(0, Math.max(0, ...ends)).at(-1) ?? 1
  return measure.kind === 'proportion' ? Math.min(1, highest) : highest
}

/** A bar from 0 with its likely range across its end. The same figures stand beside it in words. */
const Bar = ({
  measure,
  figure,
  scale,
}: {
  readonly measure: Measure
  readonly figure: LibraryFigure
  readonly scale: number
}) => {
  if (figure.value === null || isSmall(measure.kind, figure)) return null
  const at = (value: number): string => `${(value / scale) * 100}%`
  const { value, lower, upper } = figure
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

const columnsOf = (measure: Measure, by: Split, scale: number, onOpen: MeasureSplitProps['onOpen']) => [
  { id: 'label', header: SPLIT_WORDS[by], rowHeader: true, width: '22%', cell: ({ label }: Part) => label },
  {
    id: 'figure',
    header: 'Figure',
    width: '18%',
    cell: (part: Part) => (
      <FigureButton
        count={countedInAll(measure.kind, part.figure)}
        shown={figureText(measure, part.figure)}
        label={`${measure.title}, ${part.label}`}
        onOpen={() => onOpen(part)}
      />
    ),
  },
  {
    id: 'picture',
    header: `0 to ${valueText(measure.kind, scale)}`,
    width: '26%',
    cell: ({ figure }: Part) => <Bar measure={measure} figure={figure} scale={scale} />,
  },
  {
    id: 'range',
    header: measure.kind === 'median' ? 'Middle half' : 'Likely range',
    width: '19%',
    cell: ({ figure }: Part) => (isSmall(measure.kind, figure) ? 'too few' : (rangeOnly(measure, figure) ?? '–')),
  },
  {
    id: 'counted',
    header: 'Counted',
    width: '15%',
    cell: ({ figure }: Part) => countedText(measure.kind, figure),
  },
]

const rangeOnly = (measure: Measure, figure: LibraryFigure): string | undefined =>
  rangeText(measure, figure)?.replace(/^\D*(?=[\d-])/, '')

const fewText = (measure: Measure, parts: readonly Part[]): string | null => {
  const few = parts.filter(({ figure }) => isFew(measure, figure)).map(({ label }) => label)
  if (few.length === 0) return null
  const so = measure.kind === 'median' ? 'a middle of so few says little' : 'given as a fraction and not drawn'
  return `Fewer than ten counted, so ${so}: ${few.join(', ')}.`
}

/** A measure told apart by one thing: bars with their ranges, and the same in words beside them. */
export const MeasureSplit = ({ measure, by, onChange, onOpen }: MeasureSplitProps): ReactNode => {
  const parts = measure.split
  const few = parts === null ? null : fewText(measure, parts)
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
          columns={columnsOf(measure, by, scaleOf(measure, parts), onOpen)}
        />
      )}
      {few !== null && <p className={classes.note}>{few}</p>}
    </Panel>
  )
}
