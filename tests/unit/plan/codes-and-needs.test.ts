import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCodes, nextCode, parseCode } from '#shared/features/plan/codes.ts'
import { circleOf, circleWords, type Needs } from '#shared/features/plan/needs.ts'

const number = fc.integer({ min: 1, max: 9 })

describe('the code of an action', () => {
  it('counts on under its objective and sorts as numbers', () => {
    expect(nextCode(4, [], 0)).toBe('4.1')
    expect(nextCode(4, ['4.1', '4.9', '1.30'], 0)).toBe('4.10')
    expect(nextCode(4, ['4.1'], 7)).toBe('4.8')
    expect(['4.10', '10.1', '4.9', '4.1'].toSorted(compareCodes)).toEqual(['4.1', '4.9', '4.10', '10.1'])
  })

  it('is never one that another action has or had, in whatever order they come and go', () => {
    const steps = fc.array(fc.oneof(fc.record({ add: number }), fc.record({ remove: fc.nat() })), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (happened) => {
        const given: string[] = []
        const removed = new Map<number, number>()
        let codes: string[] = []
        for (const step of happened) {
          if ('add' in step) {
            const code = nextCode(step.add, codes, removed.get(step.add) ?? 0)
            given.push(code)
            codes.push(code)
          } else if (codes.length > 0) {
            const gone = codes[step.remove % codes.length] ?? ''
            const { objective, sequence } = parseCode(gone)
            removed.set(objective, Math.max(removed.get(objective) ?? 0, sequence))
            codes = codes.filter((code) => code !== gone)
          }
        }
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(number, fc.nat(500), (objective, last) => {
        expect(parseCode(nextCode(objective, [], last))).toEqual({ objective, sequence: last + 1 })
      }),
    )
  })
})

const ACTIONS = ['a', 'b', 'c', 'd', 'e', 'f']
const one = fc.constantFrom(...ACTIONS)

/** Needs that were added one by one, each only where no circle came of it. */
const builtUp = fc.array(fc.tuple(one, one), { maxLength: 25 }).map((pairs) => {
  const needs = new Map<string, string[]>()
  for (const [from, to] of pairs) {
    const wanted = [...(needs.get(from) ?? []), to]
    if (circleOf(needs, from, wanted) === null) needs.set(from, wanted)
  }
  return needs
})

const reaches = (needs: Needs, from: string, to: string): boolean => {
  let found = new Set(needs.get(from))
  for (let size = -1; size !== found.size;) {
    size = found.size
    found = new Set([...found, ...[...found].flatMap((id) => needs.get(id) ?? [])])
  }
  return found.has(to)
}

describe('what an action waits for', () => {
  it('goes round in a circle with itself, with another and over several', () => {
    expect(circleOf(new Map(), 'a', ['a'])).toEqual(['a', 'a'])
    expect(circleOf(new Map([['b', ['a']]]), 'a', ['b'])).toEqual(['a', 'b', 'a'])
    const chain = new Map([
      ['b', ['d', 'c']],
      ['c', ['a']],
    ])
    expect(circleOf(chain, 'a', ['b'])).toEqual(['a', 'b', 'c', 'a'])
    expect(circleOf(chain, 'd', ['c'])).toBeNull()
    expect(circleWords(['a', 'b', 'c', 'a'], (id) => id.toUpperCase())).toBe('A needs B, which needs C, which needs A')
  })

  it('never comes to a circle when each step was let in', () => {
    fc.assert(
      fc.property(builtUp, (needs) => {
        expect(ACTIONS.some((id) => reaches(needs, id, id))).toBe(false)
      }),
    )
  })

  it('is refused just when one of them waits for it in turn, and the circle can be walked', () => {
    fc.assert(
      fc.property(builtUp, one, fc.array(one, { maxLength: 4 }), (needs, id, wanted) => {
        const circle = circleOf(needs, id, wanted)
        expect(circle !== null).toBe(wanted.some((other) => other === id || reaches(needs, other, id)))
        if (circle === null) return
        expect([circle[0], circle.at(-1)]).toEqual([id, id])
        expect(wanted).toContain(circle[1])
        const steps = circle.slice(1, -1).map((from, at) => [from, circle[at + 2]] as const)
        expect(steps.every(([from, to]) => needs.get(from)?.includes(to ?? ''))).toBe(true)
      }),
    )
  })
})
