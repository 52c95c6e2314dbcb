import type { Box } from './strip-types.ts'

/** True when two boxes share any area, or come nearer than `space` px. */
export const overlap = (a: Box, b: Box, space = 0): boolean =>
  a.left < b.right + space && b.left < a.right + space && a.top < b.bottom && b.top < a.bottom

/** A box of a size around a middle. */
export const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})
