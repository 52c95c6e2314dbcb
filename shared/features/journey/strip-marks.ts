import { dateSpan, type IsoDate } from '#shared/domain/partial-date.ts'
import { type Lane, LANES } from './event-types.ts'
import { documentReceivedAs } from './letter-rules.ts'
import type { DueItem } from './schema.ts'
import type { StripScale } from './strip-axis.ts'
import type { StripSizes } from './strip-sizes.ts'
import type { MarkKind, StripDraft, StripEvent, StripInput, StripMark, StripRow } from './strip-types.ts'

/** One thing to draw, before those that stand together become one mark. */
interface Spot {
  readonly id: string
  readonly kind: MarkKind
  readonly row: StripRow
  readonly lane: Lane
  readonly x: number
  readonly span: StripMark['span']
  readonly event: StripEvent | null
  readonly due: DueItem | null
}

const rowOf = (lane: Lane): StripRow => (lane === 'hospital' ? 'hospital' : 'primary')

const clamp = (value: number, { left, right }: StripScale): number => Math.min(right, Math.max(left, value))

const eventSpot = (event: StripEvent, scale: StripScale, today: IsoDate): Spot | null => {
  const days = dateSpan(event)
  if (days.to < scale.from || days.from > scale.to) return null
  const from = clamp(scale.xOf(days.from), scale)
  const lastDay = days.from <= today && days.to > today ? today : days.to
  const to = clamp(scale.xOf(lastDay), scale)
  return {
    id: event.id,
    kind: documentReceivedAs(event.eventType) === null ? 'event' : 'letter',
    row: rowOf(event.lane),
    lane: event.lane,
    x: (from + to) / 2,
    span: event.precision === 'day' ? null : { from, to },
    event,
    due: null,
  }
}

const draftSpot = (draft: StripDraft, scale: StripScale): Spot | null => {
  const days = dateSpan(draft)
  if (days.to < scale.from || days.from > scale.to) return null
  const x = clamp((scale.xOf(days.from) + scale.xOf(days.to)) / 2, scale)
  return { id: 'draft', kind: 'draft', row: rowOf(draft.lane), lane: draft.lane, x, span: null, event: null, due: null }
}

const dueKind = (item: DueItem, scale: StripScale, today: IsoDate): MarkKind => {
  if (item.dueDate < today) return item.kind === 'letter' ? 'hole' : 'late'
  return item.dueDate > scale.to ? 'later' : 'due'
}

const dueSpots = ({ due, today }: StripInput, scale: StripScale): Spot[] =>
  due
    .filter((item) => item.lapsesDate === null || item.lapsesDate >= today)
    .map((item) => ({
      id: `${item.kind}:${item.sourceEventId ?? item.episodeId ?? ''}:${item.dueDate}`,
      kind: dueKind(item, scale, today),
      row: 'primary' as const,
      lane: 'primary' as const,
      x: clamp(scale.xOf(item.dueDate), scale),
      span: null,
      event: null,
      due: item,
    }))

/** Spots of one kind that are too near to be told apart become one mark with a count. */
const merge = (spots: readonly Spot[], sizes: StripSizes): StripMark[] => {
  const groups: Spot[][] = []
  for (const spot of spots.toSorted((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && spot.x - first.x < sizes.markGap) group.push(spot)
    else groups.push([spot])
  }
  return groups.map((group) => markOf(group, sizes))
}

const markOf = (group: readonly Spot[], sizes: StripSizes): StripMark => {
  const [first] = group
  if (first === undefined) throw new Error('a mark stands for at least one thing')
  const last = group.at(-1) ?? first
  const letters = group.every((spot) => spot.kind === 'letter')
  return {
    id: group.map((spot) => spot.id).join('+'),
    kind: first.kind === 'letter' && !letters ? 'event' : first.kind,
    row: first.row,
    lane: first.lane,
    x: (first.x + last.x) / 2,
    y: sizes.lines[first.row],
    span: first.span,
    events: group.flatMap((spot) => (spot.event === null ? [] : [spot.event])),
    due: group.flatMap((spot) => (spot.due === null ? [] : [spot.due])),
    count: group.length,
  }
}

type Placed = { -readonly [Key in keyof StripMark]: StripMark[Key] }

const inOrder = (a: StripMark, b: StripMark): number => a.x - b.x || (a.id < b.id ? -1 : 1)

/** Moves marks apart by a mark or two, never out of what they belong to. */
const spreadBetween = (marks: readonly StripMark[], from: number, to: number, gap: number): StripMark[] => {
  const placed: Placed[] = marks.toSorted(inOrder).map((mark) => ({ ...mark }))
  let least = from
  for (const mark of placed) {
    mark.x = Math.max(mark.x, least)
    least = mark.x + gap
  }
  let most = to
  for (const mark of placed.toReversed()) {
    mark.x = Math.max(from, Math.min(mark.x, most))
    most = mark.x - gap
  }
  return placed
}

/**
 * Keeps the marks of one row apart, so that a hole is never hidden under what happened that day. What is past stays
 * left of today and what is to come stays right of it.
 */
const spread = (marks: readonly StripMark[], scale: StripScale, today: IsoDate, gap: number): StripMark[] => {
  const todayX = clamp(scale.xOf(today), scale)
  const isToCome = ({ kind }: StripMark): boolean => kind === 'due' || kind === 'later'
  const past = spreadBetween(
    marks.filter((mark) => !isToCome(mark)),
    scale.left,
    todayX,
    gap,
  )
  const lastPast = past.at(-1)?.x ?? scale.left
  const toCome = spreadBetween(
    marks.filter(isToCome),
    Math.min(scale.right, Math.max(todayX, lastPast + gap)),
    scale.right,
    gap,
  )
  return [...past, ...toCome]
}

const isVague = (spot: Spot): boolean => spot.span !== null

/** All marks of the strip, each inside the plot, rows in order of x. Vague dates stand where their span is. */
export const stripMarks = (input: StripInput, scale: StripScale, sizes: StripSizes): StripMark[] => {
  const happened = input.events.flatMap((event) => eventSpot(event, scale, input.today) ?? [])
  const expected = dueSpots(input, scale)
  const draft = input.draft === null ? null : draftSpot(input.draft, scale)
  const merged = (spots: readonly Spot[]): StripMark[] => merge(spots, sizes)
  const inRow = (row: StripRow): StripMark[] => {
    const certain = happened.filter((spot) => spot.row === row && !isVague(spot))
    const kinds = (['hole', 'late', 'due', 'later'] as const).map((kind) =>
      merged(expected.filter((spot) => spot.row === row && spot.kind === kind)),
    )
    // Each lane keeps its own shape, so what two lanes did on one day stands side by side.
    const happenedBy = LANES.map((lane) => merged(certain.filter((spot) => spot.lane === lane)))
    return spread([...happenedBy.flat(), ...kinds.flat()], scale, input.today, sizes.markGap)
  }
  return [
    ...happened.filter(isVague).map((spot) => markOf([spot], sizes)),
    ...inRow('primary'),
    ...inRow('hospital'),
    ...(draft === null ? [] : [markOf([draft], sizes)]),
  ]
}
