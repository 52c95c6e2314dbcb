/** How far back the pace is measured, in milliseconds: long enough to be steady, short enough to notice a change. */
const WINDOW = 8_000
/** Before this nothing is said of the pace: the first moments tell nothing. */
const FIRST_WORDS_AFTER = 1_500
/** After so long without news the waiting itself counts as slowness. */
const STALLED_AFTER = 5_000

interface Mark {
  readonly at: number
  readonly done: number
}

/** What is known of a step's speed. */
export interface Pace {
  /** Things a second. */
  readonly perSecond: number
  /** Seconds until the step is done; null where nobody knows how much there is. */
  readonly secondsLeft: number | null
}

/** Measures how fast a count grows. Times are in milliseconds of any clock that only goes forward. */
export class PaceMeter {
  private marks: Mark[] = []
  private startedAt: number | null = null

  /** A count that falls begins a new step. */
  note(done: number, at: number): void {
    const last = this.marks.at(-1)
    if (last !== undefined && done < last.done) this.marks = []
    if (this.marks.length === 0) this.startedAt = at
    this.marks.push({ done, at })
    const first = this.marks.findIndex((mark) => mark.at >= at - WINDOW)
    // One mark from before the window stays, so that a step in few large strides has a pace too.
    this.marks.splice(0, Math.max(0, first - 1))
  }

  /** null while it is too early to tell. */
  pace(total: number | null, now: number): Pace | null {
    const [first] = this.marks
    const last = this.marks.at(-1)
    if (first === undefined || last === undefined || this.startedAt === null) return null
    if (now - this.startedAt < FIRST_WORDS_AFTER || last.done === first.done) return null
    const hasStalled = now - last.at > STALLED_AFTER
    const perSecond = ((last.done - first.done) / ((hasStalled ? now : last.at) - first.at)) * 1_000
    const sinceLast = hasStalled ? 0 : (now - last.at) / 1_000
    return {
      perSecond,
      secondsLeft: total === null ? null : Math.max(0, (total - last.done) / perSecond - sinceLast),
    }
  }
}

/** Two figures that count: nobody reads "1,237 rows a second". */
const rounded = (count: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.round(count / step) * step
}

/** "About 20 seconds left": in steps of five seconds, then of minutes, so that the words hold still. */
export const leftWords = (seconds: number): string => {
  if (seconds < 4) return 'A few seconds left'
  if (seconds < 57.5) return `About ${Math.round(seconds / 5) * 5} seconds left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? 'About a minute left' : `About ${minutes.toLocaleString('en-GB')} minutes left`
}

/** "1,200 rows a second. About 20 seconds left." Slower than two a second only the time is told. @param unit in the plural. */
export const paceWords = ({ perSecond, secondsLeft }: Pace, unit: string): string => {
  const fast = perSecond < 2 ? '' : `${rounded(perSecond).toLocaleString('en-GB')} ${unit} a second.`
  const left = secondsLeft === null ? '' : `${leftWords(secondsLeft)}.`
  return [fast, left].filter((words) => words !== '').join(' ')
}
