import { describe, expect, it } from 'vitest'
import { calmestPlace, toastPlaces } from '#renderer/ui/toast-place.ts'

/** 1366 by 768 with the rail open. */
const room = { left: 208, top: 44, right: 1366, bottom: 768, gap: 20 }
const size = { width: 480, height: 52 }
const places = toastPlaces(room, size)

describe('where a toast is put', () => {
  it('is inside the page wherever it is tried, also with text of half as much again', () => {
    for (const scale of [1, 1.5]) {
      const own = { width: size.width * scale, height: size.height * scale }
      for (const { x, y } of toastPlaces({ ...room, gap: room.gap * scale }, own)) {
        expect(x - own.width / 2).toBeGreaterThanOrEqual(room.left)
        expect(x + own.width / 2).toBeLessThanOrEqual(room.right)
        expect(y).toBeGreaterThanOrEqual(room.top)
        expect(y + own.height).toBeLessThanOrEqual(room.bottom)
      }
    }
  })

  it('is the middle of the foot while nothing stands there', () => {
    expect(calmestPlace(places, () => 0)).toEqual({ x: 787, y: 696 })
  })

  it('is beside buttons in the middle of the foot, and above a foot that is full of them', () => {
    const middle = calmestPlace(places, ({ x, y }) => (x === 787 && y === 696 ? 40 : 0))
    expect(middle).toEqual({ x: 1106, y: 696 })
    expect(calmestPlace(places, ({ y }) => (y === 696 ? 40 : 0))).toEqual({ x: 787, y: 624 })
  })

  it('covers least where it covers something everywhere: a line of a list before a button', () => {
    expect(calmestPlace(places, ({ x, y }) => (y === 624 && x === 787 ? 8 : 40))).toEqual({ x: 787, y: 624 })
  })
})
