import { boxAround, overlap } from './strip-boxes.ts'
import type { Caption } from './strip-captions.ts'
import type { StripSizes } from './strip-sizes.ts'
import { textWidth } from './strip-text.ts'
import type { Box, StripLabel, StripMark } from './strip-types.ts'

/** Words looking for a place near a mark. */
export interface Wanted {
  readonly mark: StripMark
  readonly caption: Caption
  /** Names a run of letters. */
  readonly isRun: boolean
}

/** The strip as far as words care. */
export interface LabelRoom {
  readonly marks: readonly StripMark[]
  readonly sizes: StripSizes
  readonly width: number
  readonly textScale: number
  /** Where the line for today stands, if it does. */
  readonly todayX: number | null
}

/** A place that words could take. */
export interface Place {
  readonly label: StripLabel
  readonly leader: Box | null
  /** 0 is best. Words on the line for today read badly; words where the line to another's would pass cost more. */
  readonly badness: number
}

/** Words with every place they could take, the likeliest first: the long name's, then the short one's. */
export interface Candidate extends Wanted {
  readonly long: readonly Place[]
  readonly short: readonly Place[]
}

/** Who stands where. */
export type Placed = ReadonlyMap<Candidate, Place>

const SPACE = 8
const SHIFT_STEP = 8
/** Words this far to the side of their mark still read as its own, px. */
const CLOSE_SHIFT = 24
/** How much of the words has to stay on each side of the mark, px. */
const OVERHANG = 2
const LEADER_CLEARANCE = 5
/** Words move for others, but not a whole crowd for one. */
const MOST_MOVED = 2

const leaderBox = (leader: NonNullable<StripLabel['leader']>): Box => ({
  left: leader.x - LEADER_CLEARANCE,
  right: leader.x + LEADER_CLEARANCE,
  top: Math.min(leader.from, leader.to),
  bottom: Math.max(leader.from, leader.to),
})

const collide = (a: Place, b: Place): boolean =>
  overlap(a.label.box, b.label.box, SPACE) ||
  (b.leader !== null && overlap(a.label.box, b.leader)) ||
  (a.leader !== null && overlap(b.label.box, a.leader))

const wideOf = (title: string, { detail }: Caption, scale: number): number =>
  Math.max(textWidth(title, 'bold', scale), textWidth(detail, 'regular', scale))

/** The words at a place, or null when they would leave the strip. */
const labelAt = (
  { mark, caption }: Wanted,
  title: string,
  [row, shift]: readonly [number, number],
  { sizes, textScale, width }: LabelRoom,
): StripLabel | null => {
  const baselines = sizes.labelRows[mark.row][row]
  if (baselines === undefined) return null
  const [titleY, detailY] = baselines
  const x = mark.x + shift
  const across = boxAround(x, 0, wideOf(title, caption, textScale), 0)
  const box: Box = { ...across, top: titleY - 12 * textScale, bottom: detailY + 4 * textScale }
  if (box.left < 4 || box.right > width - 4) return null
  const line = sizes.lines[mark.row]
  const isAbove = box.bottom < line
  const leader = {
    x: mark.x,
    from: isAbove ? line - sizes.markRadius : line + sizes.markRadius,
    to: isAbove ? box.bottom : box.top,
  }
  const isApart = row > 0 || Math.abs(shift) > CLOSE_SHIFT
  const { tone, detail } = caption
  return { markId: mark.id, tone, title, detail, x, titleY, detailY, box, leader: isApart ? leader : null }
}

/** Rows and shifts to try: beside the mark in the near row, then the far row, then further to the side. */
const placesFor = (title: string, caption: Caption, { textScale, sizes }: LabelRoom): (readonly [number, number])[] => {
  const most = Math.max(0, wideOf(title, caption, textScale) / 2 - OVERHANG)
  const sideways = Array.from({ length: Math.floor(most / SHIFT_STEP) }, (_, step) => (step + 1) * SHIFT_STEP)
  const close = sideways.filter((shift) => shift <= CLOSE_SHIFT)
  const far = [...sideways.filter((shift) => shift > CLOSE_SHIFT), most]
  const bothWays = (shifts: readonly number[]): number[] => shifts.flatMap((shift) => [shift, -shift])
  const at = (shifts: readonly number[]): [number, number][] =>
    sizes.labelRows.primary.flatMap((_, row) => shifts.map((shift): [number, number] => [row, shift]))
  return [...at([0, ...bothWays(close)]), ...at(bothWays(far))]
}

const blocksAnother = ({ box, leader }: StripLabel, { mark, isRun }: Wanted, { marks }: LabelRoom): boolean =>
  leader === null &&
  marks.some(
    (other) =>
      other.row === mark.row &&
      other.id !== mark.id &&
      !(isRun && other.kind === 'letter') &&
      other.x > box.left - LEADER_CLEARANCE &&
      other.x < box.right + LEADER_CLEARANCE,
  )

const crossesToday = ({ box }: StripLabel, { todayX }: LabelRoom): boolean =>
  todayX !== null && box.left < todayX + OVERHANG && box.right > todayX - OVERHANG

const placesOf = (wanted: Wanted, title: string, room: LabelRoom): Place[] =>
  placesFor(title, wanted.caption, room)
    .flatMap((place) => labelAt(wanted, title, place, room) ?? [])
    .map((label) => ({
      label,
      leader: label.leader === null ? null : leaderBox(label.leader),
      badness: (blocksAnother(label, wanted, room) ? 2 : 0) + (crossesToday(label, room) ? 1 : 0),
    }))
    .toSorted((a, b) => a.badness - b.badness)

/** Works out once where words could stand. */
export const candidateFor = (wanted: Wanted, room: LabelRoom): Candidate => {
  const { title, short } = wanted.caption
  return {
    ...wanted,
    long: placesOf(wanted, title, room),
    short: title === short ? [] : placesOf(wanted, short, room),
  }
}

const isFree = (place: Place, others: readonly Place[]): boolean => others.every((other) => !collide(place, other))

/** The first free place, one that leaves room for the words of others if there is one; the short name when the long one does not fit. */
export const findPlace = ({ long, short }: Candidate, placed: Placed): Place | null => {
  const others = [...placed.values()]
  return long.find((place) => isFree(place, others)) ?? short.find((place) => isFree(place, others)) ?? null
}

/** Moves one or two others aside for words that found no place. Null when not all of them would have one afterwards. */
export const makePlace = (candidate: Candidate, placed: Placed): Placed | null => {
  for (const place of [...candidate.long, ...candidate.short]) {
    const inTheWay = [...placed].filter(([, other]) => collide(place, other)).map(([other]) => other)
    if (inTheWay.length > MOST_MOVED) continue
    const tried = new Map(placed)
    for (const other of inTheWay) tried.delete(other)
    tried.set(candidate, place)
    const allMoved = inTheWay.every((other) => {
      const elsewhere = findPlace(other, tried)
      if (elsewhere !== null) tried.set(other, elsewhere)
      return elsewhere !== null
    })
    if (allMoved) return tried
  }
  return null
}

/** Gives short names their long form back where there is room after all. */
export const lengthen = (placed: Placed): Placed => {
  const longer = new Map(placed)
  for (const [candidate, place] of placed) {
    if (place.label.title === candidate.caption.title) continue
    longer.delete(candidate)
    const others = [...longer.values()]
    longer.set(candidate, candidate.long.find((each) => isFree(each, others)) ?? place)
  }
  return longer
}
