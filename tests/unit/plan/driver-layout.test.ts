import { assert, array, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driverLayout, nextDriver } from '#shared/features/plan/driver-layout.ts'
import type { Driver } from '#shared/features/plan/schema.ts'

const box = (id: string, parentId: string | null, kind: Driver['kind'], position = 0): Driver => ({
  id,
  version: 1,
  parentId,
  kind,
  words: id,
  actionId: null,
  position,
})

const TREE = [
  box('aim', null, 'aim'),
  box('a', 'aim', 'primary', 0),
  box('b', 'aim', 'primary', 1),
  box('a1', 'a', 'secondary', 0),
  box('a2', 'a', 'secondary', 1),
  box('b1', 'b', 'idea', 0),
]

describe('where the boxes of a driver diagram stand', () => {
  it('puts a box beside the middle of what leads to it, in the column of its kind', () => {
    const { boxes, rows } = driverLayout(TREE)
    const places = boxes.map(({ driver, column, row }) => [driver.id, column, row])
    expect(places).toEqual([
      ['aim', 0, 1.25],
      ['a', 1, 0.5],
      ['a1', 2, 0],
      ['a2', 2, 1],
      ['b', 1, 2],
      ['b1', 3, 2],
    ])
    expect(rows).toBe(3)
  })

  it('leads with the arrows to parent, child and neighbours', () => {
    const layout = driverLayout(TREE)
    expect(nextDriver(layout, 'aim', 'ArrowRight')).toBe('a')
    expect(nextDriver(layout, 'a2', 'ArrowLeft')).toBe('a')
    expect(nextDriver(layout, 'a', 'ArrowDown')).toBe('b')
    expect(nextDriver(layout, 'b', 'ArrowUp')).toBe('a')
    expect(nextDriver(layout, 'aim', 'ArrowLeft')).toBeNull()
    expect(nextDriver(layout, 'b1', 'ArrowRight')).toBeNull()
  })

  it('never loses a box and never puts two on one place, whatever hangs on what', () => {
    const kinds = constantFrom<Driver['kind']>('aim', 'primary', 'secondary', 'idea')
    const some = array(record({ kind: kinds, parent: integer({ min: -1, max: 12 }) }), { maxLength: 12 })
    assert(
      property(some, (given) => {
        const drivers = given.map(({ kind, parent }, at) => box(`${at}`, parent < 0 ? null : `${parent}`, kind, at))
        const { boxes } = driverLayout(drivers)
        expect(boxes.map(({ driver }) => driver.id).toSorted()).toEqual(drivers.map(({ id }) => id).toSorted())
        const leaves = boxes.filter(({ children }) => children.length === 0).map(({ row }) => row)
        expect(new Set(leaves).size).toBe(leaves.length)
      }),
    )
  })
})
