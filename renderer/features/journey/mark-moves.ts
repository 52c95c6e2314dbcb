import type { StripMark } from '#shared/features/journey/strip-types.ts'

const byPlace = (a: StripMark, b: StripMark): number => a.x - b.x || a.y - b.y

const nearestInOtherRow = (marks: readonly StripMark[], from: StripMark): StripMark | undefined =>
  marks.filter((mark) => mark.row !== from.row).toSorted((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0]

/** The mark that a key leads to, or undefined when the key is none of ours. Ends do not wrap. */
export const markAfterKey = (marks: readonly StripMark[], from: StripMark, key: string): StripMark | undefined => {
  const ordered = marks.toSorted(byPlace)
  const here = ordered.findIndex((mark) => mark.id === from.id)
  switch (key) {
    case 'ArrowRight':
      return ordered[here + 1] ?? from
    case 'ArrowLeft':
      return ordered[here - 1] ?? from
    case 'Home':
      return ordered[0]
    case 'End':
      return ordered.at(-1)
    case 'ArrowUp':
      return from.row === 'hospital' ? nearestInOtherRow(marks, from) : from
    case 'ArrowDown':
      return from.row === 'primary' ? nearestInOtherRow(marks, from) : from
    default:
      return undefined
  }
}
