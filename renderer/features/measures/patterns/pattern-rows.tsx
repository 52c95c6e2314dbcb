import type { ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { milestoneLabel, MILESTONES } from '#shared/features/measures/patterns/milestones.ts'
import type { Outcome } from '#shared/features/measures/patterns/outcomes.ts'
import type { PartShown, VariantShown } from '#shared/features/measures/patterns/schema.ts'
import { FigureButton } from '../figure-button.tsx'
import { middleWords, ofWords, partWords, type PatternFigure, spreadWords } from './pattern-words.ts'
import classes from './patterns.module.css'
import { ShareBar } from './share-bar.tsx'

type PatternProps = {
  readonly variant: VariantShown
  /** From 1, the commonest first. */
  readonly number: number
  readonly inOrder: number
  /** What the longest bar stands for. */
  readonly widest: number
  readonly onOpen: (figure: PatternFigure) => void
}

const PART_OF = new Map<string, string>(MILESTONES.map(({ code, part }) => [code, part]))

const figureOf = ({ sequence, count }: VariantShown, number: number): PatternFigure => ({
  name: `Pattern ${number}`,
  count,
  behind: { is: 'variant', sequence },
})

const shareOf = ({ share, count }: VariantShown, inOrder: number): string => partWords({ share, count, known: inOrder })

/** The milestones in their order, and between each two the days in the middle. */
const Chips = ({ sequence, gaps }: VariantShown): ReactNode => (
  <ol className={classes.chips}>
    {sequence.map((code, at) => {
      const gap = gaps[at - 1]
      return (
        <li key={code}>
          {gap !== undefined && (
            <span className={classes.gap}>
              <span>{middleWords(gap)}</span>
              <span className={classes.arrow} aria-hidden="true" />
              <span className={classes.spread}>{spreadWords(gap)}</span>
            </span>
          )}
          <span className={classNames(classes.chip, classes[PART_OF.get(code) ?? 'before'])}>
            {milestoneLabel(code)}
          </span>
        </li>
      )
    })}
  </ol>
)

type OutcomeFigure = {
  readonly outcome: Outcome
  readonly label: string
  readonly part: PartShown
  /** Where nobody is known of. */
  readonly none: string
}

const outcomeFigures = ({ outcomes }: VariantShown): readonly OutcomeFigure[] => {
  const { total, died, aliveAfterYear, early, emergency } = outcomes
  return [
    {
      outcome: 'alive-after-year',
      label: 'Alive a year after the diagnosis, of those followed',
      part: aliveAfterYear,
      none: 'Nobody was followed for a year',
    },
    { outcome: 'died', label: 'Died since, of all', part: { count: died, known: total, share: null }, none: '' },
    {
      outcome: 'early',
      label: `Stage 1 or 2, of the ${early.known} in ${total} with a stage`,
      part: early,
      none: 'No stage is known',
    },
    {
      outcome: 'emergency',
      label: 'Emergency route, of those with a route',
      part: emergency,
      none: 'No route is known',
    },
  ]
}

type OutcomesProps = Pick<PatternProps, 'variant' | 'number' | 'onOpen'>

/** What became of the people of a pattern, each figure with the people it counts. */
const Outcomes = ({ variant, number, onOpen }: OutcomesProps): ReactNode => (
  <dl className={classes.outcomes}>
    {outcomeFigures(variant).map(({ outcome, label, part, none }) => {
      const name = `Pattern ${number}, ${label.toLowerCase()}`
      const behind = { is: 'variant' as const, sequence: variant.sequence, outcome }
      return (
        <div key={outcome}>
          <dt>{label}</dt>
          <dd>
            {part.known === 0 ? (
              none
            ) : (
              <>
                <FigureButton
                  count={part.count}
                  label={name}
                  onOpen={() => onOpen({ name, count: part.count, behind })}
                />{' '}
                {ofWords(part)}
              </>
            )}
          </dd>
        </div>
      )
    })}
  </dl>
)

const Pattern = ({ variant, number, inOrder, widest, onOpen }: PatternProps): ReactNode => (
  <li className={classes.pattern}>
    <div className={classes.head}>
      <h3>Pattern {number}</h3>
      <span className={classes.count}>
        <FigureButton
          count={variant.count}
          label={`Pattern ${number}`}
          onOpen={() => onOpen(figureOf(variant, number))}
        />
      </span>
      <ShareBar share={variant.share} widest={widest} />
      <span className={classes.share}>{shareOf(variant, inOrder)}</span>
    </div>
    <Chips {...variant} />
    <Outcomes variant={variant} number={number} onOpen={onOpen} />
  </li>
)

type PatternsProps = {
  readonly variants: readonly VariantShown[]
  readonly inOrder: number
  readonly onOpen: (figure: PatternFigure) => void
}

/** The commonest patterns, each a row of milestones with its bar. */
export const PatternRows = ({ variants, inOrder, onOpen }: PatternsProps): ReactNode => (
  <ol className={classes.patterns}>
    {variants.map((variant, at) => (
      <Pattern
        key={variant.sequence.join()}
        variant={variant}
        number={at + 1}
        inOrder={inOrder}
        widest={Math.max(...variants.map(({ share }) => share.upper))}
        onOpen={onOpen}
      />
    ))}
  </ol>
)

type TableRow = { readonly variant: VariantShown; readonly number: number }

const tableColumns = ({ inOrder, onOpen }: Omit<PatternsProps, 'variants'>) => [
  {
    id: 'pattern',
    header: 'Pattern',
    rowHeader: true,
    cell: ({ variant, number }: TableRow) => (
      <span className={classes.words}>
        {number}. {variant.sequence.map(milestoneLabel).join(', ')}
      </span>
    ),
  },
  {
    id: 'days',
    header: 'Median days between them, middle half',
    cell: ({ variant }: TableRow) => (
      <span className={classes.words}>
        {variant.gaps.map((gap, at) => (
          <span key={variant.sequence[at]} className={classes.line}>
            {middleWords(gap)}, {spreadWords(gap)}
          </span>
        ))}
      </span>
    ),
  },
  {
    id: 'count',
    header: 'Histories',
    align: 'end' as const,
    cell: ({ variant, number }: TableRow) => (
      <FigureButton
        count={variant.count}
        label={`Pattern ${number}`}
        onOpen={() => onOpen(figureOf(variant, number))}
      />
    ),
  },
  {
    id: 'share',
    header: 'Share',
    cell: ({ variant }: TableRow) => <span className={classes.words}>{shareOf(variant, inOrder)}</span>,
  },
  {
    id: 'alive',
    header: 'Alive after a year',
    cell: ({ variant }: TableRow) => (
      <span className={classes.words}>{partWords(variant.outcomes.aliveAfterYear)}</span>
    ),
  },
  {
    id: 'stage',
    header: 'Stage 1 or 2',
    cell: ({ variant }: TableRow) => <span className={classes.words}>{partWords(variant.outcomes.early)}</span>,
  },
]

/** The same as a table. */
export const PatternTable = ({ variants, inOrder, onOpen }: PatternsProps): ReactNode => (
  <PlainTable
    caption="The commonest patterns"
    rows={variants.map((variant, at) => ({ variant, number: at + 1 }))}
    rowId={({ variant }) => variant.sequence.join()}
    columns={tableColumns({ inOrder, onOpen })}
  />
)
