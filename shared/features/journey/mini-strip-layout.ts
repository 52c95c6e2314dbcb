import { addMonths, dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { missingLetters } from './due-rules.ts'
import { eventTypeOf } from './event-types.ts'
import { inJourneyOrder } from './journey-order.ts'
import { matchLetters } from './letter-matching.ts'
import { documentReceivedAs } from './letter-rules.ts'
import type { DueItem } from './schema.ts'

/** An event as a register row carries it. */
export interface MiniMark extends PartialDate {
  readonly id: string
  readonly eventType: string
  readonly answersEventId: string | null
}

export interface MiniStripInput {
  readonly marks: readonly MiniMark[]
  /** Letters that have not come, late or not. */
  readonly letters: readonly DueItem[]
  readonly today: IsoDate
  /** How far back it reaches. */
  readonly months: number
  /** px. */
  readonly width: number
  readonly height: number
}

/** A whole small strip as a few SVG paths, so that a table of them costs no more than a table of words. */
export interface MiniStripLayout {
  /** The two lines. */
  readonly lines: string
  readonly today: string
  readonly practice: string
  readonly hospital: string
  readonly letters: string
  readonly holes: string
  readonly links: string
  readonly missingLinks: string
  /** The practice's line from the first hole to today. */
  readonly gap: string
  /** The same in words. */
  readonly words: string
}

const INSET = 4
const LANE_SHARE = 8 / 30
const PRACTICE_RADIUS = 3.1
const LETTER_RADIUS = 2.8
const HOLE_RADIUS = 4
const SQUARE = 6
const LEAN = 0.12

interface Frame {
  readonly xOf: (date: IsoDate) => number
  readonly holds: (date: PartialDate) => boolean
  readonly top: number
  readonly bottom: number
  readonly right: number
}

const short = (value: number): string => String(Math.round(value * 10) / 10)

const circle = (x: number, y: number, radius: number): string =>
  `M${short(x - radius)} ${short(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`

const square = (x: number, y: number): string =>
  `M${short(x - SQUARE / 2)} ${short(y - SQUARE / 2)}h${SQUARE}v${SQUARE}h${-SQUARE}z`

const crossing = (fromX: number, toX: number, { top, bottom }: Frame): string => {
  const lean = (toX - fromX) * LEAN
  const middle = short((top + bottom) / 2)
  return `M${short(fromX)} ${bottom}C${short(fromX + lean)} ${middle} ${short(toX - lean)} ${middle} ${short(toX)} ${top}`
}

const frameOf = ({ today, months, width, height }: MiniStripInput): Frame => {
  const from = addMonths(today, -months)
  const right = width - INSET - 2
  const dayWidth = (right - INSET) / Math.max(1, daysBetween(from, today))
  const top = Math.round(height * LANE_SHARE)
  return {
    xOf: (date) => Math.min(right, Math.max(INSET, INSET + daysBetween(from, date) * dayWidth)),
    holds: (date) => dateSpan(date).to >= from && date.date <= today,
    top,
    bottom: height - top,
    right,
  }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** Lays one person's last months out on a strip a table row high. */
export const miniStripLayout = (input: MiniStripInput): MiniStripLayout => {
  const frame = frameOf(input)
  const { top, bottom, right, xOf, holds } = frame
  const ordered = inJourneyOrder(input.marks)
  const shown = ordered.filter(holds)
  const isLetter = (mark: MiniMark): boolean => documentReceivedAs(mark.eventType) !== null
  const isHospital = (mark: MiniMark): boolean => eventTypeOf(mark.eventType).lane === 'hospital'
  const came = shown.filter(isLetter)
  const missing = missingLetters(input.letters, input.today)
  const byId = new Map(shown.map((mark) => [mark.id, mark]))
  const pairs = [...matchLetters(ordered.map((mark) => ({ ...mark, episodeId: null })))]
  const join = (parts: readonly string[]): string => parts.join('')
  const holeXs = missing.map((item) => xOf(item.dueDate))
  return {
    lines: `M${INSET} ${top}H${short(right)}M${INSET} ${bottom}H${short(right)}`,
    today: `M${short(right)} 2V${input.height - 2}`,
    practice: join(
      shown
        .filter((mark) => !isLetter(mark) && !isHospital(mark))
        .map((mark) => circle(xOf(mark.date), top, PRACTICE_RADIUS)),
    ),
    hospital: join(shown.filter(isHospital).map((mark) => square(xOf(mark.date), bottom))),
    letters: join(came.map((mark) => circle(xOf(mark.date), top, LETTER_RADIUS))),
    holes: join(holeXs.map((x) => circle(x, top, HOLE_RADIUS))),
    links: join(
      pairs.flatMap(([sourceId, letter]) => {
        const source = byId.get(sourceId)
        return source !== undefined && isHospital(source) && byId.has(letter.id)
          ? [crossing(xOf(source.date), xOf(letter.date), frame)]
          : []
      }),
    ),
    missingLinks: join(
      missing.flatMap((item) => {
        const source = byId.get(item.sourceEventId ?? '')
        return source === undefined ? [] : [crossing(xOf(source.date), xOf(item.dueDate), frame)]
      }),
    ),
    gap: holeXs.length === 0 ? '' : `M${short(Math.min(...holeXs))} ${top}H${short(right)}`,
    words: `${count(came.length, 'letter', 'letters')} in, ${missing.length} missing`,
  }
}
