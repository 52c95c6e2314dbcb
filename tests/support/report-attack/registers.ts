import * as fc from 'fast-check'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'
import { AGE_GROUPS } from '#shared/features/reports/demographics.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import type { SourceClock, SourceList } from '#shared/features/reports/source.ts'
import { diagnosed, happened, on, somebody } from '#tests/support/report-source.ts'

const day = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2023-06-01', offset))
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
)
const event = fc
  .record({
    type: fc.constantFrom(
      'support_contact',
      'care_review',
      'care_review_declined',
      'care_review_unsuitable',
      'support_contact_declined',
      'support_contact_unsuitable',
      'discharged',
      'discharge_letter',
      'oncology_clinic',
      'clinic_letter',
      'seen_by_gp',
      'blood_test',
      'urgent_referral',
      'diagnosis_letter',
    ),
    date,
  })
  .map(({ type, date: when }) => happened(type, when))

const episode = fc
  .record({
    date: fc.option(date),
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant('new_primary' as const) },
      fc.constantFrom(...EPISODE_KINDS.map(({ code }) => code)),
    ),
    tumourGroup: fc.constantFrom('breast', 'lung', 'prostate', 'lower_gi', 'skin_other', 'not_known'),
    stage: fc.option(fc.constantFrom('0', '1', '2', '3A', '4')),
    route: fc.constantFrom(...ROUTES_TO_DIAGNOSIS.map(({ code }) => code)),
    ageGroup: fc.option(fc.constantFrom(...AGE_GROUPS.map(({ code }) => code))),
    referredTo: fc.option(
      fc.constantFrom('Northfield General', 'northfield  general', 'Southmoor', 'Eastcliff', 'Mr P'),
    ),
    toReferral: fc.option(fc.nat({ max: 60 })),
    toDiagnosis: fc.option(fc.nat({ max: 90 })),
  })
  .map(({ date: when, ...rest }) => diagnosed(when, rest))

const clock = fc
  .record({
    code: fc.constantFrom('told_28' as const, 'treated_31' as const, 'treated_62' as const),
    tumourGroup: fc.constantFrom('breast' as const, 'lung' as const, 'sarcoma' as const),
    stop: date,
    result: fc.constantFrom('within' as const, 'over' as const, 'either' as const),
    startAssumed: fc.nat({ max: 9 }).map((chance) => chance === 0),
  })
  .map(({ stop, ...rest }): SourceClock => ({ ...rest, stop: on(stop) }))

const person = fc
  .record({
    episodes: fc.array(episode, { minLength: 0, maxLength: 2 }),
    events: fc.array(event, { maxLength: 5 }),
    leftOutOfSharing: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
    hasNhsNumber: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
    sex: fc.constantFrom('1', '2', '9', 'X'),
    ethnicGroup: fc.option(fc.constantFrom('white' as const, 'asian' as const, 'black' as const)),
    deprivationQuintile: fc.option(fc.integer({ min: 1, max: 5 })),
    deathDate: fc.tuple(date, fc.nat({ max: 5 })).map(([text, chance]) => (chance === 0 ? on(text) : null)),
    deathPlace: fc.option(fc.constantFrom('10', '20', '30')),
    clocks: fc.array(clock, { maxLength: 3 }),
  })
  .map(({ episodes, events, ...rest }) =>
    somebody(episodes, { ...rest, events: events.toSorted((a, b) => a.date.localeCompare(b.date)) }),
  )

/** Up to 120 people, most of them with something in the periods below. */
export const anyRegister = fc.oneof(
  { weight: 3, arbitrary: fc.array(person, { minLength: 0, maxLength: 120 }) },
  { weight: 1, arbitrary: fc.array(person, { minLength: 60, maxLength: 120, size: 'max' }) },
)

export const anyPeriod = fc.constantFrom(
  { from: '2025-04-01', to: '2026-03-31' },
  { from: '2023-07-01', to: '2026-06-30' },
)

export const hidingRules = fc.constantFrom('hide-1-to-5' as const, 'hide-1-to-7-round-5' as const)

/** Sections of a report: all of them, or any few. */
export const anySections = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly SectionCode[]>(ALL_SECTIONS) },
  fc.subarray([...ALL_SECTIONS], { minLength: 1 }),
)

const few = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 40 }))

/** A compared list whose figures add up. */
export const anyList = fc
  .record({
    both: few,
    theirs: few,
    ours: few,
    days: fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 12 }),
    left: fc.nat({ max: 7 }),
    share: fc.nat({ max: 100 }),
  })
  .map(({ both, theirs, ours, days, left, share }): SourceList => {
    const other = days.length + left
    const resolved = Math.floor(((theirs + ours + other) * share) / 100)
    return {
      source: 'registry',
      from: '2025-04-01',
      to: '2026-03-31',
      both,
      theirs_only: theirs,
      ours_only: ours,
      other_date: other,
      days,
      resolved,
      open: theirs + ours + other - resolved,
    }
  })
