import type { DocumentNode } from './document.ts'

/** A block as it is compared: two are alike when their JSON is. */
export const blockKey = (block: DocumentNode): string => JSON.stringify(block)

/** Places of both lists that hold the same, in order: a longest common subsequence, found from both ends inwards. */
export const commonPlaces = (a: readonly string[], b: readonly string[]): [number, number][] => {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const pairs: [number, number][] = Array.from({ length: start }, (_, at) => [at, at])
  pairs.push(...middlePlaces(a.slice(start, a.length - end), b.slice(start, b.length - end), start))
  for (let back = end; back > 0; back -= 1) pairs.push([a.length - back, b.length - back])
  return pairs
}

/** Two texts that differ in more than this are taken as wholly different where they do: comparing them costs too much. */
const MOST_COMPARED = 4_000_000

const middlePlaces = (a: readonly string[], b: readonly string[], offset: number): [number, number][] => {
  if (a.length * b.length > MOST_COMPARED) return []
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < a.length && column < b.length;) {
    if (a[row] === b[column]) pairs.push([offset + row++, offset + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

/** A stretch of the three texts between blocks that all of them have. */
interface Stretch {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((block, at) => block === b[at])

/** One stretch out of three; null where both changed the same block. */
const mergeStretch = ({ base, mine, theirs }: Stretch): readonly string[] | null => {
  if (same(mine, base) || same(mine, theirs)) return theirs
  if (same(theirs, base)) return mine
  if (base.length === 0) return [...theirs, ...mine]
  if (base.length !== mine.length || base.length !== theirs.length) return null
  const merged = base.map((block, at) => {
    if (mine[at] === block || mine[at] === theirs[at]) return theirs[at]
    return theirs[at] === block ? mine[at] : undefined
  })
  return merged.some((block) => block === undefined) ? null : (merged as string[])
}

const stretches = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): { readonly stretch: Stretch; readonly after: string | null }[] => {
  const inTheirs = new Map(commonPlaces(base, theirs))
  const shared = commonPlaces(base, mine).flatMap(([inBase, inMine]) => {
    const place = inTheirs.get(inBase)
    return place === undefined ? [] : [{ inBase, inMine, inTheirs: place }]
  })
  let from = { inBase: 0, inMine: 0, inTheirs: 0 }
  const ends = [...shared, { inBase: base.length, inMine: mine.length, inTheirs: theirs.length }]
  return ends.map((end) => {
    const stretch = {
      base: base.slice(from.inBase, end.inBase),
      mine: mine.slice(from.inMine, end.inMine),
      theirs: theirs.slice(from.inTheirs, end.inTheirs),
    }
    from = { inBase: end.inBase + 1, inMine: end.inMine + 1, inTheirs: end.inTheirs + 1 }
    return { stretch, after: base[end.inBase] ?? null }
  })
}

/**
 * Two texts that were both made from a third, block by block: what one side alone changed, added or took away counts.
 * Every block that either side wrote is in the result; where both added something in one place, theirs comes first.
 * @returns null where both wrote in the same place: then nothing is decided here and both texts must be kept.
 */
export const mergeBlocks = (
  base: readonly DocumentNode[],
  mine: readonly DocumentNode[],
  theirs: readonly DocumentNode[],
): DocumentNode[] | null => {
  const merged: string[] = []
  for (const { stretch, after } of stretches(base.map(blockKey), mine.map(blockKey), theirs.map(blockKey))) {
    const part = mergeStretch(stretch)
    if (part === null) return null
    merged.push(...part)
    if (after !== null) merged.push(after)
  }
  return merged.map((key) => JSON.parse(key) as DocumentNode)
}
