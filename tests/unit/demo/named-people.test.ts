import { describe, expect, it } from 'vitest'
import { ruleEpisodeFrom } from '#core/db/rows.ts'
import { demoPeople } from '#core/features/demo/people.ts'
import type { DemoPerson } from '#core/features/demo/rows.ts'
import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { dueItems } from '#shared/features/journey/due-rules.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import { emptyRow } from '#tests/support/builders.ts'

const STORY_DAY = '2026-11-23'
const named = (today: IsoDate): DemoPerson[] => [
  ...demoPeople({ patients: 20, seed: 1, today, leadIds: ['rao', 'tranter', 'eze'] }),
]

const firstDue = ({ person, episodes, events }: DemoPerson, today: IsoDate): DueItem | undefined =>
  dueItems({
    episodes: episodes.map((row) => ruleEpisodeFrom({ ...emptyRow('cancer_episode'), ...row })),
    events: events.map((row) => ({
      id: row.id,
      episodeId: row.episode_id,
      eventType: row.event_type,
      date: row.event_date,
      precision: row.event_date_precision,
      answersEventId: row.answers_event_id,
    })),
    deathDate: person.death_date === null ? null : { date: person.death_date, precision: 'day' },
  })
    .filter((item) => item.lapsesDate === null || item.lapsesDate >= today)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))[0]

const bySurname = (people: readonly DemoPerson[], surname: string): DemoPerson => {
  const found = people.find(({ person }) => person.surname === surname)
  if (found === undefined) throw new Error(`no ${surname}`)
  return found
}

describe('Maureen Ashworth', () => {
  const [maureen] = named(STORY_DAY)

  it('comes first and is who the screens say she is', () => {
    expect(maureen?.person).toMatchObject({
      surname: 'Ashworth',
      given_name: 'Maureen',
      title: 'Mrs',
      nhs_number: '9990000018',
      birth_date: '1958-03-14',
      sex: '2',
      named_lead_id: 'tranter',
    })
    expect(maureen?.episodes[0]).toMatchObject({
      site: 'Sigmoid colon',
      stage: '3',
      diagnosis_date: '2026-09-04',
      route: 'urgent_referral',
    })
  })

  it('has the journey of the journey screen', () => {
    const skin = maureen?.pathways[1]?.id
    const onSkin = maureen?.events.filter((event) => event.pathway_id === skin)
    expect(onSkin?.map((event) => `${event.event_date} ${event.event_type}`)).toEqual([
      '2026-11-09 urgent_referral',
      '2026-11-10 referral_received',
    ])
    const others = maureen?.events.filter((event) => event.pathway_id !== skin)
    expect(others?.map((event) => `${event.event_date} ${event.event_type}`)).toEqual([
      '2026-07-01 symptom_noticed',
      '2026-08-04 seen_by_gp',
      '2026-08-10 fit_test',
      '2026-08-11 urgent_referral',
      '2026-08-12 referral_received',
      '2026-08-26 colonoscopy',
      '2026-09-04 told_diagnosis',
      '2026-09-04 clinic_letter',
      '2026-09-10 mdt',
      '2026-09-15 diagnosis_letter',
      '2026-09-17 decision_to_treat',
      '2026-09-28 mdt_letter',
      '2026-09-28 treatment_plan_letter',
      '2026-10-07 surgery',
      '2026-10-12 discharged',
      '2026-10-29 nurse_phone_call',
      '2026-11-03 oncology_clinic',
    ])
    expect(maureen?.events[0]).toMatchObject({ event_date_precision: 'month', note: 'Change in bowel habit' })
  })

  it('moves with the day: 40 days later every date is 40 days later', () => {
    const later = named(addDays(STORY_DAY, 40))[0]
    const exactDays = (person: DemoPerson | undefined): string[] =>
      (person?.events ?? []).filter((event) => event.event_date_precision === 'day').map((event) => event.event_date)
    expect(exactDays(later)).toEqual(exactDays(maureen).map((date) => addDays(date, 40)))
  })
})

describe('what is due for the people of the register and letters screens', () => {
  const LATE_LETTERS: readonly (readonly [surname: string, document: string, daysLate: number])[] = [
    ['Ashworth', 'discharge', 35],
    ['Fenwicke', 'treatment_plan', 36],
    ['Marchbank', 'treatment_summary', 38],
    ['Ironside', 'clinic', 21],
    ['Corrigan-Oye', 'clinic', 19],
    ['Lindqvist', 'clinic', 12],
    ['Sethi', 'clinic', 10],
    ['Wharmby', 'clinic', 3],
  ]
  const CONTACTS: readonly (readonly [surname: string, kind: DueItem['kind'], due: IsoDate])[] = [
    ['Dallimore', 'support_contact', '2026-11-26'],
    ['Begum-Hall', 'support_contact', '2027-01-02'],
    ['Hargrave', 'care_review', '2026-12-09'],
    ['Trembath', 'care_review', '2027-01-21'],
    ['Quantrill', 'care_review', '2027-02-24'],
    ['Venkataraman', 'care_review', '2027-03-30'],
    ['Achterberg', 'care_review', '2027-05-11'],
  ]

  it.each(LATE_LETTERS)('%s: the %s letter is %i days late', (surname, document, daysLate) => {
    const due = firstDue(bySurname(named(STORY_DAY), surname), STORY_DAY)
    expect(due).toMatchObject({ kind: 'letter', document })
    expect(daysBetween(due?.dueDate ?? '', STORY_DAY)).toBe(daysLate)
  })

  it.each(CONTACTS)('%s: %s due %s', (surname, kind, due) => {
    expect(firstDue(bySurname(named(STORY_DAY), surname), STORY_DAY)).toMatchObject({ kind, dueDate: due })
  })

  it('owes Thandi Mbeki-Shaw nothing: she was reviewed 20 days ago', () => {
    const thandi = bySurname(named(STORY_DAY), 'Mbeki-Shaw')
    expect(firstDue(thandi, STORY_DAY)).toBeUndefined()
    expect(thandi.events.find((event) => event.event_type === 'care_review')?.event_date).toBe('2026-11-03')
  })

  it.each(['2026-12-25', '2027-02-28', '2028-02-29'])('owes the same work when the day is %s', (today) => {
    const late = named(today).filter((person) => {
      const due = firstDue(person, today)
      return due?.kind === 'letter' && due.dueDate < today
    })
    expect(late.map(({ person }) => person.surname).toSorted()).toEqual(
      LATE_LETTERS.map(([surname]) => surname).toSorted(),
    )
  })
})
