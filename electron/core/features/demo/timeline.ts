import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'
import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { belongsOnPathway } from '#shared/features/pathways/public.ts'
import type { Priority, SignOffDecision } from '#shared/features/pathways/schema.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { ToldBy } from '#shared/features/journey/schema.ts'

/** Something that happened, before it has an identifier. `day` counts days from 1 January 1970. */
export interface Happening {
  type: EventTypeCode
  day: number
  precision: DatePrecision
  note: string | null
  toldBy: ToldBy | null
  /** The hospital event that this letter is about. */
  answers: Happening | null
  /** Which of the person's diagnoses it belongs to, by position; null for none. */
  episode: number | null
  /** Which of the person's pathways it is on, by position; null for none. */
  pathway: number | null
}

/** A referral and its route, before it has an identifier. */
export interface DemoPathway {
  tumourGroup: TumourGroup
  priority: Priority
  hospital: string
  reference: string | null
  /** The diagnosis it led to, by position. */
  episode: number | null
  signOff: { of: Happening; decision: SignOffDecision; note: string; day: number } | null
}

type Details = Partial<Pick<Happening, 'precision' | 'note' | 'toldBy' | 'answers'>>

/** Collects what happened to one person. Whatever would lie after the last day, today or a death, never happened. */
export class Timeline {
  readonly happenings: Happening[] = []
  readonly pathways: DemoPathway[] = []
  readonly lastDay: number
  /** The pathway that what is added next is on, if it is of a kind that a pathway holds. */
  pathway: number | null = null
  /** The diagnosis that what is added next belongs to. */
  episode: number | null = null

  constructor(lastDay: number) {
    this.lastDay = lastDay
  }

  /** Adds what lies on or before the last day, and hands it back so that letters can answer it. */
  add(type: EventTypeCode, day: number, details: Details = {}): Happening | null {
    if (day > this.lastDay) return null
    const happening: Happening = {
      type,
      day,
      precision: details.precision ?? 'day',
      note: details.note ?? null,
      toldBy: details.toldBy ?? null,
      answers: details.answers ?? null,
      episode: this.episode,
      pathway: belongsOnPathway(type) ? this.pathway : null,
    }
    this.happenings.push(happening)
    return happening
  }

  /** Begins a pathway: what is added from now on is on it. */
  startPathway(pathway: Omit<DemoPathway, 'reference' | 'signOff'> & Partial<Pick<DemoPathway, 'reference'>>): void {
    this.pathways.push({ reference: null, ...pathway, signOff: null })
    this.pathway = this.pathways.length - 1
  }

  /** A clinician's decision about an event on the pathway it is on. */
  signOff(of: Happening | null, decision: SignOffDecision, note: string, day: number): void {
    const pathway = of?.pathway === null || of === null ? undefined : this.pathways[of.pathway]
    if (pathway !== undefined && of !== null && day <= this.lastDay) pathway.signOff = { of, decision, note, day }
  }

  /** Everything in the order of its days; what was added first on a day stays first. */
  inOrder(): Happening[] {
    return this.happenings.toSorted((a, b) => a.day - b.day)
  }
}

/** The date of a day number, kept no finer than the precision says: the first day of its month or year. */
export const dateOf = (day: number, precision: DatePrecision): IsoDate => {
  const date = isoFromDayNumber(day)
  if (precision === 'day') return date
  return precision === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`
}
