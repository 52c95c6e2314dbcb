import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { blockKey, commonPlaces, mergeBlocks } from '#shared/features/toolkit/merge.ts'
import { mergeDrafts } from '#shared/features/toolkit/merge-draft.ts'
import type { Draft } from '#shared/features/toolkit/schema.ts'

const block = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const blocks = (letters: string): DocumentNode[] => letters.split('').map(block)
const lettersOf = (merged: readonly DocumentNode[] | null): string | null =>
  merged?.map(({ content }) => content?.[0]?.text ?? '').join('') ?? null

const merged = (base: string, mine: string, theirs: string): string | null =>
  lettersOf(mergeBlocks(blocks(base), blocks(mine), blocks(theirs)))

describe('two texts made from one', () => {
  it.each<[string, string, string, string | null, string]>([
    ['abcdef', 'aBcdef', 'abcdEf', 'aBcdEf', 'changes apart'],
    ['abcdef', 'aBcdef', 'abCdef', 'aBCdef', 'changes of neighbours'],
    ['abc', 'abcX', 'Yabc', 'YabcX', 'additions at both ends'],
    ['abc', 'abcX', 'abcY', 'abcYX', 'additions in one place'],
    ['abc', 'ac', 'abC', null, 'a block taken away and the one beside it changed'],
    ['abcde', 'bcde', 'abcdE', 'bcdE', 'a block taken away and another changed'],
    ['abc', 'aXc', 'aXc', 'aXc', 'the same change'],
    ['abc', 'aXc', 'aYc', null, 'two changes of one block'],
    ['abc', 'ac', 'aYc', null, 'a block taken away that the other changed'],
    ['', 'x', '', 'x', 'a beginning'],
  ])('%s as %s and %s give %s: %s', (base, mine, theirs, result) => {
    expect(merged(base, mine, theirs)).toBe(result)
  })

  const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 12 })
  /** What a side wrote is in capitals, so that it is known. */
  const written = (unit: string) => fc.string({ unit: fc.constantFrom(...unit), maxLength: 3 })
  const edited = (base: string, unit: string) =>
    fc
      .array(fc.tuple(fc.nat(Math.max(0, base.length)), fc.nat(3), written(unit)), { maxLength: 3 })
      .map((edits) =>
        edits.reduce((text, [at, gone, added]) => text.slice(0, at) + added + text.slice(at + gone), base),
      )

  it('lose nothing that either side wrote, or are not put together', () => {
    fc.assert(
      fc.property(
        letters.chain((base) => fc.tuple(fc.constant(base), edited(base, 'MNOP'), edited(base, 'TUVW'))),
        ([base, mine, theirs]) => {
          const result = merged(base, mine, theirs)
          if (result === null) return
          const wrote = (text: string) => text.replaceAll(/[a-z]/g, '').split('').toSorted().join('')
          expect(wrote(result)).toBe(wrote(mine + theirs))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('are what one side wrote where the other wrote nothing', () => {
    fc.assert(
      fc.property(
        letters.chain((base) => fc.tuple(fc.constant(base), edited(base, 'MNOP'))),
        ([base, mine]) => {
          expect(merged(base, mine, base)).toBe(mine)
          expect(merged(base, base, mine)).toBe(mine)
          expect(merged(base, mine, mine)).toBe(mine)
        },
      ),
    )
  })

  it('are compared by what they have in common, in order', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairs = commonPlaces(a.split(''), b.split(''))
        for (const [at, place] of pairs) expect(a[at]).toBe(b[place])
        expect(pairs).toEqual(pairs.toSorted((one, two) => one[0] - two[0]))
        expect(new Set(pairs.map(([, place]) => place)).size).toBe(pairs.length)
        expect(pairs.every(([, place], at) => at === 0 || place > (pairs[at - 1]?.[1] ?? 0))).toBe(true)
      }),
    )
    expect(blockKey(block('a'))).toBe(JSON.stringify(block('a')))
  })
})

describe('two drafts made from one', () => {
  const draft = (change: Partial<Draft> = {}): Draft => ({
    title: 'Profile',
    content: { type: 'doc', content: blocks('abc') },
    answers: { 'ask.a': 'one' },
    reviewDue: null,
    ...change,
  })

  it('take titles and answers from whoever changed them', () => {
    const mine = draft({ title: 'Mine', answers: { 'ask.a': 'one', 'ask.b': 'two' } })
    const theirs = draft({ answers: {}, reviewDue: '2027-01-01' })
    expect(mergeDrafts(draft(), mine, theirs)).toEqual(
      draft({ title: 'Mine', answers: { 'ask.b': 'two' }, reviewDue: '2027-01-01' }),
    )
  })

  it('are not put together where both changed one title or one answer', () => {
    expect(mergeDrafts(draft(), draft({ title: 'A' }), draft({ title: 'B' }))).toBe(null)
    expect(mergeDrafts(draft(), draft({ answers: { 'ask.a': 'A' } }), draft({ answers: { 'ask.a': 'B' } }))).toBe(null)
  })
})
