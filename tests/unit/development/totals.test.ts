import { describe, expect, it } from 'vitest'
import { AREAS, levelWords } from '#shared/features/development/areas.ts'
import { entryFieldsSchema } from '#shared/features/development/schema.ts'
import { evaluationWords, hoursByYear, hoursForGoal, learningYear } from '#shared/features/development/totals.ts'

const fault = (entry: object): string | undefined => entryFieldsSchema.safeParse(entry).error?.issues[0]?.message

describe('hours of learning', () => {
  it('belong to the year from April to March', () => {
    expect(['2026-03-31', '2026-04-01', '2027-01-01', '1999-12-31'].map((day) => learningYear(day as never))).toEqual([
      '2025/26',
      '2026/27',
      '2026/27',
      '1999/00',
    ])
  })

  it('stand by year, with evidence and sessions side by side', () => {
    expect(
      hoursByYear(
        [
          { learntOn: '2026-05-01', hours: 1.5 },
          { learntOn: '2026-03-01', hours: 0.25 },
        ],
        [
          { heldOn: '2026-06-01', hours: 2, role: 'ran' },
          { heldOn: '2026-06-02', hours: 1, role: 'attended' },
        ],
      ),
    ).toEqual([
      { year: '2026/27', learning: 1.5, attended: 1, ran: 2 },
      { year: '2025/26', learning: 0.25, attended: 0, ran: 0 },
    ])
    expect(
      hoursForGoal('a', [
        { goalId: 'a', hours: 1 },
        { goalId: 'b', hours: 2 },
        { goalId: 'a', hours: 0.5 },
      ]),
    ).toBe(1.5)
  })

  it('are told in words with what a session was worth', () => {
    const session = entryFieldsSchema.parse({
      kind: 'session',
      heldOn: '2026-06-01',
      title: 'Briefing',
      role: 'ran',
      hours: 1,
      metNeed: 5,
      wellRun: 2,
    })
    expect(evaluationWords(session as never)).toBe(
      'It met what people came for: fully. Time, place and pace worked: a little',
    )
    expect(levelWords(3)).toBe('3, can do it alone')
    expect(new Set(AREAS.map(({ label }) => label)).size).toBe(10)
  })
})

describe('what is written down', () => {
  const QUESTION = { kind: 'question', question: 'How?', askedOn: '2026-10-01' }
  it.each([
    [
      { kind: 'evidence', learntOn: '2026-10-01', words: 'Read', form: 'read', hours: 0.3 },
      'Use quarters of an hour, such as 1.25',
    ],
    [{ kind: 'evidence', learntOn: '2026-10-01', words: 'Read', form: 'read', hours: 0 }, 'Enter how long it took'],
    [{ kind: 'need', area: 'data', levelNow: 5, levelWanted: 2 }, 'Choose where you are now'],
    [{ ...QUESTION, answer: 'So' }, 'Enter the day of the answer'],
    [{ ...QUESTION, useful: true }, 'Write the answer, or leave its day and whether it was useful out'],
    [{ ...QUESTION, answer: 'So', answeredOn: '2026-09-30' }, 'It was answered before it was asked'],
    [{ ...QUESTION, question: ' ' }, 'Write the question'],
  ])('is refused in a sentence: %o', (entry, words) => {
    expect(fault(entry)).toBe(words)
  })
})
