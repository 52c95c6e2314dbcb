import { describe, expect, it } from 'vitest'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { fieldNamed, isBlank, isOfTheDay, measurePartOf, TOOLKIT_FIELDS } from '#shared/features/toolkit/fields.ts'
import { factFindings, filledIn, withoutGuidance, wordCount } from '#shared/features/toolkit/issuing.ts'
import type { FieldValue } from '#shared/features/toolkit/schema.ts'
import { textOf } from '#shared/features/toolkit/walk.ts'

const doc = (...content: DocumentNode[]): ToolkitDocument => ({ type: 'doc', content })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const words = (text: string): DocumentNode => ({ type: 'text', text })
const field = (code: string, frozen: string | null = null, label: string | null = null): DocumentNode => ({
  type: 'field',
  attrs: { code, label, frozen },
})

const value = (code: string, change: Partial<FieldValue> = {}): FieldValue => {
  const known = fieldNamed(code)
  return {
    code,
    label: known?.label ?? code,
    group: known?.group ?? '',
    state: 'known',
    words: '57',
    table: null,
    asAt: '2026-11-23',
    rule: null,
    from: 'Register',
    class: known?.class ?? null,
    safeOutside: true,
    outsideWords: 'Safe: 57 is over 5',
    hidden: false,
    measureCode: null,
    ...change,
  }
}
const values = (...some: FieldValue[]) => new Map(some.map((one) => [one.code, one]))

describe('the fields', () => {
  it('have names of their own and a class each', () => {
    expect(new Set(TOOLKIT_FIELDS.map(({ code }) => code)).size).toBe(TOOLKIT_FIELDS.length)
    for (const one of TOOLKIT_FIELDS.filter(({ code }) => code.startsWith('person.')))
      expect(one.class).toBe('identifiable')
    for (const one of TOOLKIT_FIELDS.filter(({ class: tells }) => tells === 'identifiable'))
      expect(one.code).toMatch(/^person\./)
    for (const one of TOOLKIT_FIELDS.filter(({ code }) => /^(?:register|letters|care|learning|measure)\./.test(code)))
      expect(one.class).toBe('aggregate')
  })

  it('of measures name a measure and a part of it', () => {
    expect(measurePartOf('measure.early-stage.out-of')).toEqual({ measure: 'early-stage', part: 'out-of' })
    expect(measurePartOf('measure.early-stage.colour')).toBe(null)
    expect(fieldNamed('measure.early-stage.value')?.label).toMatch(/figure$/)
    expect(fieldNamed('constructor')).toBe(null)
  })

  it('are told from blanks and from those that change with the day', () => {
    expect([isBlank('ask.venue'), isBlank('ask.'), isBlank('practice.name')]).toEqual([true, false, false])
    expect([isOfTheDay('today'), isOfTheDay('document.issue'), isOfTheDay('register.people')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a text that goes out', () => {
  it('has no guidance and no comments, and no cell is left without a paragraph', () => {
    const guidance: DocumentNode = { type: 'blockquote', content: [paragraph(words('Say more'))] }
    const commented: DocumentNode = {
      type: 'text',
      marks: [{ type: 'bold' }, { type: 'comment', attrs: { id: 'comment-1' } }],
      text: 'said',
    }
    const table: DocumentNode = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [guidance] }] }],
    }
    expect(withoutGuidance(doc(guidance, paragraph(commented), table))).toEqual(
      doc(paragraph({ type: 'text', marks: [{ type: 'bold' }], text: 'said' }), {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
      }),
    )
    expect(withoutGuidance(doc(guidance))).toEqual(doc({ type: 'paragraph' }))
  })

  it('has words for every fact and a table for every table of facts', () => {
    const text = doc(
      paragraph(words('Of '), field('register.people'), words(', '), field('ask.venue', null, 'Where')),
      { type: 'fieldTable', attrs: { code: 'table.contacts', frozen: null } },
      { type: 'fieldTable', attrs: { code: 'table.contacts', frozen: 'Role\tName\nNurse\tT Farrow' } },
    )
    const filled = filledIn(
      text,
      values(
        value('register.people'),
        value('ask.venue', { state: 'blank', words: '' }),
        value('table.contacts', { table: { head: ['Role'], rows: [['MDT office'], ['']] } }),
      ),
    )
    expect(textOf(filled, ({ frozen }) => frozen ?? 'missing').split('\n')).toEqual([
      'Of 57, [Where]',
      'Role',
      'MDT office',
      '',
      'Role',
      'Name',
      'Nurse',
      'T Farrow',
    ])
    expect(wordCount(filled)).toBe(10)
  })
})

describe('what stands in the way of an issue', () => {
  const found = (content: ToolkitDocument, given: ReturnType<typeof values>, leaves: boolean) =>
    factFindings(content, given, leaves).map(({ kind, block, code }) => [kind, block, code])

  it('is a fact that names a person or counts few, where the document leaves', () => {
    const text = doc(paragraph(field('person.name')), paragraph(field('register.people'), field('register.people')))
    const given = values(value('person.name'), value('register.people', { safeOutside: false }))
    expect(found(text, given, true)).toEqual([
      ['refuses', 0, 'person.name'],
      ['refuses', 1, 'register.people'],
    ])
    expect(found(text, given, false)).toEqual([])
  })

  it.each([
    ['57', false],
    ['5', true],
    ['3 of 52', true],
    ['52, of them 4', true],
    ['0', false],
    ['12.5%', false],
    ['3%', false],
    ['1,240', false],
    ['2026', false],
  ])('is a frozen figure of %s: %s', (frozen, refused) => {
    const text = doc(paragraph(field('register.people', frozen)))
    expect(found(text, values(), true)).toEqual(refused ? [['refuses', 0, 'register.people']] : [])
    expect(found(text, values(), false)).toEqual([])
  })

  it('is a fact that is none; blanks and what is not recorded only warn', () => {
    const text = doc(paragraph(field('no.such'), field('ask.venue', null, 'Where'), field('practice.code')))
    const given = values(
      value('no.such', { state: 'unknown' }),
      value('ask.venue', { state: 'blank' }),
      value('practice.code', { state: 'none' }),
    )
    expect(found(text, given, false)).toEqual([
      ['refuses', 0, 'no.such'],
      ['warns', 0, 'ask.venue'],
      ['warns', 0, 'practice.code'],
    ])
  })
})
