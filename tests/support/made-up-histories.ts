import * as fc from 'fast-check'
import type { WriteHandle } from '#core/db/database.ts'
import { projectPeople } from '#core/projections/person-summary.ts'
import { addDays, type DatePrecision, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import {
  type EpisodeFacts,
  eventTypeNumber,
  factDate,
  type Facts,
  type PersonFacts,
  VAGUENESS,
} from '#shared/features/measures/facts.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { TEST_TODAY } from './test-core.ts'

/** Somebody of whom only what makes a history is recorded. */
export interface MadeUpHistories {
  readonly sex: '1' | '2'
  readonly died: PartialDate | null
  readonly diagnoses: readonly {
    readonly kind: EpisodeFacts['kind']
    readonly group: 'breast' | 'lower_gi'
    readonly date: PartialDate
    readonly stage: string | null
    readonly route: EpisodeFacts['route']
  }[]
  readonly events: readonly {
    readonly type: string
    readonly date: PartialDate
    /** The place of the diagnosis that it names. */
    readonly names: number | null
  }[]
}

const TYPES = [
  'screening_result',
  'seen_by_gp',
  'home_visit',
  'blood_test',
  'fit_test',
  'urgent_referral',
  'routine_referral',
  'emergency_admission',
  'first_seen',
  'surgical_clinic',
  'ct_scan',
  'biopsy',
  'told_diagnosis',
  'decision_to_treat',
  'surgery',
  'chemotherapy_started',
  'radiotherapy_started',
  'active_monitoring',
  'care_review',
  'recurrence_told',
  'hospice_admission',
  'discharge_letter',
] as const

const CENTRE = '2025-01-15'

/** Days near each other, so that many fall on one day or on the edge of a rule. */
const dayNear = (centre: IsoDate): fc.Arbitrary<IsoDate> =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }) },
      { weight: 2, arbitrary: fc.integer({ min: -4, max: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(-732, -731, -730, -729, -1, 0, 1) },
      { weight: 1, arbitrary: fc.integer({ min: -1000, max: 500 }) },
    )
    .map((by) => addDays(centre, by))

/** A made-up person; of a hundred dates so many are vague. */
export const madeUpHistories = (vague: number): fc.Arbitrary<MadeUpHistories> => {
  const precision = fc.oneof(
    { weight: 100 - vague, arbitrary: fc.constant<DatePrecision>('day') },
    { weight: vague, arbitrary: fc.constantFrom<DatePrecision>('month', 'year') },
  )
  const dateNear = (centre: IsoDate): fc.Arbitrary<PartialDate> =>
    fc.tuple(dayNear(centre), precision).map(([day, grain]) => ({
      date: grain === 'day' ? day : grain === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`,
      precision: grain,
    }))
  return fc.record({
    sex: fc.constantFrom('1', '2'),
    died: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dateNear('2025-06-01') }),
    diagnoses: fc.array(
      fc.record({
        kind: fc.constantFrom<EpisodeFacts['kind']>('new_primary', 'new_primary', 'new_primary', 'recurrence'),
        group: fc.constantFrom('breast', 'lower_gi'),
        date: dateNear(CENTRE),
        stage: fc.constantFrom('1', '2A', '3', '4', '0', null),
        route: fc.constantFrom<EpisodeFacts['route']>('urgent_referral', 'emergency', 'screening', 'not_known'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    events: fc.array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        date: dateNear(CENTRE),
        names: fc.constantFrom(null, null, 0, 1, 2),
      }),
      { maxLength: 12 },
    ),
  })
}

const known = (date: PartialDate | null) => (date === null ? null : factDate(date.date, date.precision))

/** These people as measures see a register, without one. */
export const factsOfHistories = (people: readonly MadeUpHistories[]): Facts => {
  const all = people.flatMap(({ events }) => events)
  let row = 0
  return {
    people: people.map((made, at): PersonFacts => {
      const eventsFrom = row
      row += made.events.length
      return {
        id: `person-${String(at).padStart(5, '0')}`,
        sex: made.sex,
        birthDate: '1958-03-14',
        ethnicity: null,
        deprivationQuintile: null,
        died: known(made.died),
        deathPlace: null,
        leftOutOfSharing: false,
        registrations: [],
        episodes: made.diagnoses.map(({ kind, group, date, stage, route }, place) => ({
          id: `${at}-${place}`,
          kind,
          tumourGroup: group,
          site: null,
          icd10Code: null,
          diagnosed: known(date),
          stage,
          stageGroup: stage === null ? null : (parseStage(stage)?.group ?? null),
          route,
          behaviour: null,
          isCountedSort: true,
          isOtherSkin: false,
          onPracticeRegister: null,
          nurseSpecialistTold: null,
          hasNamedNurseSpecialist: false,
        })),
        pathways: [],
        tasks: [],
        hasNhsNumber: true,
        eventsFrom,
        eventsEnd: row,
      }
    }),
    events: {
      type: Uint8Array.from(all, ({ type }) => eventTypeNumber(type)),
      day: Int32Array.from(all, ({ date }) => dayNumber(date.date)),
      vagueness: Uint8Array.from(all, ({ date }) => VAGUENESS.indexOf(date.precision)),
      episode: Int8Array.from(
        people.flatMap(({ events, diagnoses }) =>
          events.map(({ names }) => (names === null || names >= diagnoses.length ? -1 : names)),
        ),
      ),
      withTemplate: new Uint8Array(all.length),
      letter: new Uint8Array(all.length),
      letterDays: new Int16Array(all.length),
    },
  }
}

let made = 0
const nextId = (): string => {
  made += 1
  return `0199${String(made).padStart(4, '0').slice(-4)}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
}

/** Stores these people in a register as they are. */
export const storeHistories = async (handle: WriteHandle, people: readonly MadeUpHistories[]): Promise<void> => {
  const ids: string[] = []
  const run = (text: string, ...values: unknown[]): unknown => handle.statements.prepare(text).run(...values)
  for (const { sex, died, diagnoses, events } of people) {
    const id = nextId()
    ids.push(id)
    run(
      `INSERT INTO person (id, surname, given_name, sex, birth_date, leave_out_of_sharing, death_date,
         death_date_precision, version) VALUES (?, 'Ashworth', 'Maureen', ?, '1958-03-14', 0, ?, ?, 1)`,
      id,
      sex,
      died?.date ?? null,
      died?.precision ?? null,
    )
    const episodes = diagnoses.map(({ kind, group, date, stage, route }) => {
      const episode = nextId()
      run(
        `INSERT INTO cancer_episode (id, person_id, kind, tumour_group, diagnosis_date, diagnosis_date_precision, stage,
           route, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
        episode,
        id,
        kind,
        group,
        date.date,
        date.precision,
        stage,
        route,
      )
      return episode
    })
    for (const { type, date, names } of events) {
      run(
        `INSERT INTO journey_event (id, person_id, episode_id, event_type, lane, event_date, event_date_precision, version)
         VALUES (?, ?, ?, ?, 'primary', ?, ?, 1)`,
        nextId(),
        id,
        names === null ? null : (episodes[names] ?? null),
        type,
        date.date,
        date.precision,
      )
    }
  }
  await projectPeople(handle, ids, TEST_TODAY)
}
