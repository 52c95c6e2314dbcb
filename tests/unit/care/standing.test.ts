import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type PartialDate } from '#shared/domain/partial-date.ts'
import { indicatorView } from '#shared/features/care/indicator.ts'
import { CARE_EVENT_TYPES, CONTACT_KINDS, kindOfEvent } from '#shared/features/care/kinds.ts'
import { type CareEvent, type CarePerson, careStandings, type Standing } from '#shared/features/care/standing.ts'
import { standingReason } from '#shared/features/care/words.ts'
import { type ContactKind, dueItems, eventTypeOf } from '#shared/features/journey/public.ts'

const TODAY = '2026-11-23'

let count = 0
const event = (eventType: string, date: string, change: Partial<CareEvent> = {}): CareEvent => {
  count += 1
  return {
    id: `event-${count}`,
    episodeId: null,
    eventType,
    date,
    precision: 'day',
    answersEventId: null,
    ...change,
  }
}

const diagnosis = (diagnosisDate: PartialDate, id = 'episode'): CarePerson['episodes'][number] => ({
  id,
  kind: 'new_primary',
  tumourGroup: 'lower_gi',
  icd10Code: null,
  behaviour: null,
  diagnosisDate,
  onPracticeRegister: null,
})

const person = (date: string, events: readonly CareEvent[] = [], precision: 'day' | 'month' = 'day'): CarePerson => ({
  episodes: [diagnosis({ date, precision })],
  events,
  deathDate: null,
})

const standing = (who: CarePerson, kind: ContactKind = 'support_contact', today = TODAY): Standing => {
  const found = careStandings(who, today).find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

describe('where somebody stands', () => {
  it.each([
    ['2026-07-01', 'overdue', 'Was due by 1 Oct 2026, counted from the diagnosis on 1 Jul 2026: 53 days ago.'],
    ['2026-08-23', 'due', 'Due today, counted from the diagnosis on 23 Aug 2026.'],
    ['2026-08-26', 'due', 'Due by 26 Nov 2026, counted from the diagnosis on 26 Aug 2026: 3 days left.'],
    ['2026-09-21', 'due', 'Due by 21 Dec 2026, counted from the diagnosis on 21 Sep 2026: 28 days left.'],
    ['2026-09-22', 'later', 'Due by 22 Dec 2026, counted from the diagnosis on 22 Sep 2026: 29 days left.'],
    ['2025-08-01', 'lapsed', 'Not recorded as done, and not looked for since 1 Nov 2026.'],
  ])('diagnosed %s: %s', (date, state, reason) => {
    const found = standing(person(date))
    expect(found.state).toBe(state)
    expect(standingReason(found, TODAY)).toBe(reason)
  })

  it('gives out no day for a diagnosis of which only the month is known', () => {
    expect(standingReason(standing(person('2026-07-01', [], 'month')), TODAY)).toBe(
      'Was due by 31 Oct 2026, counted from 31 Jul 2026, the last day that the diagnosis in Jul 2026 can have been: 23 days ago.',
    )
  })

  it('says when, how and by whom it was done', () => {
    const done = standing(
      person('2026-08-01', [event('support_contact', '2026-10-29', { method: 'phone', doneBy: 'Beth Tranter' })]),
    )
    expect(done.state).toBe('done')
    expect(standingReason(done, TODAY)).toBe('Done 29 Oct 2026 by phone, Beth Tranter.')
    const review = standing(
      person('2025-10-01', [event('care_review', '2026-09-01', { template: 'Cancer care review' })]),
      'care_review',
    )
    expect(standingReason(review, TODAY)).toBe('Done 1 Sep 2026. Template: Cancer care review.')
  })

  it('takes two invitations seven days apart for no answer, not six', () => {
    const invited = (...dates: string[]): Standing =>
      standing(
        person(
          '2026-07-01',
          dates.map((date) => event('support_contact_invitation', date)),
        ),
      )
    expect(invited('2026-11-02').state).toBe('overdue')
    expect(standingReason(invited('2026-11-02'), TODAY)).toContain(
      'Invited once: 2 Nov 2026. Another invitation now would count as the second.',
    )
    expect(standingReason(invited('2026-11-18'), TODAY)).toContain(
      'An invitation from 25 Nov 2026 would count as the second.',
    )
    expect(invited('2026-11-02', '2026-11-08').state).toBe('overdue')
    expect(invited('2026-11-02', '2026-11-09').state).toBe('no-answer')
    expect(standingReason(invited('2026-11-02', '2026-11-09'), TODAY)).toContain(
      'Invited 2 times: 2 Nov 2026 and 9 Nov 2026. No answer.',
    )
  })

  it('does not count invitations of another diagnosis, of another contact, or before a "no"', () => {
    const two = [event('care_review_invitation', '2026-10-01'), event('care_review_invitation', '2026-11-01')]
    expect(standing(person('2026-07-01', two)).state).toBe('overdue')
    const early = [event('support_contact_invitation', '2026-06-01'), event('support_contact_invitation', '2026-06-20')]
    expect(standing(person('2026-07-01', early)).state).toBe('overdue')
  })

  it('holds a "no" for a year, then is due once more while it is looked for', () => {
    const no = [event('care_review_declined', '2026-02-01')]
    const who = person('2025-10-01', no)
    expect(standing(who, 'care_review', TODAY)).toMatchObject({ state: 'declined', dueAgain: '2027-02-01' })
    expect(standing(who, 'care_review', '2027-01-04').state).toBe('due')
    expect(standing(who, 'care_review', '2027-02-02').state).toBe('overdue')
    expect(standing(who, 'care_review', '2027-10-02').state).toBe('lapsed')
    const late = person('2025-10-01', [event('care_review_unsuitable', '2026-11-01')])
    expect(standing(late, 'care_review')).toMatchObject({ state: 'unsuitable', dueAgain: null })
    expect(standingReason(standing(late, 'care_review'), TODAY)).toBe(
      'Not suitable on 1 Nov 2026. Not asked again: it would no longer be looked for by then.',
    )
  })

  it('starts again with a second primary', () => {
    const done = [event('care_review', '2025-06-01')]
    const twice: CarePerson = {
      ...person('2025-01-01', done),
      episodes: [
        diagnosis({ date: '2025-01-01', precision: 'day' }, 'first'),
        diagnosis({ date: '2026-03-01', precision: 'day' }, 'second'),
      ],
    }
    expect(standing(twice, 'care_review')).toMatchObject({ state: 'later', episodeId: 'second' })
  })

  it('owes nothing to somebody who has died, or whose diagnosis has no month', () => {
    expect(careStandings(person('2026-08-01', [event('died', '2026-11-01')]), TODAY)).toEqual([])
    const vague: CarePerson = {
      ...person('2026-08-01'),
      episodes: [diagnosis({ date: '2026-01-01', precision: 'year' })],
    }
    expect(careStandings(vague, TODAY)).toEqual([])
  })

  it('counts from the last day of a month', () => {
    expect(standing(person('2026-08-01', [], 'month'))).toMatchObject({
      startDate: '2026-08-31',
      dueDate: '2026-11-30',
    })
    expect(standing(person('2026-01-31'))).toMatchObject({ dueDate: '2026-04-30' })
    expect(standing(person('2023-11-30'), 'support_contact', '2024-01-01').dueDate).toBe('2024-02-29')
  })
})

describe('what the indicator would make of it', () => {
  const view = (who: CarePerson, kind: ContactKind): string => indicatorView(who, standing(who, kind)).verdict
  it('wants support information given, and a structured template', () => {
    expect(view(person('2026-08-01', [event('support_contact', '2026-10-01')]), 'support_contact')).toBe('not-yet')
    const both = [event('support_contact', '2026-10-01'), event('support_information_given', '2026-10-01')]
    expect(view(person('2026-08-01', both), 'support_contact')).toBe('counts')
    expect(view(person('2025-10-01', [event('care_review', '2026-09-01')]), 'care_review')).toBe('not-yet')
    const held = [event('care_review', '2026-09-01', { template: 'Cancer care review' })]
    expect(view(person('2025-10-01', held), 'care_review')).toBe('counts')
  })
  it('leaves out whoever said no or did not answer', () => {
    expect(view(person('2026-08-01', [event('support_contact_declined', '2026-10-01')]), 'support_contact')).toBe(
      'left-out',
    )
  })
})

describe('any history', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2024-06-01', offset))
  const logged = fc.array(fc.tuple(fc.constantFrom(...CARE_EVENT_TYPES), day), { maxLength: 6 })
  const someone = fc.tuple(day, logged).map(([diagnosed, events]) =>
    person(
      diagnosed,
      events.map(([type, date]) => event(type, date)).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    ),
  )

  it('stands in one state for each contact, and is due exactly when the rules say so', () => {
    fc.assert(
      fc.property(someone, day, (who, today) => {
        const due = dueItems(who)
        for (const { code: kind } of CONTACT_KINDS) {
          const found = standing(who, kind, today)
          const owed = due.find((item) => item.kind === kind)
          const open = ['overdue', 'due', 'later', 'no-answer'].includes(found.state)
          const late = owed !== undefined && owed.dueDate < today && today <= found.lapsesDate
          expect(open ? owed?.dueDate : found.dueDate).toBe(found.dueDate)
          expect(found.state === 'done' && owed !== undefined).toBe(false)
          expect(late && !['overdue', 'no-answer'].includes(found.state)).toBe(false)
          expect(standingReason(found, today)).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never goes from due to not due by the passing of time alone, but by lapsing', () => {
    fc.assert(
      fc.property(someone, day, (who, today) => {
        const found = standing(who, 'care_review', today)
        if (found.state !== 'overdue') return
        const next = standing(who, 'care_review', addMonths(today, 1))
        expect(['overdue', 'lapsed']).toContain(next.state)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the events of a contact', () => {
  it('are all known, and belong to one contact', () => {
    for (const type of CARE_EVENT_TYPES) {
      expect(eventTypeOf(type).code).toBe(type)
      expect(kindOfEvent(type)).not.toBeNull()
    }
    expect(kindOfEvent('ct_scan')).toBeNull()
  })
})
