import { useMemo, useState } from 'react'
import { type IsoDate, isFuture, type PartialDate } from '#shared/domain/partial-date.ts'
import {
  type ComposerProblem,
  type ComposerReading,
  letterDueAfter,
  readComposerText,
} from '#shared/features/journey/composer.ts'
import { type EventTypeCode, eventTypeOf, type Lane } from '#shared/features/journey/event-types.ts'
import type { KnownNames } from '#shared/features/journey/composer-names.ts'
import type { LetterBook } from '#shared/features/journey/letter-rules.ts'
import type { Method, ToldBy } from '#shared/features/journey/schema.ts'
import type { LinkChoice } from '#shared/features/pathways/public.ts'
import type { LoggedEvent } from './use-journey-writes.ts'

/** What was put right by hand. It holds until the line is saved or emptied, whatever is typed on. */
export interface Corrections {
  readonly date?: PartialDate
  readonly eventType?: EventTypeCode
  readonly lane?: Lane
  readonly toldBy?: ToldBy | null
  readonly note?: string
  readonly episodeId?: string | null
  readonly pathwayId?: string | null
  /** A referral starts a pathway of its own, though another waits for one. */
  readonly startsPathway?: true
  readonly method?: Method | null
  readonly doneBy?: string
  readonly hospital?: string
  readonly template?: string
}

type DatedEvent = PartialDate & { readonly eventType: EventTypeCode }

export interface ComposedEvent extends Omit<ComposerReading, 'segments' | 'alternatives'> {
  readonly episodeId: string | null
  readonly pathwayId: string | null
  /** It may be on one pathway or another, and nobody has said yet. Nothing is saved before they do. */
  readonly asksPathway: boolean
  readonly template: string | null
}

/** What an event is about unless somebody says otherwise. */
export interface UsualLinks {
  readonly episodeId: string | null
  /** Where an event goes by itself, or that somebody has to say. */
  readonly pathwayFor: (event: DatedEvent) => LinkChoice
  /** The days that letters may take at this practice. */
  readonly letterBook?: LetterBook
}

/** What the line saves. `pathway` is `none` when somebody took the event off every pathway by hand. */
export type ComposedSave = Omit<LoggedEvent, 'personId'>

export interface Composer {
  readonly text: string
  readonly reading: ComposerReading
  /** The reading with the corrections over it. */
  readonly composed: ComposedEvent
  readonly corrections: Corrections
  readonly isEmpty: boolean
  /** What happened and when, or null while that is not understood. */
  readonly understood: DatedEvent | null
  /** Ready to save, or null while something is not understood or not answered. */
  readonly event: ComposedSave | null
  readonly type: (text: string) => void
  readonly correct: (change: Corrections) => void
  readonly clear: () => void
}

const FUTURE = 'This date has not come yet. Log it once it has happened.'

const problemsAfter = (
  reading: ComposerReading,
  corrections: Corrections,
  today: IsoDate,
): readonly ComposerProblem[] => {
  const left = reading.problems.filter(
    ({ part }) => (part === 'date' ? corrections.date : corrections.eventType) === undefined,
  )
  const isAhead = corrections.date !== undefined && isFuture(corrections.date, today)
  return isAhead ? [...left, { part: 'date', message: FUTURE }] : left
}

/** The reading with what was put right by hand over it. */
export const composeEvent = (
  reading: ComposerReading,
  corrections: Corrections,
  today: IsoDate,
  usual: UsualLinks,
): ComposedEvent => {
  const eventType = corrections.eventType ?? reading.eventType
  const date = corrections.date ?? reading.date
  const ownLane = eventType === null ? null : eventTypeOf(eventType).lane
  const ownPathway = eventType === null || date === null ? null : usual.pathwayFor({ ...date, eventType })
  const isPathwaySaid = corrections.pathwayId !== undefined
  const startsOne = ownPathway?.kind === 'ask' && ownPathway.starts !== null && corrections.startsPathway === true
  const put = <Field extends keyof Corrections & keyof ComposerReading>(field: Field): ComposerReading[Field] =>
    (corrections[field] === undefined ? reading[field] : corrections[field]) as ComposerReading[Field]
  return {
    date,
    isDateTyped: reading.isDateTyped || corrections.date !== undefined,
    dateRule: corrections.date === undefined ? reading.dateRule : null,
    eventType,
    lane: corrections.lane ?? ownLane,
    toldBy: put('toldBy'),
    method: put('method'),
    doneBy: put('doneBy'),
    hospital: put('hospital'),
    note: put('note'),
    letterDue: letterDueAfter(eventType, date, usual.letterBook),
    problems: problemsAfter(reading, corrections, today),
    template: corrections.template ?? null,
    episodeId: corrections.episodeId === undefined ? usual.episodeId : corrections.episodeId,
    pathwayId: isPathwaySaid ? corrections.pathwayId : ownPathway?.kind === 'one' ? ownPathway.id : null,
    asksPathway: !isPathwaySaid && !startsOne && ownPathway?.kind === 'ask',
  }
}

/** What somebody has said of the pathway where they named none. */
export const settledBy = ({ pathwayId, startsPathway }: Corrections): 'none' | 'starts' | null =>
  pathwayId === null ? 'none' : startsPathway === true ? 'starts' : null

const typed = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

const understoodIn = ({ date, eventType, problems }: ComposedEvent): DatedEvent | null =>
  date === null || eventType === null || problems.length > 0 ? null : { ...date, eventType }

const eventFrom = (composed: ComposedEvent, { pathwayId }: Corrections): Composer['event'] => {
  const { date, eventType, lane, problems, asksPathway } = composed
  if (date === null || eventType === null || lane === null || problems.length > 0 || asksPathway) return null
  return {
    episodeId: composed.episodeId,
    eventType,
    lane,
    date: date.date,
    precision: date.precision,
    note: typed(composed.note),
    toldBy: composed.toldBy,
    answersEventId: null,
    pathwayId: composed.pathwayId,
    ...(pathwayId === null ? { pathway: 'none' } : {}),
    method: composed.method,
    doneBy: typed(composed.doneBy),
    hospital: typed(composed.hospital),
    template: typed(composed.template),
  }
}

/** One line being typed, what it was taken for, and what was put right. */
export const useComposer = (today: IsoDate, usual: UsualLinks, names: KnownNames): Composer => {
  const [text, setText] = useState('')
  const [corrections, setCorrections] = useState<Corrections>({})
  const reading = useMemo(() => readComposerText(text, { today, names }), [text, today, names])
  const composed = composeEvent(reading, corrections, today, usual)
  const isEmpty = text.trim() === ''
  return {
    text,
    reading,
    composed,
    corrections,
    isEmpty,
    understood: isEmpty ? null : understoodIn(composed),
    event: isEmpty ? null : eventFrom(composed, corrections),
    type: (next) => {
      setText(next)
      if (next.trim() === '') setCorrections({})
    },
    correct: (change) => setCorrections((before) => ({ ...before, ...change })),
    clear: () => {
      setText('')
      setCorrections({})
    },
  }
}
