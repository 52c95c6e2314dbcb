import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { LetterRow } from '#shared/features/letters/schema.ts'
import { HARM_RULES, HARM_SENTENCES, rankToday, scoreOf } from '#shared/features/today/ranking.ts'
import type { Candidate, Facts } from '#shared/features/today/schema.ts'
import { dayHeading, itemDetail, itemTitle, putOffDays, summaryWords } from '#shared/features/today/words.ts'

const TODAY = '2026-11-23'
const ID = '01900000-0000-7000-8000-000000000001'

const someone = (id: string): PersonLine => ({
  id,
  title: null,
  surname: 'Ashworth',
  givenName: 'Maureen',
  nhsNumber: '9990000018',
  localId: null,
  birthDate: '1958-03-14',
  sex: '2',
})

const letterRow = (change: Partial<LetterRow> = {}): LetterRow => ({
  id: ID,
  person: someone(ID),
  eventId: ID,
  itemId: null,
  document: 'discharge',
  slot: null,
  askedFor: null,
  hospital: 'Wexcombe',
  source: { eventType: 'discharged', date: '2026-10-12', precision: 'day' },
  since: { eventType: 'surgery', date: '2026-10-07', precision: 'day' },
  dueDate: '2026-10-19',
  asked: null,
  arrived: null,
  ...change,
})

const letter = (change: Partial<LetterRow> = {}): Facts => ({ kind: 'letter', row: letterRow(change) })

const query = (change: Partial<LetterRow> = {}): Facts => ({
  kind: 'query',
  row: letterRow(change),
  department: 'Larch Ward',
  phone: '01632 960208',
  askedOn: ['2026-11-02', '2026-11-16'],
  ringAgainOn: '2026-11-23',
})

const referral = (reason: 'needs_sign_off' | 'over' | 'no_date', change: object = {}): Facts => ({
  kind: 'referral',
  reason,
  pathwayId: ID,
  tumourGroup: 'skin',
  place: 'received',
  placeDate: '2026-11-20',
  daysWaited: 24,
  daysAllowed: 28,
  ...change,
})

const contact = (
  kind: 'support_contact' | 'care_review',
  dueDate: string,
  invitations = 0,
  putAside = false,
): Facts => ({
  kind,
  dueDate,
  invitations,
  putAside,
})

const task = (dueDate: string): Facts => ({
  kind: 'task',
  taskId: ID,
  version: 1,
  title: 'Check the bloods',
  dueDate,
  repeats: false,
  died: false,
})

const candidate = (subject: string, facts: Facts, personId: string | null = subject): Candidate => ({
  subject,
  person: personId === null ? null : someone(personId),
  facts,
})

const order = (...candidates: Candidate[]): string[] => rankToday(candidates, TODAY).map(({ subject }) => subject)

describe('the order of Today', () => {
  it('puts first what may do the most harm by waiting', () => {
    expect(
      order(
        candidate('review', contact('care_review', '2026-11-20')),
        candidate('task', task('2026-11-20')),
        candidate('support', contact('support_contact', '2026-11-26')),
        candidate('letter', letter()),
        candidate('sign-off', referral('needs_sign_off')),
      ),
    ).toEqual(['letter', 'sign-off', 'support', 'task', 'review'])
    expect(
      order(candidate('over', referral('over', { daysWaited: 30 })), candidate('none', referral('no_date'))),
    ).toEqual(['none', 'over'])
  })

  it('shows the working of each place', () => {
    expect(scoreOf(letter(), TODAY)).toEqual({
      score: 80,
      reasons: [
        { words: 'What this letter is needed for', points: 50 },
        { words: '35 days of waiting', points: 30 },
      ],
    })
    expect(scoreOf(query(), TODAY).score).toBe(90)
    expect(scoreOf(contact('support_contact', '2026-11-26'), TODAY)).toEqual({
      score: 47,
      reasons: [
        { words: 'A support contact is owed three months after a diagnosis', points: 50 },
        { words: 'Not due for 3 days', points: -3 },
      ],
    })
    expect(scoreOf(referral('no_date'), TODAY).score).toBe(70)
    // Where no clock counts it is asked about after 62 days, as the list of referrals has it.
    expect(scoreOf(referral('no_date', { daysWaited: 63, daysAllowed: null }), TODAY).score).toBe(61)
    expect(HARM_SENTENCES.join(' ')).toContain('At most five things, and at most two about one person.')
  })

  it('lets one person have two of the five', () => {
    const letters = ['a', 'b', 'c', 'd'].map((id) => candidate(id, letter(), 'maureen'))
    const other = candidate('other', contact('care_review', '2026-11-20'), 'daniel')
    expect(order(...letters, other)).toEqual(['a', 'b', 'other'])
  })

  it('does not count tasks about nobody as one person', () => {
    const tasks = ['a', 'b', 'c'].map((id) => candidate(id, task('2026-11-20'), null))
    expect(order(...tasks)).toEqual(['a', 'b', 'c'])
  })

  const day = fc.integer({ min: -400, max: 30 }).map((offset) => addDays(TODAY, offset))
  const facts = fc.oneof(
    day.map((dueDate) => letter({ dueDate })),
    day.map((dueDate) => query({ dueDate })),
    day.map((dueDate) => contact('support_contact', dueDate)),
    day.map((dueDate) => contact('care_review', dueDate)),
    day.map(task),
    fc.integer({ min: 0, max: 100 }).map((daysWaited) => referral('no_date', { daysWaited })),
  )
  const candidates = fc
    .array(fc.tuple(facts, fc.integer({ min: 0, max: 4 })), { maxLength: 30 })
    .map((all) => all.map(([one, person], index) => candidate(`subject-${index}`, one, `person-${person}`)))

  it('holds whatever order things are found in, is at most five long, and never gives way to fewer points', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = all
          .map((one) => ({ one, key: random.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const ranked = rankToday(all, TODAY)
        expect(rankToday(shuffled, TODAY)).toEqual(ranked)
        expect(ranked.length).toBeLessThanOrEqual(HARM_RULES.most)
        const scores = ranked.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        for (const person of new Set(ranked.map((item) => item.person?.id)))
          expect(ranked.filter((item) => item.person?.id === person).length).toBeLessThanOrEqual(2)
        for (const { score, reasons } of ranked)
          expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
      }),
      { numRuns: 200 },
    )
  })

  it('never loses points by waiting another day', () => {
    fc.assert(
      fc.property(facts, (one) => {
        expect(scoreOf(one, addDays(TODAY, 1)).score).toBeGreaterThanOrEqual(scoreOf(one, TODAY).score)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the words', () => {
  it('name the day and the work in all', () => {
    expect(dayHeading(TODAY)).toBe('Monday 23 November')
    const items = rankToday([candidate('a', letter()), candidate('b', contact('support_contact', TODAY))], TODAY)
    expect(summaryWords(items)).toBe('Two things to do first. About six minutes in all.')
    expect(summaryWords(items.slice(0, 1))).toBe('One thing to do first. About two minutes in all.')
  })

  it.each([
    [letter(), 'Ring Wexcombe for Maureen Ashworth’s discharge letter', '47 days since surgery. Not asked yet.'],
    [
      query(),
      'Ring Wexcombe again for Maureen Ashworth’s discharge letter',
      '47 days since surgery. Asked on 2 Nov and 16 Nov, no answer.',
    ],
    [
      contact('support_contact', '2026-11-26'),
      'Ring Maureen Ashworth about support',
      'Three months since diagnosis are up on Thursday. No invitation yet.',
    ],
    [
      contact('support_contact', '2026-11-20', 0, true),
      'Ring Maureen Ashworth about support',
      'It was put aside a year ago: asking again was due 3 days ago. No invitation yet.',
    ],
    [
      contact('care_review', '2026-11-03', 1),
      'Invite Maureen Ashworth to a care review',
      'The yearly review was due 20 days ago. Invited once.',
    ],
    [referral('no_date'), 'Check Maureen Ashworth’s skin referral', 'Day 24 of 28 and no clinic date has reached us.'],
    [
      referral('over', { daysWaited: 70 }),
      'Chase Maureen Ashworth’s skin referral',
      'Day 70, 42 days past the 28-day mark.',
    ],
    [
      referral('needs_sign_off', { place: 'rejected' }),
      'Look at what became of Maureen Ashworth’s skin referral',
      'The hospital rejected it on 20 Nov, and no clinician has signed it off.',
    ],
    [
      referral('needs_sign_off', { place: 'booked' }),
      'Look at what became of Maureen Ashworth’s skin referral',
      'It went wrong before it went on, and no clinician has signed that off.',
    ],
    [task('2026-11-22'), 'Check the bloods', 'The task was due 1 day ago.'],
  ])('say what to do and why: %#', (facts, title, detail) => {
    expect(itemTitle(candidate('one', facts))).toBe(title)
    expect(itemDetail(candidate('one', facts), TODAY)).toBe(detail)
  })

  it('put off until days that are still to come, Mondays being Mondays', () => {
    expect(putOffDays(TODAY).map(({ until }) => until)).toEqual(['2026-11-24', '2026-11-30', '2026-12-07'])
    expect(putOffDays('2026-11-29').map(({ until }) => until)).toEqual(['2026-11-30', '2026-11-30', '2026-12-13'])
    expect(putOffDays('2026-11-25')[1]?.until).toBe('2026-11-30')
  })
})
