import type { MarkKind, MeasureMark } from '#shared/features/measures/library/marks.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

/** What a dialog about a mark calls things, by what kind of mark it is. */
export const MARK_WORDS: Readonly<
  Record<
    MarkKind,
    {
      readonly title: string
      readonly change: string
      readonly monthLabel: string
      readonly wordsLabel: string
      readonly wordsHint: string
      readonly save: string
      readonly done: string
      readonly removed: string
    }
  >
> = {
  rebase: {
    title: 'Start new limits from a month',
    change: 'Change where new limits start',
    monthLabel: 'First month of the new limits',
    wordsLabel: 'What changed in how things are done',
    wordsHint: 'Such as: letters come by the portal now. It stands below the chart and on paper, so it names nobody.',
    save: 'Start new limits',
    done: 'New limits start here.',
    removed: 'The limits go on as before.',
  },
  note: {
    title: 'Add a note to the chart',
    change: 'Change a note',
    monthLabel: 'Month',
    wordsLabel: 'What happened',
    wordsHint:
      'Such as: two locums in place of the lead. It stands below the chart and on paper, so it names no patient.',
    save: 'Save the note',
    done: 'The note is on the chart.',
    removed: 'The note is off the chart.',
  },
  target: {
    title: 'Set a target',
    change: 'Change a target',
    monthLabel: 'From which month',
    wordsLabel: 'Who set it, or why',
    wordsHint: 'Such as: agreed at the practice meeting of 3 June',
    save: 'Save the target',
    done: 'The target is on the chart.',
    removed: 'The target is off the chart.',
  },
}

type Measured = Pick<Measure, 'kind' | 'unit'>

/** A share is typed as a percentage. */
const SHARE = 100

/** Whole hundredths of a percent, so that 75 does not come back as 75.00000000000001. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** A target as it is typed. */
export const typedTarget = ({ kind }: Pick<Measured, 'kind'>, value: number | null): string =>
  value === null ? '' : String(rounded(kind === 'proportion' ? value * SHARE : value))

/** In which unit a target is typed. */
export const targetLabel = ({ kind, unit }: Measured): string =>
  kind === 'proportion' ? 'Target, in %' : `Target, in ${unit}`

const READS = /^\d{1,6}([.,]\d{1,4})?$/

/** What was typed as a target, in the unit of the measure; or what to put right. */
export const readTarget = (
  { kind }: Pick<Measured, 'kind'>,
  typed: string,
): { readonly value: number } | { readonly fault: string } => {
  const text = typed.trim().replace(/\s*%$/, '')
  if (text === '') return { fault: 'Enter a number' }
  if (!READS.test(text)) return { fault: 'Enter a number without words, such as 75 or 12.5' }
  const value = Number(text.replace(',', '.'))
  if (kind !== 'proportion') return { value }
  return value > SHARE ? { fault: 'A share is 100% at most' } : { value: value / SHARE }
}

/** The months that a mark may stand on, the newest first, and the one where it stands. */
export const markMonths = (
  { series }: Pick<Measure, 'series'>,
  mark: Pick<MeasureMark, 'month'> | null,
): { readonly value: string; readonly label: string }[] =>
  [...new Set([...series.map(({ month }) => month), ...(mark === null ? [] : [mark.month])])]
    .toSorted()
    .toReversed()
    .map((month) => ({ value: month, label: spcMonth(month) }))
