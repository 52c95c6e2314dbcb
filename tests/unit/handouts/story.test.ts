import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAIN_CANCERS, PLAIN_EVENTS } from '#shared/features/handouts/plain-words.ts'
import { plainDate, type Story, storyOf } from '#shared/features/handouts/story.ts'
import { EVENT_TYPE_CODES } from '#shared/features/journey/event-types.ts'
import { aHandoutSource, event } from './handout-builders.ts'

const story = (change: Partial<Parameters<typeof storyOf>[0]> = {}): Story =>
  storyOf({ ...aHandoutSource(), ...change })
const told = (made: Story): string[] => made.years.flatMap(({ lines }) => lines.map(({ text }) => text))

const syllablesOf = (word: string): number => {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]{1,2}/g)
  return Math.max(1, groups?.length ?? 0)
}

/** Flesch-Kincaid grade (Kincaid and others 1975). A reading age is five years above it. */
const readingAge = (sentences: readonly string[]): number => {
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z'’]+/gi) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}

describe('the words for every event', () => {
  const phrases = Object.values(PLAIN_EVENTS).filter((phrase) => phrase !== null)

  it('can be read at 9 to 11', () => {
    expect(readingAge(phrases.map((phrase) => `${phrase}.`))).toBeLessThan(11)
    for (const phrase of phrases) expect(phrase.split(' ').length).toBeLessThanOrEqual(16)
  })

  it('hold no word of the trade that is not explained where it stands', () => {
    const trade =
      /\b(?:MDT|oncolog|referr|urgent referral|diagnos|metasta|recurren|palliat|CNS|QOF|HNA|pathway|primary care|multidisciplin|discharge)/i
    for (const phrase of [...phrases, ...Object.values(PLAIN_CANCERS)]) expect(phrase).not.toMatch(trade)
  })

  it('follow a date in the middle of a sentence', () => {
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z]/)
    for (const phrase of phrases) expect(phrase).not.toMatch(/[.!]$/)
  })
})

describe('dates in plain words', () => {
  it.each([
    [{ date: '2026-09-04', precision: 'day' }, 'On 4 September 2026'],
    [{ date: '2026-07-01', precision: 'month' }, 'Some time in July 2026'],
    [{ date: '2026-01-01', precision: 'year' }, 'Some time in 2026'],
  ] as const)('%o', (date, words) => {
    expect(plainDate(date)).toBe(words)
  })
})

describe('a journey in plain words', () => {
  it('is told in order, in years, with vague dates said vaguely', () => {
    const made = story({
      events: [
        event('surgery', '2026-10-07', { hospital: 'Wexcombe', doneBy: 'Mr Hale', toldBy: 'carer' }),
        event('symptom_noticed', '2026-07-01', { lane: 'person', precision: 'month' }),
        event('mammogram', '2025-01-01', { precision: 'year' }),
      ],
    })
    expect(made.years.map(({ year }) => year)).toEqual(['2025', '2026'])
    expect(told(made)).toEqual([
      'Some time in 2025, you had an X-ray picture taken of your breasts (a mammogram).',
      'Some time in July 2026, you first noticed that something was not right.',
      'On 7 October 2026, you had an operation. This was at Wexcombe.',
    ])
  })

  it('names nobody else, and puts no note into the text, whatever was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPE_CODES), (code) => {
        const made = story({
          events: [event(code, '2026-10-07', { doneBy: 'Zebedee', note: 'Xylophone', template: 'Quagga' })],
        })
        expect(told(made).join(' ')).not.toMatch(/Zebedee|Xylophone|Quagga/)
      }),
    )
  })

  it('is not the first to tell somebody of the diagnosis', () => {
    expect(story({ events: [event('seen_by_gp', '2026-08-04')] }).mayNotKnow).toBe(true)
    expect(story({ events: [event('told_diagnosis', '2026-09-04')] }).mayNotKnow).toBe(false)
    expect(story({ events: [event('surgery', '2026-09-04')] }).mayNotKnow).toBe(false)
  })

  it('leaves out a death and says so', () => {
    const made = story({ events: [event('surgery', '2026-09-04'), event('died', '2026-11-01')] })
    expect(made.died).toBe(true)
    const { person } = aHandoutSource()
    expect(story({ person: { ...person, deathDate: { date: '2026-11-01', precision: 'month' } } }).died).toBe(true)
    expect(story().died).toBe(false)
    expect(told(made)).toHaveLength(1)
  })

  it('says what comes next without blame', () => {
    const due = (kind: 'letter' | 'support_contact' | 'care_review', dueDate: string) => ({
      kind,
      document: kind === 'letter' ? ('discharge' as const) : null,
      dueDate,
      lapsesDate: null,
      sourceEventId: null,
      episodeId: null,
    })
    const made = story({
      due: [due('support_contact', '2026-12-04'), due('care_review', '2026-09-04'), due('letter', '2026-10-19')],
    })
    expect(made.next.map(({ text }) => text)).toEqual([
      'By 4 December 2026, we will get in touch to ask how you are getting on.',
      'It is time for a talk about your care. We will ask you to come in soon.',
      'We are still waiting for a letter from the hospital about your stay in hospital. We will ask them for it.',
    ])
  })
})
