import type { IsoDate } from '#shared/domain/partial-date.ts'
import { letterGapDays, matchLetters } from './letter-matching.ts'
import { type MissingLetter, missingSince } from './missing-since.ts'
import { boxAround, overlap } from './strip-boxes.ts'
import type { StripScale } from './strip-axis.ts'
import type { StripSizes } from './strip-sizes.ts'
import { textWidth } from './strip-text.ts'
import type { Box, StripBand, StripInput, StripLink, StripMark, StripSegment } from './strip-types.ts'
import { sentence, waitedSince, waitedWords } from './words.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** How far the curve leans before it turns, as a share of its width. */
const LEAN = 0.12
const PILL_PADDING = 16
const PILL_SPACE = 4
/** Where along a curve its pill may stand, the middle first. */
const PILL_SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const

const curve = (from: Point, to: Point): string => {
  const middle = (from.y + to.y) / 2
  const lean = (to.x - from.x) * LEAN
  const at = (value: number): string => String(Math.round(value * 10) / 10)
  return `M${at(from.x)} ${at(from.y)}C${at(from.x + lean)} ${at(middle)} ${at(to.x - lean)} ${at(middle)} ${at(to.x)} ${at(to.y)}`
}

/** Fits a pill on its curve in one of the rows between the lines, or nowhere. */
const placePill = (
  text: string,
  from: Point,
  to: Point,
  input: StripInput,
  sizes: StripSizes,
  taken: readonly Box[],
): Box | null => {
  const wide = textWidth(text, 'bold', input.textScale) + PILL_PADDING * input.textScale
  for (const share of PILL_SHARES) {
    for (const y of sizes.pillRows) {
      const box = boxAround(from.x + (to.x - from.x) * share, y, wide, sizes.pillHeight)
      const inside = box.left >= 0 && box.right <= input.width
      if (inside && !taken.some((other) => overlap(box, other, PILL_SPACE))) return box
    }
  }
  return null
}

interface Crossing {
  readonly from: StripMark
  readonly to: StripMark
  readonly gaps: number[]
}

const crossings = (input: StripInput, marks: readonly StripMark[]): Crossing[] => {
  const { events } = input
  const markOf = new Map(marks.flatMap((mark) => mark.events.map((event) => [event.id, mark] as const)))
  const found = new Map<string, Crossing>()
  const letters = matchLetters(events)
  for (const event of events) {
    const letter = letters.get(event.id)
    const from = markOf.get(event.id)
    const to = letter === undefined ? undefined : markOf.get(letter.id)
    if (letter === undefined || from?.row !== 'hospital' || to?.row !== 'primary') continue
    const key = `${from.id}>${to.id}`
    const crossing = found.get(key) ?? { from, to, gaps: [] }
    const gap = letterGapDays(event, letter)
    if (gap !== null && gap >= 0) crossing.gaps.push(gap)
    found.set(key, crossing)
  }
  return [...found.values()]
}

const gapText = (gaps: readonly number[]): string => {
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  return least === most ? `${least} d` : `${least} to ${most} d`
}

const ends = (from: StripMark, to: StripMark, sizes: StripSizes): [Point, Point] => [
  { x: from.x, y: from.y - sizes.markRadius + 1 },
  { x: to.x, y: to.y + sizes.markRadius - 1 },
]

/** Every letter that came, drawn from what it is about, with the days it took where there is room. */
export const letterLinks = (
  input: StripInput,
  marks: readonly StripMark[],
  sizes: StripSizes,
  taken: readonly Box[],
): StripLink[] => {
  const boxes = [...taken]
  return crossings(input, marks).map(({ from, to, gaps }) => {
    const [start, end] = ends(from, to, sizes)
    const text = gaps.length === 0 ? '' : gapText(gaps)
    const box = text === '' ? null : placePill(text, start, end, input, sizes, boxes)
    if (box !== null) boxes.push(box)
    return {
      id: `${from.id}>${to.id}`,
      path: curve(start, end),
      missing: false,
      pill: box === null ? null : { text, box },
    }
  })
}

/** Dashed from each event that nobody has written about to its hole. */
export const holeLinks = (marks: readonly StripMark[], sizes: StripSizes): StripLink[] => {
  const sources = new Map(
    marks
      .filter((mark) => mark.row === 'hospital')
      .flatMap((mark) => mark.events.map((event) => [event.id, mark] as const)),
  )
  return marks
    .filter((mark) => mark.kind === 'hole')
    .flatMap((hole) => {
      const from = new Set(hole.due.flatMap((item) => sources.get(item.sourceEventId ?? '') ?? []))
      return [...from].map((source) => {
        const [start, end] = ends(source, hole, sizes)
        return { id: `${source.id}>${hole.id}`, path: curve(start, end), missing: true, pill: null }
      })
    })
}

const bandTexts = ({ since }: MissingLetter, today: IsoDate): string[] => [
  `${sentence(waitedSince(since, today))}, no letter`,
  `${sentence(waitedWords(since, today))}, no letter`,
  sentence(waitedWords(since, today)),
]

/** The longest waits, hatched from the event to today. The pill may stand out to the left of a band too short for it. */
export const gapBands = (input: StripInput, scale: StripScale, sizes: StripSizes): StripBand[] => {
  if (!scale.holds(input.today)) return []
  const seen = new Set<string>()
  const waits = missingSince(input.events, input.due, input.today).filter(({ since }) => {
    const isNew = !seen.has(since.id)
    seen.add(since.id)
    return isNew
  })
  const right = scale.xOf(input.today)
  return sizes.gapRows.flatMap((y, row) => {
    const wait = waits[row]
    if (wait === undefined) return []
    const left = Math.max(scale.left, Math.min(right, scale.xOf(wait.since.date)))
    const box: Box = { left, right, top: y - 7 * input.textScale, bottom: y + 7 * input.textScale }
    const texts = bandTexts(wait, input.today)
    const widthOf = (text: string): number => textWidth(text, 'bold', input.textScale) + PILL_PADDING * input.textScale
    const text = texts.find((each) => widthOf(each) + 24 <= right - left) ?? texts.at(-1) ?? ''
    const wide = widthOf(text)
    const middle = Math.max(wide / 2, Math.min((left + right) / 2, right - wide / 2))
    return [{ id: wait.source.id, box, pill: { text, box: boxAround(middle, y, wide, sizes.pillHeight) } }]
  })
}

/** The two lines: known until today, broken from the first hole on, dotted where nobody knows yet. */
export const lineSegments = (input: StripInput, scale: StripScale, marks: readonly StripMark[]): StripSegment[] => {
  const todayX = Math.min(scale.right, Math.max(scale.left, scale.xOf(input.today)))
  const holes = marks.filter((mark) => mark.kind === 'hole').map((mark) => mark.x)
  const firstHole = Math.min(todayX, ...holes)
  const segments: StripSegment[] = [
    { row: 'primary', kind: 'known', from: scale.left, to: firstHole },
    { row: 'primary', kind: 'gap', from: firstHole, to: todayX },
    { row: 'hospital', kind: 'known', from: scale.left, to: todayX },
    { row: 'primary', kind: 'future', from: todayX, to: scale.right },
    { row: 'hospital', kind: 'future', from: todayX, to: scale.right },
  ]
  return segments.filter((segment) => segment.to > segment.from)
}
