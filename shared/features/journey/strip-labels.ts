import { captionOf, type CaptionContext, letterRunCaption } from './strip-captions.ts'
import {
  type Candidate,
  candidateFor,
  findPlace,
  type LabelRoom,
  lengthen,
  makePlace,
  type Place,
  type Placed,
  type Wanted,
} from './strip-label-places.ts'
import type { StripLabel, StripMark } from './strip-types.ts'

/** Letters nearer than this share one name, px at 100 % text size. */
const LETTER_RUN_GAP = 130
/** Holes, late contacts and what is being typed come before everything. */
const URGENT_RANK = 1
/** Beyond this many names an old journey is read in the table, and trying to fit one more is wasted. */
const MOST_REPAIRS = 8

/** Letters that follow each other closely are named once, at the middle one. */
const letterRuns = (marks: readonly StripMark[], textScale: number): StripMark[][] => {
  const runs: StripMark[][] = []
  for (const mark of marks.filter((each) => each.row === 'primary' && each.span === null)) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const joins = mark.kind === 'letter' && before?.kind === 'letter' && mark.x - before.x < LETTER_RUN_GAP * textScale
    if (run !== undefined && joins) run.push(mark)
    else runs.push([mark])
  }
  return runs.filter((run) => run.length > 1)
}

const wantedLabels = (context: CaptionContext, { marks, textScale }: LabelRoom): Wanted[] => {
  const runs = letterRuns(marks, textScale)
  const inRun = new Set(runs.flat())
  const shared = runs.flatMap((run) => {
    const mark = run[Math.floor((run.length - 1) / 2)]
    const letters = run.flatMap((each) => each.events)
    return mark === undefined ? [] : [{ mark, caption: letterRunCaption(letters, context.today), isRun: true }]
  })
  const single = marks
    .filter((mark) => !inRun.has(mark))
    .map((mark) => ({ mark, caption: captionOf(mark, context), isRun: false }))
  return [...shared, ...single]
}

type Order = (a: Wanted, b: Wanted) => number

const byPlace: Order = (a, b) => a.mark.x - b.mark.x || (a.mark.id < b.mark.id ? -1 : 1)
const byRank: Order = (a, b) => a.caption.rank - b.caption.rank || byPlace(a, b)
const isUrgent = ({ caption }: Wanted): boolean => caption.rank <= URGENT_RANK
const urgentFirst: Order = (a, b) => Number(isUrgent(b)) - Number(isUrgent(a)) || byPlace(a, b)

/** What leaving a name out costs: far more for what matters more. */
const costOf = ({ caption }: Wanted): number => 8 ** Math.max(0, 4 - caption.rank)

const attempt = (candidates: readonly Candidate[], order: Order): { placed: Placed; cost: number } => {
  const placed = new Map<Candidate, Place>()
  for (const candidate of candidates.toSorted(order)) {
    const place = findPlace(candidate, placed)
    if (place !== null) placed.set(candidate, place)
  }
  let repaired: Placed = placed
  const left = candidates.filter((candidate) => !placed.has(candidate)).toSorted(byRank)
  for (const candidate of left.slice(0, MOST_REPAIRS)) repaired = makePlace(candidate, repaired) ?? repaired
  const cost = left.filter((each) => !repaired.has(each)).reduce((sum, each) => sum + costOf(each), 0)
  return { placed: repaired, cost }
}

const bestPlaces = (candidates: readonly Candidate[]): Placed => {
  const first = attempt(candidates, urgentFirst)
  if (first.cost === 0) return lengthen(first.placed)
  const second = attempt(candidates, byRank)
  return lengthen(second.cost < first.cost ? second.placed : first.placed)
}

/**
 * Names the marks in two rows above the practice's line and two below the hospital's. A name that finds no room is
 * left out, the least important first, and is heard and read at its mark and in the table.
 */
export const stripLabels = (context: CaptionContext, room: LabelRoom): StripLabel[] => {
  const wanted = wantedLabels(context, room)
  return (['primary', 'hospital'] as const).flatMap((row) => {
    const candidates = wanted.filter(({ mark }) => mark.row === row).map((each) => candidateFor(each, room))
    return [...bestPlaces(candidates).values()].map(({ label }) => label)
  })
}
