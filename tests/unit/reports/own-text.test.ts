import { describe, expect, it } from 'vitest'
import {
  LONGEST_TEXT,
  MOST_TEXTS,
  ownTextFault,
  ownTextsSchema,
  ownTextWarning,
  readOwnText,
} from '#shared/features/reports/own-text.ts'
import { paragraphTexts, writtenTexts } from '#shared/features/reports/own-text-words.ts'
import type { OwnTextBlock, TextPart } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS } from '#shared/features/reports/sections.ts'
import { fieldNamed, fieldsFor, TEXT_FIELDS } from '#shared/features/reports/text-fields.ts'
import { aText } from '#tests/support/own-text.ts'

describe('the fields of a text', () => {
  it('have names of their own, none with a brace in it', () => {
    const labels = TEXT_FIELDS.map(({ label }) => label.toLowerCase())
    expect(new Set(labels).size).toBe(labels.length)
    expect(new Set(TEXT_FIELDS.map(({ code }) => code)).size).toBe(TEXT_FIELDS.length)
    expect(labels.filter((label) => /[{}\n]/.test(label))).toEqual([])
  })

  it.each(['New diagnoses', 'new diagnoses', '  NEW   diagnoses '])('are known by %j', (name) => {
    expect(fieldNamed(name)?.code).toBe('count.new')
  })

  it('are found by the beginnings of their words in any order', () => {
    expect(fieldsFor('share emer').map(({ label }) => label)).toContain('Emergency share')
    expect(fieldsFor('zzz')).toEqual([])
    expect(fieldsFor('')).toHaveLength(TEXT_FIELDS.length)
  })
})

describe('reading a text', () => {
  it('takes words and fields apart, a paragraph a line', () => {
    const read = readOwnText('In {period} we had {New diagnoses} new.\n\nBetter than before.')
    if (!read.ok) throw new Error(read.fault)
    expect(
      read.paragraphs.map((parts) => parts.map((part) => (part.kind === 'words' ? part.text : part.field.code))),
    ).toEqual([['In ', 'about.period', ' we had ', 'count.new', ' new.'], ['Better than before.']])
  })

  it.each([
    ['{New diagnosis} came', 'There is no field {New diagnosis}'],
    ['We had { } new', 'nothing between'],
    ['We had {New diagnoses', 'begun and not ended'],
    ['We had New diagnoses}', 'begun and not ended'],
    ['{{Period}', 'begun and not ended'],
  ])('says what is wrong with %j', (text, words) => {
    const fault = ownTextFault(aText(text), ALL_SECTIONS)
    expect(fault).toMatchObject({ of: 'text' })
    expect(fault?.words).toContain(words)
  })

  it('takes no field in a heading', () => {
    expect(ownTextFault(aText('Words', { heading: 'In {Period}' }), ALL_SECTIONS)).toMatchObject({ of: 'heading' })
  })

  it('wants the section of a figure to be in the report, and the section that it stands by', () => {
    expect(ownTextFault(aText('{Emergency share} came so'), ['stage'])?.words).toContain('Route to diagnosis')
    expect(ownTextFault(aText('Words', { section: 'route' }), ['stage'])).toMatchObject({ of: 'section' })
    expect(ownTextFault(aText('{Emergency share} came so', { section: 'route' }), ['route'])).toBeNull()
  })
})

describe('what may tell of a person', () => {
  it('stops at an NHS number, in the heading too', () => {
    expect(ownTextFault(aText('About 999 123 4578.'), ALL_SECTIONS)?.words).toContain('NHS number')
    expect(ownTextFault(aText('Words', { heading: '9991234578' }), ALL_SECTIONS)).toMatchObject({
      of: 'heading',
      words: expect.stringContaining('NHS number'),
    })
  })

  it.each(['Mary Hollis, born 3 May 1951, waited', 'Mrs Hollis (03/05/1951) waited', 'Call 9991234560'])(
    'warns of %j and does not stop it',
    (text) => {
      expect(ownTextWarning(aText(text))).not.toBeNull()
      expect(ownTextFault(aText(text), ALL_SECTIONS)).toBeNull()
    },
  )

  it('says nothing of ordinary words', () => {
    expect(ownTextWarning(aText('In March 2026 we met the trust 3 times about {Letters late} letters.'))).toBeNull()
  })
})

describe('the limits of texts', () => {
  it('are twenty, of four thousand characters each', () => {
    expect(ownTextsSchema.safeParse(Array.from({ length: MOST_TEXTS }, () => aText('Words'))).success).toBe(true)
    expect(ownTextsSchema.safeParse(Array.from({ length: MOST_TEXTS + 1 }, () => aText('Words'))).success).toBe(false)
    expect(ownTextsSchema.safeParse([aText('w'.repeat(LONGEST_TEXT))]).success).toBe(true)
    expect(ownTextsSchema.safeParse([aText('w'.repeat(LONGEST_TEXT + 1))]).success).toBe(false)
    expect(ownTextsSchema.safeParse([aText('Words\u202E')]).success).toBe(false)
  })
})

describe('the words of a text', () => {
  const field = (
    value: Extract<TextPart, { kind: 'field' }>['value'],
    shows: 'value' | 'range' = 'value',
  ): TextPart => ({
    kind: 'field',
    field: 'x',
    label: 'X',
    shows,
    value,
  })
  const block = (...parts: TextPart[]): OwnTextBlock => ({
    type: 'own-text',
    id: 'own-text-1',
    heading: 'Said',
    place: 'before',
    section: 'stage',
    paragraphs: [parts],
  })
  const shown = { state: 'shown' as const, value: 18.38, low: 14, high: 23.4 }

  it.each([
    [field({ kind: 'count', figure: { id: 'new', state: 'shown', value: 1204 }, explain: null }), '1,204'],
    [field({ kind: 'count', figure: { id: 'new', state: 'hidden', why: 'small' }, explain: null }), '*'],
    [field({ kind: 'count', figure: { id: 'new', state: 'hidden', why: 'protect' }, explain: null }), '†'],
    [field({ kind: 'estimate', unit: 'per cent', estimate: shown }), '18%'],
    [field({ kind: 'estimate', unit: 'per cent', estimate: shown }, 'range'), '14% to 23%'],
    [field({ kind: 'estimate', unit: 'days', estimate: shown }), '18.4 days'],
    [field({ kind: 'estimate', unit: 'per cent', estimate: { state: 'hidden', why: 'small' } }, 'range'), '*'],
    [
      field({ kind: 'estimate', unit: 'per cent', estimate: { state: 'too-few' } }),
      'not given (fewer than 10 to count)',
    ],
    [field({ kind: 'number', value: 10_240 }), '10,240'],
  ])('%# say what the report says', (part, words) => {
    expect(paragraphTexts(block({ kind: 'words', text: 'So: ' }, part))).toEqual([`So: ${words}`])
  })

  it('come back as they were typed, fields as fields', () => {
    const sections = [
      {
        id: 'own-text-1',
        title: 'Said',
        finding: '',
        blocks: [block({ kind: 'words', text: 'So: ' }, field({ kind: 'number', value: 1 }))],
      },
    ]
    expect(writtenTexts({ sections })).toEqual([
      { heading: 'Said', text: 'So: {X}', place: 'before', section: 'stage' },
    ])
  })
})
