import * as fc from 'fast-check'
import type { WriteHandle } from '#core/db/database.ts'
import { projectPeople } from '#core/projections/person-summary.ts'
import { addDays, addMonths, type DatePrecision, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'

/** Made-up people of whom only what the rules ask about is recorded, with dates that lie on the edges of the rules. */
export interface MadeUp {
  readonly died: PartialDate | null
  readonly stays: readonly { readonly from: PartialDate | null; readonly to: PartialDate | null }[]
  readonly diagnoses: readonly { readonly date: PartialDate; readonly sort: number }[]
  readonly events: readonly { readonly type: string; readonly date: PartialDate; readonly template: boolean }[]
}

const SORTS = [
  { tumour_group: 'lower_gi', icd10_code: 'C18.7', site: 'Sigmoid colon', behaviour: null },
  { tumour_group: 'breast', icd10_code: 'C50', site: null, behaviour: 'malignant' },
  { tumour_group: 'skin_other', icd10_code: 'C44', site: 'Squamous cell, ear', behaviour: null },
  { tumour_group: 'skin_other', icd10_code: 'C44', site: 'Basal cell, nose', behaviour: null },
  { tumour_group: 'breast', icd10_code: 'D05.1', site: null, behaviour: 'in_situ' },
] as const

const EVENT_TYPES = [
  'care_review',
  'care_review',
  'support_information_given',
  'support_information_given',
  'support_contact',
  'diagnosis_letter',
  'care_review_invitation',
  'care_review_invitation',
  'support_contact_invitation',
  'support_contact_invitation',
  'care_review_declined',
  'support_contact_declined',
  'care_review_unsuitable',
  'support_contact_unsuitable',
  'died',
  'blood_test',
] as const

const NUDGES = [-8, -7, -6, -2, -1, 0, 0, 0, 1, 2, 6, 7, 8] as const

/** Days at which something changes for a year that ends on a day, give or take a few. */
const edgeOf = (end: IsoDate): fc.Arbitrary<IsoDate> =>
  fc
    .tuple(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc
            .constantFrom(-27, -24, -18, -15, -14, -13, -12, -9, -6, -4, -3, -1, 0)
            .map((by) => addMonths(end, by)),
        },
        { weight: 2, arbitrary: fc.integer({ min: -800, max: 60 }).map((by) => addDays(end, by)) },
        { weight: 1, arbitrary: fc.constantFrom(addDays(end, -93), addDays(end, -92), '2003-04-01') },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('01-31', '02-28', '08-31', '11-30')
            .map((day) => `${Number(end.slice(0, 4)) - 1}-${day}`),
        },
      ),
      fc.constantFrom(...NUDGES),
    )
    .map(([day, by]) => addDays(day, by))

/** Days that a rule counts to from another: 3, 6 and 12 months on, and 92 to 94 days. */
const afterIt = (day: IsoDate): fc.Arbitrary<IsoDate> =>
  fc
    .tuple(
      fc.constantFrom(
        day,
        addMonths(day, 3),
        addMonths(day, 6),
        addMonths(day, 12),
        addDays(day, 93),
        addDays(day, 40),
      ),
      fc.constantFrom(...NUDGES),
    )
    .map(([from, by]) => addDays(from, by))

const asKnown = (day: IsoDate, precision: DatePrecision): PartialDate => ({
  date: precision === 'day' ? day : precision === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`,
  precision,
})

/** The first two vague dates stay vague, and a year only alone: every pair of days is tried in SQL. */
const fewVague = (person: MadeUp): MadeUp => {
  let months = 0
  let hasYear = false
  const checked = (date: PartialDate): PartialDate => {
    if (date.precision === 'day') return date
    const mayBeVague = !hasYear && (date.precision === 'year' ? months === 0 : months < 2)
    if (!mayBeVague) return { date: date.date, precision: 'day' }
    if (date.precision === 'year') hasYear = true
    else months += 1
    return date
  }
  return {
    died: person.died === null ? null : checked(person.died),
    diagnoses: person.diagnoses.map((diagnosis) => ({ ...diagnosis, date: checked(diagnosis.date) })),
    events: person.events.map((event) => ({ ...event, date: checked(event.date) })),
    stays: person.stays.map(({ from, to }) => ({
      from: from === null ? null : checked(from),
      to: to === null ? null : checked(to),
    })),
  }
}

/** A made-up person for a year that ends on a day. */
export const madeUpPerson = (end: IsoDate, vagueness: number): fc.Arbitrary<MadeUp> => {
  const precision = fc.oneof(
    { weight: 20 - vagueness, arbitrary: fc.constant<DatePrecision>('day') },
    { weight: vagueness, arbitrary: fc.constant<DatePrecision>('month') },
    { weight: vagueness > 0 ? 1 : 0, arbitrary: fc.constant<DatePrecision>('year') },
  )
  const date = (day: fc.Arbitrary<IsoDate>) => fc.tuple(day, precision).map(([at, grain]) => asKnown(at, grain))
  const edge = edgeOf(end)
  const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
  return fc
    .array(fc.record({ day: edge, sort: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4) }), { minLength: 1, maxLength: 3 })
    .chain((diagnoses) => {
      const newest =
        diagnoses
          .map(({ day }) => day)
          .toSorted()
          .at(-1) ?? end
      return fc.record({
        died: rarely(date(edge)),
        stays: fc.oneof(
          { weight: 4, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: fc.array(
              fc.record({
                from: fc.option(date(edge), { nil: null }),
                to: fc.option(date(edge), { nil: null }),
              }),
              { maxLength: 2 },
            ),
          },
        ),
        diagnoses: fc.tuple(
          ...diagnoses.map(({ day, sort }) => date(fc.constant(day)).map((at) => ({ date: at, sort }))),
        ),
        events: fc.array(
          fc.record({
            type: fc.constantFrom(...EVENT_TYPES).filter((type) => type !== 'died'),
            date: date(fc.oneof(afterIt(newest), edge)),
            template: fc.boolean(),
          }),
          { maxLength: 6 },
        ),
      })
    })
    .map(fewVague)
}

let made = 0
const nextId = (): string => {
  made += 1
  return `0199${String(made).padStart(4, '0').slice(-4)}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
}

/** Stores made-up people as they are. @returns their ids, in order. */
export const storeMadeUp = async (
  handle: WriteHandle,
  people: readonly MadeUp[],
  odsCode: string,
): Promise<string[]> => {
  const ids: string[] = []
  const run = (text: string, ...values: unknown[]): unknown => handle.statements.prepare(text).run(...values)
  for (const { died, stays, diagnoses, events } of people) {
    const id = nextId()
    ids.push(id)
    run(
      `INSERT INTO person (id, surname, given_name, sex, leave_out_of_sharing, death_date, death_date_precision, version)
       VALUES (?, 'Ashworth', 'Maureen', '2', 0, ?, ?, 1)`,
      id,
      died?.date ?? null,
      died?.precision ?? null,
    )
    for (const { date, sort } of diagnoses) {
      const { tumour_group, icd10_code, site, behaviour } = SORTS[sort] ?? SORTS[0]
      run(
        `INSERT INTO cancer_episode (id, person_id, kind, tumour_group, site, icd10_code, behaviour, diagnosis_date,
           diagnosis_date_precision, route, version) VALUES (?, ?, 'new_primary', ?, ?, ?, ?, ?, ?, 'not_known', 1)`,
        nextId(),
        id,
        tumour_group,
        site,
        icd10_code,
        behaviour,
        date.date,
        date.precision,
      )
    }
    for (const { type, date, template } of events) {
      run(
        `INSERT INTO journey_event (id, person_id, event_type, lane, event_date, event_date_precision, template, version)
         VALUES (?, ?, ?, 'primary', ?, ?, ?, 1)`,
        nextId(),
        id,
        type,
        date.date,
        date.precision,
        template ? 'Structured' : null,
      )
    }
    for (const { from, to } of stays) {
      run(
        `INSERT INTO practice_registration (id, person_id, practice_name, ods_code, registered_from,
           registered_from_precision, registered_to, registered_to_precision, version) VALUES (?, ?, 'X', ?, ?, ?, ?, ?, 1)`,
        nextId(),
        id,
        odsCode,
        from?.date ?? null,
        from?.precision ?? null,
        to?.date ?? null,
        to?.precision ?? null,
      )
    }
  }
  await projectPeople(handle, ids, TEST_TODAY)
  return ids
}
