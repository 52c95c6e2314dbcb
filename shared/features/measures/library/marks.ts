import { z } from 'zod'
import { isoDateSchema, monthSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { type Rebase, SETTLED_MONTHS } from '#shared/statistics/spc-types.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

/**
 * What a practice writes on the chart of a measure. rebase: limits begin anew from the month. note: something that happened.
 * target: from the month on, in place of an earlier one and of the one that the rule sets.
 */
export const MARK_KINDS = ['rebase', 'note', 'target'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

const WORDS_MISSING: Readonly<Record<MarkKind, string>> = {
  rebase: 'Say what changed in how things are done',
  note: 'Write down what happened',
  target: 'Say who set it or why',
}

/** How many characters the words of a mark may have: they stand below the chart, on paper too. */
export const LONGEST_WORDS = 200

const LARGEST = 1_000_000

/** A mark as it is written. `value` is in the unit of the measure, a share from 0 to 1; only a target has one. */
export const markFieldsSchema = z
  .object({
    kind: z.enum(MARK_KINDS),
    month: monthSchema,
    words: z.string(),
    value: z.number().min(0, 'Enter a number from 0 up').max(LARGEST, 'This number is too large').nullable(),
  })
  .superRefine(({ kind, words, value }, context) => {
    for (const issue of shortText(LONGEST_WORDS, WORDS_MISSING[kind]).safeParse(words).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['words'], message: issue.message })
    if (kind === 'target' && value === null)
      context.addIssue({ code: 'custom', path: ['value'], message: 'Enter the target' })
    if (kind !== 'target' && value !== null)
      context.addIssue({ code: 'custom', path: ['value'], message: 'Only a target has a number' })
  })
  .transform((fields) => ({ ...fields, words: fields.words.trim() }))
export type MarkFields = z.output<typeof markFieldsSchema>

export const measureMarkSchema = z.object({
  id: uuidSchema,
  kind: z.enum(MARK_KINDS),
  month: monthSchema,
  words: z.string(),
  value: z.number().nullable(),
  madeOn: isoDateSchema,
  madeBy: z.string(),
  version: z.number().int().min(1),
})
export type MeasureMark = z.output<typeof measureMarkSchema>

/** The months from which limits begin anew. */
export const rebasesOf = (marks: readonly Pick<MeasureMark, 'kind' | 'month' | 'words'>[]): Rebase[] =>
  marks.flatMap(({ kind, month, words }) => (kind === 'rebase' ? [{ month, reason: words }] : []))

/** The practice's own target in force in a month; `null` where it set none by then. */
export const ownTarget = (
  marks: readonly Pick<MeasureMark, 'kind' | 'month' | 'words' | 'value'>[],
  month: string,
): { readonly value: number; readonly source: string; readonly from: string } | null => {
  const inForce = marks
    .filter((mark) => mark.kind === 'target' && mark.month <= month)
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .at(-1)
  return inForce === undefined || inForce.value === null
    ? null
    : { value: inForce.value, source: inForce.words, from: inForce.month }
}

interface MeasuredMonth {
  readonly month: string
  readonly figure: { readonly value: number | null }
}

/** The months of limits that begin anew at a month: up to the next ones that do, or the last. */
const stretchFrom = (series: readonly MeasuredMonth[], month: string, others: readonly string[]): number => {
  const next = others.filter((other) => other > month).toSorted()[0]
  return series.filter(
    (one) => one.month >= month && (next === undefined || one.month < next) && one.figure.value !== null,
  ).length
}

/**
 * What to know before limits begin anew at a month, in sentences; empty where nothing speaks against it. It warns and does
 * not refuse. From 12 months on limits are settled (NHS-R Community, as `SETTLED_MONTHS`).
 * @param others the months from which limits begin anew already.
 */
export const rebaseCautions = (
  series: readonly MeasuredMonth[],
  month: string,
  others: readonly string[],
): readonly string[] => {
  const first = series[0]?.month
  if (first === undefined) return []
  if (month <= first)
    return [
      `The months shown begin in ${spcMonth(first)}, so limits that begin in ${spcMonth(month)} change nothing here.`,
    ]
  const own = others.filter((other) => other !== month)
  const after = stretchFrom(series, month, own)
  const before =
    own
      .filter((other) => other < month && other > first)
      .toSorted()
      .at(-1) ?? first
  const left = stretchFrom(series, before, [...own, month])
  const few = (count: number): string =>
    count === 0 ? 'No month was' : count === 1 ? 'Only 1 month was' : `Only ${count} months were`
  return [
    ...(after < SETTLED_MONTHS
      ? [
          `${few(after)} measured from ${spcMonth(month)} on. Limits settle with ${SETTLED_MONTHS}: until then they are trial limits, and what looks like a change may be none.`,
        ]
      : []),
    ...(left < SETTLED_MONTHS
      ? [`${few(left)} measured before it, since ${spcMonth(before)}: those limits then rest on few months too.`]
      : []),
  ]
}
