import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import type { DemoPerson } from '#core/features/demo/rows.ts'
import { addMonths, ageInYears, dateSpan, daysBetween, isIsoDate } from '#shared/domain/partial-date.ts'
import { isTestNhsNumber, parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { isEventTypeCode } from '#shared/features/journey/event-types.ts'
import { letterRuleFor } from '#shared/features/journey/letter-rules.ts'
import { newJourneyEventSchema } from '#shared/features/journey/schema.ts'
import { episodeFieldsSchema, personFieldsSchema } from '#shared/features/register/schema.ts'

const TODAY = '2026-11-23'
const LEAD_IDS = [
  '01900000-0000-7000-8000-00000000000a',
  '01900000-0000-7000-8000-00000000000b',
  '01900000-0000-7000-8000-00000000000c',
]
const make = (patients: number, seed: number, today = TODAY): DemoPerson[] => [
  ...demoPeople({ patients, seed, today, leadIds: LEAD_IDS }),
]
const hash = (people: readonly DemoPerson[]): string =>
  createHash('sha256').update(JSON.stringify(people)).digest('hex')

/** Without referrals for something else, which come after the journey to the diagnosis. */
const toDiagnosis = (person: DemoPerson): DemoPerson => {
  const others = new Set(person.pathways.filter(({ episode_id }) => episode_id === null).map(({ id }) => id))
  return { ...person, events: person.events.filter((event) => !others.has(event.pathway_id ?? '')) }
}
const MANY = make(5000, 7).map(toDiagnosis)
const TREATMENTS = [
  'surgery',
  'chemotherapy_started',
  'radiotherapy_started',
  'hormone_started',
  'immunotherapy_started',
  'active_monitoring',
]
type Event = DemoPerson['events'][number]

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
const share = (people: readonly DemoPerson[], holds: (person: DemoPerson) => boolean): number =>
  people.filter(holds).length / people.length
const exact = (person: DemoPerson, ...types: string[]): Event | undefined =>
  person.events.find((event) => types.includes(event.event_type) && event.event_date_precision === 'day')
const daysFrom = (from: Event | undefined, to: Event | undefined): number[] =>
  from === undefined || to === undefined || to.event_date < from.event_date
    ? []
    : [daysBetween(from.event_date, to.event_date)]
const span = (event: Event) => dateSpan({ date: event.event_date, precision: event.event_date_precision })

describe('the same seed and day', () => {
  it('give the same people, byte for byte', () => {
    expect(hash(make(300, 42))).toBe(hash(make(300, 42)))
  })

  it('give the first people of a larger register unchanged', () => {
    expect(hash(make(120, 42))).toBe(hash(make(300, 42).slice(0, 120)))
  })

  it.each([
    ['another seed', () => make(300, 43)],
    ['another day', () => make(300, 42, '2026-11-24')],
  ])('give other people with %s', (_change, other) => {
    expect(hash(other())).not.toBe(hash(make(300, 42)))
  })
})

describe('every invented person', () => {
  it('has a valid NHS number of the test range, each once, but for a few that are not known', () => {
    const numbers = MANY.flatMap(({ person }) => person.nhs_number ?? [])
    expect(numbers.filter((number) => !isTestNhsNumber(number) || !parseNhsNumber(number).ok)).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length / MANY.length).toBeGreaterThan(0.99)
  })

  it('would be accepted from the screens', () => {
    for (const { person, episodes, events } of MANY.slice(0, 400)) {
      expect(
        personFieldsSchema.safeParse({
          title: person.title,
          surname: person.surname,
          givenName: person.given_name,
          nhsNumber: person.nhs_number,
          localId: person.local_id,
          birthDate: person.birth_date,
          sex: person.sex,
          postcode: person.postcode,
          usualGp: person.usual_gp,
          namedLeadId: person.named_lead_id,
          leaveOutOfSharing: person.leave_out_of_sharing === 1,
          deathDate:
            person.death_date === null ? null : { date: person.death_date, precision: person.death_date_precision },
        }).error,
      ).toBeUndefined()
      for (const episode of episodes) {
        expect(
          episodeFieldsSchema.safeParse({
            kind: episode.kind,
            tumourGroup: episode.tumour_group,
            site: episode.site,
            icd10Code: episode.icd10_code,
            diagnosisDate: { date: episode.diagnosis_date, precision: episode.diagnosis_date_precision },
            stage: episode.stage,
            route: episode.route,
            hospital: episode.hospital,
          }).error,
        ).toBeUndefined()
      }
      for (const event of events) {
        expect(
          newJourneyEventSchema.safeParse({
            personId: event.person_id,
            episodeId: event.episode_id,
            eventType: event.event_type,
            lane: event.lane,
            date: event.event_date,
            precision: event.event_date_precision,
            note: event.note,
            toldBy: event.told_by,
            answersEventId: event.answers_event_id,
          }).error,
        ).toBeUndefined()
      }
    }
  })

  it('was born at a believable time and never lives on after a death', () => {
    for (const { person, events, episodes } of MANY) {
      const born = person.birth_date ?? ''
      expect(isIsoDate(born)).toBe(true)
      expect(ageInYears(born, episodes[0]?.diagnosis_date ?? TODAY)).toBeGreaterThanOrEqual(15)
      expect(ageInYears(born, TODAY)).toBeLessThanOrEqual(102)
      if (person.death_date === null) continue
      const end = dateSpan({ date: person.death_date, precision: person.death_date_precision ?? 'day' }).to
      expect(events.every((event) => event.event_date <= end)).toBe(true)
      expect(events.some((event) => event.event_type === 'died')).toBe(true)
    }
  })

  it('has identifiers in order of creation, each once', () => {
    const ids = MANY.flatMap(({ person, episodes, events }) => [
      person.id,
      ...episodes.map((row) => row.id),
      ...events.map((row) => row.id),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)).toBe(true)
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    )
  })
})

describe('every journey', () => {
  const ORDER = [
    'symptom_noticed',
    'seen_by_gp',
    'urgent_referral',
    'referral_received',
    'told_diagnosis',
    'mdt',
    'decision_to_treat',
  ]

  it('knows its event types and lies in the past', () => {
    for (const { events } of MANY) {
      expect(events.every((event) => isEventTypeCode(event.event_type) && event.event_date <= TODAY)).toBe(true)
    }
  })

  it('keeps the lawful order of its first steps, as far as the dates are known', () => {
    const turnedRound = MANY.flatMap(({ events }) => {
      const presented = events.some((event) => event.event_type === 'symptom_noticed')
      const order = presented ? ORDER : ORDER.slice(2)
      const steps = order.flatMap((type) => events.find((event) => event.event_type === type) ?? [])
      return steps.filter((step, at) => at > 0 && span(steps[at - 1] ?? step).from > span(step).to)
    })
    expect(turnedRound).toEqual([])
  })

  it('treats only after the decision to treat', () => {
    const tooSoon = MANY.filter((person) => {
      const decision = exact(person, 'decision_to_treat')
      const first = person.events.find(
        (event) => TREATMENTS.includes(event.event_type) && event.episode_id === decision?.episode_id,
      )
      return decision !== undefined && first !== undefined && first.event_date < decision.event_date
    })
    expect(tooSoon).toEqual([])
  })

  it('has letters that answer an earlier event of the same person', () => {
    for (const { events } of MANY) {
      const byId = new Map(events.map((event) => [event.id, event]))
      for (const event of events) {
        if (event.answers_event_id === null) continue
        const answered = byId.get(event.answers_event_id)
        expect(answered).toBeDefined()
        expect((answered?.event_date ?? '') <= event.event_date).toBe(true)
      }
    }
  })
})

describe('5,000 people together', () => {
  /** The figures that lie outside what a usual practice has, in words. */
  const outside = (
    ...figures: readonly (readonly [what: string, value: number, low: number, high: number])[]
  ): string[] =>
    figures
      .filter(([, value, low, high]) => !(value >= low && value <= high))
      .map(([what, value]) => `${what}: ${value}`)

  it('have about 30 events each', () => {
    expect(outside(['events', MANY.reduce((sum, { events }) => sum + events.length, 0) / MANY.length, 28, 32])).toEqual(
      [],
    )
  })

  it('have the intervals of the national audit: primary care 5 days (0 to 27), diagnostic 40 (15 to 86)', () => {
    const primaryCare = MANY.flatMap((person) =>
      daysFrom(exact(person, 'seen_by_gp'), exact(person, 'urgent_referral', 'routine_referral')),
    )
    const diagnostic = MANY.flatMap((person) => daysFrom(exact(person, 'seen_by_gp'), exact(person, 'told_diagnosis')))
    expect(
      outside(
        ['primaryCare at 0.25', quantile(primaryCare, 0.25), 0, 1],
        ['primaryCare at 0.5', quantile(primaryCare, 0.5), 4, 6],
        ['primaryCare at 0.75', quantile(primaryCare, 0.75), 23, 31],
        ['diagnostic at 0.25', quantile(diagnostic, 0.25), 14, 21],
        ['diagnostic at 0.5', quantile(diagnostic, 0.5), 36, 44],
        ['diagnostic at 0.75', quantile(diagnostic, 0.75), 76, 92],
      ),
    ).toEqual([])
  })

  it('are told three to four weeks after an urgent referral and treated three to four weeks after the decision', () => {
    const told = MANY.flatMap((person) => daysFrom(exact(person, 'urgent_referral'), exact(person, 'told_diagnosis')))
    const treated = MANY.flatMap((person) => daysFrom(exact(person, 'decision_to_treat'), exact(person, ...TREATMENTS)))
    expect(
      outside(['told at 0.5', quantile(told, 0.5), 21, 28], ['treated at 0.5', quantile(treated, 0.5), 20, 30]),
    ).toEqual([])
  })

  it('wait about two weeks for a letter, and about 8 in 100 letters never come', () => {
    const waits: number[] = []
    let owed = 0
    let lost = 0
    for (const { events } of MANY) {
      const byId = new Map(events.map((event) => [event.id, event]))
      const answered = new Set(events.map((event) => event.answers_event_id))
      for (const event of events) {
        const about = event.answers_event_id === null ? undefined : byId.get(event.answers_event_id)
        if (about !== undefined && about.event_date_precision === 'day')
          waits.push(daysBetween(about.event_date, event.event_date))
        if (letterRuleFor(event.event_type) === null || daysBetween(event.event_date, TODAY) < 76) continue
        owed += 1
        if (!answered.has(event.id)) lost += 1
      }
    }
    expect(outside(['waits at 0.5', quantile(waits, 0.5), 11, 18], ['letters lost', lost / owed, 0.06, 0.1])).toEqual(
      [],
    )
  })

  it('came through an emergency in about 19 cases of 100', () => {
    expect(
      outside(['emergencies', share(MANY, ({ episodes }) => episodes[0]?.route === 'emergency'), 0.17, 0.21]),
    ).toEqual([])
  })

  it('have breast, prostate and bowel cancer first', () => {
    const groups = Map.groupBy(MANY, ({ episodes }) => episodes[0]?.tumour_group)
    const order = [...groups].toSorted((a, b) => b[1].length - a[1].length).map(([group]) => group)
    expect(order.slice(0, 3)).toEqual(['breast', 'prostate', 'lower_gi'])
  })

  it('had a support contact within 3 months in about 70 cases of 100 and a care review within 12 in about 75', () => {
    const reached = (months: number, types: readonly string[]): number => {
      const owed = MANY.filter(
        ({ person, episodes }) =>
          person.death_date === null &&
          episodes[0]?.diagnosis_date_precision === 'day' &&
          addMonths(episodes[0].diagnosis_date ?? '', months) < TODAY,
      )
      return share(owed, ({ episodes, events }) => {
        const diagnosed = episodes[0]?.diagnosis_date ?? ''
        return events.some(
          (event) =>
            types.includes(event.event_type) &&
            event.event_date >= diagnosed &&
            event.event_date <= addMonths(diagnosed, months),
        )
      })
    }
    expect(
      outside(
        ['support contacts', reached(3, ['support_contact', 'support_information_given']), 0.67, 0.73],
        ['care reviews', reached(12, ['care_review']), 0.71, 0.79],
      ),
    ).toEqual([])
  })

  it('include deaths, second primaries, spread, vague dates and missing stages', () => {
    expect(outside(['deaths', share(MANY, ({ person }) => person.death_date !== null), 0.05, 0.12])).toEqual([])
    expect(
      share(MANY, ({ episodes }) => episodes.filter((episode) => episode.kind === 'new_primary').length > 1),
    ).toBeGreaterThan(0.005)
    expect(share(MANY, ({ episodes }) => episodes.some((episode) => episode.kind === 'metastatic'))).toBeGreaterThan(
      0.01,
    )
    expect(share(MANY, ({ episodes }) => episodes[0]?.diagnosis_date_precision === 'year')).toBeGreaterThan(0.005)
    expect(share(MANY, ({ episodes }) => episodes[0]?.diagnosis_date_precision === 'month')).toBeGreaterThan(0.01)
    expect(outside(['no stage', share(MANY, ({ episodes }) => episodes[0]?.stage === null), 0.1, 0.25])).toEqual([])
  })
})
