import { describe, expect, it } from 'vitest'
import { protectFigures } from '#shared/domain/disclosure.ts'

const outcome = (found: ReturnType<typeof protectFigures>, id: string) => found.get(id)

describe('a count of which readers know the least that it can be', () => {
  it('goes under a dagger where its star would leave two values', () => {
    const few = (atLeast: number) => protectFigures([{ id: 'few', value: 4, atLeast }], [], 'hide-1-to-5')
    expect(outcome(few(3), 'few')).toEqual({ hidden: 'small' })
    expect(outcome(few(4), 'few')).toEqual({ hidden: 'protect' })
  })

  it('does not protect another where it can be nothing less', () => {
    const figures = [
      { id: 'named', value: 8, atLeast: 8 },
      { id: 'few', value: 2 },
      { id: 'others', value: 30 },
      { id: 'all', value: 40 },
    ]
    const found = protectFigures(figures, [{ total: 'all', parts: ['named', 'few', 'others'] }], 'hide-1-to-5')
    // With the two of them alone hidden, eight and two are ten, and nine and one.
    expect(figures.filter(({ id }) => 'hidden' in (outcome(found, id) ?? {})).length).toBeGreaterThan(2)
  })
})
