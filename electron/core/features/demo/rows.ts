import type { DatePrecision } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import { dateOf, type DemoPathway, type Happening, type Timeline } from './timeline.ts'

/** A row whose named columns are always said, be it that they are not recorded. */
type Said<T extends 'person' | 'cancer_episode' | 'journey_event', Column extends keyof NewRow<T>> = NewRow<T> &
  Required<Pick<NewRow<T>, Column>>

type PersonRow = Said<'person', 'nhs_number' | 'local_id' | 'title' | 'birth_date' | 'postcode' | 'death_date'>
type EpisodeRow = Said<
  'cancer_episode',
  'site' | 'icd10_code' | 'stage' | 'hospital' | 'diagnosis_date' | 'diagnosis_date_precision'
>
type EventRow = Said<'journey_event', 'episode_id' | 'note' | 'told_by' | 'answers_event_id'>

/** One made-up person as the tables hold them. */
export interface DemoPerson {
  person: PersonRow
  episodes: EpisodeRow[]
  /** In journey order; a letter stands after the event it answers. */
  events: EventRow[]
  pathways: NewRow<'pathway'>[]
  signOffs: NewRow<'pathway_sign_off'>[]
}

/** A diagnosis before it has an identifier. */
export interface DemoEpisode extends Omit<
  EpisodeRow,
  'id' | 'person_id' | 'diagnosis_date' | 'diagnosis_date_precision'
> {
  day: number
  precision: DatePrecision
}

const DAYS_A_WEEK = 7
const WORKING_DAYS = 5
/** 1 January 1970 was a Thursday: three days into a week that begins on Monday. */
const THURSDAY = 3

/**
 * The working day on or just before a day, spread over the week. It never moves a day later and never turns two days
 * round, so the order of events holds.
 */
export const workingDay = (day: number): number => {
  const week = Math.floor((day + THURSDAY) / DAYS_A_WEEK)
  const weekday = day + THURSDAY - week * DAYS_A_WEEK
  return week * DAYS_A_WEEK - THURSDAY + Math.floor((weekday * WORKING_DAYS) / DAYS_A_WEEK)
}

export type DayRule = (day: number) => number

/** One review in so many was held without one, which no indicator that asks for it counts. */
const WITHOUT_TEMPLATE = 6

/** The structured template a review was held with, by its day: asking for chance here would change everybody. */
const templateOf = ({ type, day }: Happening): string | null =>
  type === 'care_review' && day % WITHOUT_TEMPLATE !== 0 ? 'Practice care review template' : null

const eventRows = (
  timeline: Timeline,
  personId: string,
  episodeIds: readonly string[],
  pathwayIds: readonly string[],
  idOf: Map<Happening, string>,
  ids: Ids,
  onDay: DayRule,
): EventRow[] =>
  timeline.inOrder().map((happening) => {
    const id = ids.next()
    idOf.set(happening, id)
    const day = happening.type === 'died' ? happening.day : onDay(happening.day)
    return {
      id,
      person_id: personId,
      episode_id: happening.episode === null ? null : (episodeIds[happening.episode] ?? null),
      event_type: happening.type,
      lane: eventTypeOf(happening.type).lane,
      event_date: dateOf(day, happening.precision),
      event_date_precision: happening.precision,
      note: happening.note,
      told_by: happening.toldBy,
      answers_event_id: happening.answers === null ? null : (idOf.get(happening.answers) ?? null),
      pathway_id: happening.pathway === null ? null : (pathwayIds[happening.pathway] ?? null),
      template: templateOf(happening),
    }
  })

const SIGNED_BY = 'Dr Anjali Rao'

const signOffRow = (
  { signOff }: DemoPathway,
  pathwayId: string,
  personId: string,
  idOf: ReadonlyMap<Happening, string>,
  ids: Ids,
): NewRow<'pathway_sign_off'>[] => {
  const eventId = signOff === null ? undefined : idOf.get(signOff.of)
  if (signOff === null || eventId === undefined) return []
  return [
    {
      id: ids.next(),
      pathway_id: pathwayId,
      person_id: personId,
      event_id: eventId,
      decision: signOff.decision,
      note: signOff.note,
      signed_by: SIGNED_BY,
      signed_on: dateOf(signOff.day, 'day'),
    },
  ]
}

/** Gives a person, their diagnoses and their journey identifiers and dates. */
export const rowsOf = (
  person: Omit<PersonRow, 'id'>,
  episodes: readonly DemoEpisode[],
  timeline: Timeline,
  ids: Ids,
  onDay: DayRule,
): DemoPerson => {
  const id = ids.next()
  const episodeRows = episodes.map(({ day, precision, ...episode }) => ({
    id: ids.next(),
    person_id: id,
    ...episode,
    diagnosis_date: dateOf(onDay(day), precision),
    diagnosis_date_precision: precision,
  }))
  const episodeIds = episodeRows.map((episode) => episode.id)
  const pathways = timeline.pathways.map((pathway) => ({
    id: ids.next(),
    person_id: id,
    episode_id: pathway.episode === null ? null : (episodeIds[pathway.episode] ?? null),
    tumour_group: pathway.tumourGroup,
    priority: pathway.priority,
    hospital: pathway.hospital,
    reference: pathway.reference,
  }))
  const pathwayIds = pathways.map((pathway) => pathway.id)
  const idOf = new Map<Happening, string>()
  return {
    person: { id, ...person },
    episodes: episodeRows,
    pathways,
    events: eventRows(timeline, id, episodeIds, pathwayIds, idOf, ids, onDay),
    signOffs: timeline.pathways.flatMap((pathway, at) => signOffRow(pathway, pathwayIds[at] ?? '', id, idOf, ids)),
  }
}
