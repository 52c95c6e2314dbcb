import type { FigureSheet } from './figure-sheet.ts'

/** One practice of a combined report. Its letter stands in the ids of its figures; who it is never leaves the core. */
export interface NetworkPractice {
  readonly letter: string
  readonly odsCode: string
  readonly name: string
  /** The practice of this register, whose own reports count the same. */
  readonly isOwn: boolean
}

/** What a combined report knows besides its figures. */
export interface NetworkPart {
  readonly practices: readonly NetworkPractice[]
  /** How many practices the lead has on the list. */
  readonly listed: number
  /** Whether practices stand by name in the report, or by letter. */
  readonly named: boolean
}

export interface NetworkProportion {
  readonly code: string
  readonly label: string
  readonly numerator: string
  readonly denominator: string
  /** Those in the denominator and not in the numerator. */
  readonly rest: string
}

const proportion = (
  code: string,
  label: string,
  [numerator, denominator, rest]: readonly [string, string, string],
): NetworkProportion => ({ code, label, numerator, denominator, rest })

/** What practices are held side by side in: figures that the report of each has. */
export const NETWORK_PROPORTIONS: readonly NetworkProportion[] = [
  proportion('support-contact', 'Support contact in time', [
    'support-contact.done',
    'support-contact.out-of',
    'support-contact.not-done',
  ]),
  proportion('care-review', 'Care review in time', ['care-review.done', 'care-review.out-of', 'care-review.not-done']),
  proportion('stage-known', 'Stage recorded', ['stage.known', 'new', 'stage.rest']),
  proportion('early', 'Early stage, of those known', ['stage.early', 'stage.known', 'stage.late']),
  proportion('emergency', 'Emergency route, of those known', ['route.emergency', 'route.known', 'route.not-emergency']),
]

/** Counts of each practice besides those of the proportions. */
export const NETWORK_COUNTS = [
  { id: 'register', label: 'People on the register' },
  { id: 'new', label: 'New diagnoses' },
] as const

/** Sums that hold in every practice, and that a reader can subtract by. */
const SUMS: readonly (readonly [total: string, ...parts: string[]])[] = [
  ...NETWORK_PROPORTIONS.map(({ numerator, denominator, rest }): [string, string, string] => [
    denominator,
    numerator,
    rest,
  ]),
  ['new', 'route.known', 'route.not_known'],
]

/** Every figure that is counted practice by practice, also those that only take part in a sum. */
const PRACTICE_FIGURES: readonly string[] = [...new Set([...NETWORK_COUNTS.map(({ id }) => id), ...SUMS.flat()])]

/** The id of a figure of one practice of a combined report. */
export const practiceFigure = (letter: string, id: string): string => `practice-${letter}.${id}`

/** Of each practice of a combined report the ids of its figures, all of which it knows exactly. */
export const figuresOfEach = ({ practices }: NetworkPart): string[][] =>
  practices.map(({ letter }) => PRACTICE_FIGURES.map((id) => practiceFigure(letter, id)))

/** @param valueOf a figure of a practice, by the practice's place. */
export const measurePractices = (
  sheet: FigureSheet,
  practices: readonly NetworkPractice[],
  valueOf: (at: number, id: string) => number,
): void => {
  for (const [at, { letter }] of practices.entries()) {
    for (const id of PRACTICE_FIGURES) sheet.count(practiceFigure(letter, id), valueOf(at, id))
    for (const [total, ...parts] of SUMS)
      sheet.sum(
        practiceFigure(letter, total),
        parts.map((part) => practiceFigure(letter, part)),
      )
  }
  for (const id of PRACTICE_FIGURES)
    sheet.sum(
      id,
      practices.map(({ letter }) => practiceFigure(letter, id)),
    )
}
