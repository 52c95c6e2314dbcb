import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { cardValue, isOffCard } from '#shared/features/lessons/chart.ts'
import { type LessonContent, lessonFaults, lessonFile, readLessonFile } from '#shared/features/lessons/lesson-file.ts'

const checksumOf = (card: unknown): string => sha256(canonicalJson(card))

const CARD: LessonContent = {
  title: 'Letters asked for by name',
  problem: 'Treatment summaries came late or not at all.',
  tried: 'One person rang the same office each week, from March 2026.',
  happened: 'Half as many were missing after 6 months.\nWe keep it.',
  area: 'objective_4',
  byRole: 'Cancer lead',
  madeOn: '2026-11-01',
  practice: 'Brackenfold Surgery',
  chart: {
    title: 'Summaries within 28 days',
    unit: '%',
    months: [
      { month: '2026-09', value: 41.5 },
      { month: '2026-10', value: null },
    ],
  },
}
const file = (card: unknown, checksum = checksumOf(card)): string =>
  JSON.stringify({ ...lessonFile(card as LessonContent, checksum) })
const faultOf = (text: string): string => {
  const read = readLessonFile(text, checksumOf)
  return read.ok ? 'taken' : read.fault
}

describe('the file of a lesson card', () => {
  it('is read as it was written, whatever the order of its keys', () => {
    expect(readLessonFile(file(CARD), checksumOf)).toEqual({ ok: true, card: CARD, checksum: checksumOf(CARD) })
    const turned = Object.fromEntries(Object.entries(CARD).toReversed())
    expect(checksumOf(turned)).toBe(checksumOf(CARD))
    expect(readLessonFile(file(turned), checksumOf)).toMatchObject({ ok: true, card: CARD })
  })

  it.each([
    ['nothing', '', 'it is damaged, or no lesson card'],
    ['half a file', file(CARD).slice(0, 200), 'it is damaged, or no lesson card'],
    ['a list', '[]', 'it is no lesson card'],
    ['depth', '['.repeat(5000) + ']'.repeat(5000), 'its parts lie too deep within each other'],
    ['a key of objects', `{"__proto__": {}, ${file(CARD).slice(1)}`, 'it is damaged, or no lesson card'],
    ['another format', file(CARD).replace('throughline-lesson', 'throughline-template'), 'it is no lesson card'],
    [
      'a newer version',
      file(CARD).replace('"version":1', '"version":2'),
      'it was made by a newer Throughline than this one',
    ],
    ['a key beside', JSON.stringify({ ...lessonFile(CARD, checksumOf(CARD)), script: 'x' }), 'it is no lesson card'],
    ['a key within', file({ ...CARD, script: '<script>' }), 'it holds what no lesson card has: “script”'],
    ['a wrong checksum', file(CARD, checksumOf({})), 'it was changed after it was made, or is damaged'],
    ['a changed word', file(CARD).replace('Half as many', 'None'), 'it was changed after it was made, or is damaged'],
    ['a missing text', file({ ...CARD, tried: '' }), '“tried” is not as it should be'],
    ['an area of its own', file({ ...CARD, area: 'magic' }), '“area” is not as it should be'],
    ['a day that is none', file({ ...CARD, madeOn: '2026-02-30' }), '“madeOn” is not as it should be'],
    [
      'a chart that is none',
      file({ ...CARD, chart: { title: 'x', unit: '%', months: [{ month: '2026-13', value: 1 }] } }),
      '“chart” is not as it should be',
    ],
    ['an endless number', file(CARD).replace('41.5', '1e999'), 'it was changed after it was made, or is damaged'],
    ['too long a text', file({ ...CARD, happened: 'x'.repeat(4001) }), 'What happened is longer than 4,000 characters'],
    ['a bell', file({ ...CARD, problem: 'Ring\u0007' }), 'The problem holds hidden or control characters'],
    ['turned text', file({ ...CARD, problem: 'abc\u202Ecba' }), 'The problem holds hidden or control characters'],
    ['half a character', file({ ...CARD, problem: 'abc\uD800' }), 'The problem holds hidden or control characters'],
    [
      'an NHS number',
      file({ ...CARD, tried: 'Ring about 999 000 0018 today' }),
      'What we tried holds what looks like an NHS number',
    ],
    [
      'months turned round',
      file({
        ...CARD,
        chart: {
          title: 'x',
          unit: '%',
          months: [
            { month: '2026-09', value: 1 },
            { month: '2026-08', value: 1 },
          ],
        },
      }),
      'The chart has months that are not in order',
    ],
    [
      'a count of few',
      file({ ...CARD, chart: { title: 'x', unit: 'people', months: [{ month: '2026-09', value: 3 }] } }),
      'The chart counts fewer than 6 in a month',
    ],
  ])('is refused whole with %s', (_, text, words) => {
    expect(faultOf(text)).toBe(words)
  })
})

describe('what a card may not tell', () => {
  it.each([
    ['title', 'Mrs Hollis', 'is written as the name of a person is'],
    ['byRole', 'HOLLIS, Ada', 'is written as the name of a person is'],
    ['problem', 'She was born on a farm', 'tells of a date of birth'],
    ['problem', 'DOB unknown', 'tells of a date of birth'],
    ['tried', 'We rang on 03/04/1951', 'holds a whole date, which may be a date of birth: write the month and year'],
    [
      'happened',
      'Seen 3 April 1951 again',
      'holds a whole date, which may be a date of birth: write the month and year',
    ],
    ['happened', 'number 9990000018', 'holds what looks like an NHS number'],
    ['tried', 'x'.repeat(4001), 'is longer than 4,000 characters'],
  ] as const)('in %s: %s', (field, text, words) => {
    expect(lessonFaults({ ...CARD, [field]: text })).toMatchObject([{ field, words }])
  })

  it('leaves months, years, shares and rates alone', () => {
    expect(lessonFaults(CARD)).toEqual([])
  })
})

describe('a month of a chart', () => {
  const figure = (numerator: number, denominator: number | null, value: number | null = 1) => ({
    numerator,
    denominator,
    value,
  })
  it.each([
    ['proportion', figure(5, 40), true],
    ['proportion', figure(6, 40), false],
    ['proportion', figure(36, 40), true],
    ['proportion', figure(40, 40), false],
    ['proportion', figure(0, 40), false],
    ['proportion', figure(0, 3), true],
    ['rate', figure(2, 900), true],
    ['rate', figure(7, 900), false],
    ['count', figure(1, null), true],
    ['count', figure(0, null), false],
    ['median', figure(5, 5), true],
    ['median', figure(9, 9), false],
  ] as const)('of a %s, %o, stays off a card: %s', (kind, month, isOff) => {
    expect(isOffCard(kind, month)).toBe(isOff)
    expect(cardValue(kind, month) === null).toBe(isOff)
  })

  it('is told in the unit of the measure, to a tenth', () => {
    expect(cardValue('proportion', figure(10, 30, 1 / 3))).toBe(33.3)
    expect(cardValue('median', figure(12, 12, 18.25))).toBe(18.3)
    expect(cardValue('rate', figure(12, 1000, null))).toBeNull()
  })
})
