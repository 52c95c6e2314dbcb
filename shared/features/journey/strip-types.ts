import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { Lane } from './event-types.ts'
import type { RuleEvent } from './letter-matching.ts'
import type { DueItem } from './schema.ts'

/** What part of a journey the strip shows. */
export const STRIP_RANGES = [
  { code: 'whole', label: 'Whole journey' },
  { code: 'treatment', label: 'Treatment' },
  { code: '90-days', label: '90 days' },
] as const
export type StripRange = (typeof STRIP_RANGES)[number]['code']

/** The strip draws two rows: what other lanes did rides on the primary row, each with a shape of its own. */
export type StripRow = 'primary' | 'hospital'

export interface StripEvent extends RuleEvent {
  readonly lane: Lane
}

/** An event that is being typed and not saved yet. */
export interface StripDraft extends PartialDate {
  readonly eventType: string
  readonly lane: Lane
}

export interface StripInput {
  readonly events: readonly StripEvent[]
  readonly due: readonly DueItem[]
  readonly draft: StripDraft | null
  readonly today: IsoDate
  readonly range: StripRange
  /** px. */
  readonly width: number
  /** `compact` is for windows under 800 px high. */
  readonly height: 'roomy' | 'compact'
  /** 1 at 100 % text size. */
  readonly textScale: number
}

/**
 * event: happened. letter: came in. hole: a letter past its day. late: a contact past its day. due: still to come.
 * later: due beyond the right edge. draft: being typed.
 */
export type MarkKind = 'event' | 'letter' | 'hole' | 'late' | 'due' | 'later' | 'draft'

export interface StripMark {
  /** Stable as long as the same things stand together. */
  readonly id: string
  readonly kind: MarkKind
  readonly row: StripRow
  readonly lane: Lane
  readonly x: number
  readonly y: number
  /** For a date without a day: the px it can lie between. */
  readonly span: { readonly from: number; readonly to: number } | null
  readonly events: readonly StripEvent[]
  readonly due: readonly DueItem[]
  /** How many things stand here. */
  readonly count: number
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Two lines of words beside a mark, both centred on `x`. */
export interface StripLabel {
  readonly markId: string
  readonly tone: 'plain' | 'hole' | 'draft'
  readonly title: string
  readonly detail: string
  readonly x: number
  readonly titleY: number
  readonly detailY: number
  readonly box: Box
  /** The line between mark and words, where they are apart. */
  readonly leader: { readonly x: number; readonly from: number; readonly to: number } | null
}

/** From a hospital event to the letter about it; dashed to a hole. */
export interface StripLink {
  readonly id: string
  readonly path: string
  readonly missing: boolean
  readonly pill: { readonly text: string; readonly box: Box } | null
}

/** Hatched from the event that nobody has written about until today. */
export interface StripBand {
  readonly id: string
  readonly box: Box
  readonly pill: { readonly text: string; readonly box: Box }
}

export interface StripSegment {
  readonly row: StripRow
  readonly kind: 'known' | 'gap' | 'future'
  readonly from: number
  readonly to: number
}

export interface StripTick {
  readonly x: number
  /** Empty where the words would not fit. */
  readonly label: string
}

export interface StripLayout {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly lines: Readonly<Record<StripRow, number>>
  readonly bands: Readonly<Record<StripRow, { readonly top: number; readonly bottom: number }>>
  readonly axisY: number
  readonly ticks: readonly StripTick[]
  readonly today: { readonly x: number; readonly text: string; readonly pill: Box } | null
  readonly segments: readonly StripSegment[]
  readonly marks: readonly StripMark[]
  readonly labels: readonly StripLabel[]
  readonly links: readonly StripLink[]
  readonly gaps: readonly StripBand[]
  /** Events before the shown range. */
  readonly earlier: number
}
