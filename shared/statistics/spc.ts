import { everyMonth } from './months.ts'
import { type Broken, brokenRules, type Measured, variationOf } from './spc-rules.ts'
import {
  type Assurance,
  type Better,
  type PointLimits,
  type Screening,
  SETTLED_MONTHS,
  type SpcChart,
  type SpcCount,
  type SpcPhase,
  type SpcPoint,
  type SpcQuestions,
  type SpcValue,
} from './spc-types.ts'
import { mean, sum } from './sums.ts'

/**
 * Charts of statistical process control by month.
 * Sources: Wheeler (1993) Understanding Variation and NHS England, Making Data Count (XmR: mean ± 2.66 times the mean
 * moving range); Provost and Murray (2011) The Health Care Data Guide (P and U charts: three sigma, a limit for each
 * month's own denominator); Nelson (1982) Journal of Quality Technology 14:172-173 (screening).
 */

const TO_LIMITS = 2.66
const RANGE_LIMIT = 3.267

interface Month {
  readonly month: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** A phase's centre, and the limits of each of its months. */
interface Frame {
  readonly mean: number | null
  readonly restsOn: number
  readonly ranges: number
  readonly screenedOut: number
  readonly limitsOf: (month: Month) => PointLimits | null
  /** A third of what lies between the mean and a limit before it is cut. */
  readonly sigmaOf: (month: Month) => number | null
}

type FrameOf = (months: readonly Month[]) => Frame

/** The months on which a phase rests: its first `baselineMonths` measured ones and the gaps between them, or all. */
function baseline(months: readonly Month[], baselineMonths: number | undefined): readonly Month[] {
  if (baselineMonths === undefined) return months
  const measured = months.flatMap(({ value }, index) => (value === null ? [] : [index]))
  const last = measured[baselineMonths - 1]
  return last === undefined ? months : months.slice(0, last + 1)
}

const valuesOf = (months: readonly Month[]): number[] => months.flatMap(({ value }) => (value === null ? [] : [value]))

/** No range is taken over a gap. */
function movingRanges(months: readonly Month[]): number[] {
  return months.flatMap(({ value }, index) => {
    const before = months[index - 1]?.value ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
}

function xmrFrame(months: readonly Month[], screening: Screening): Frame {
  const ranges = movingRanges(months)
  const first = mean(ranges) ?? 0
  const kept = screening === 'screened' ? ranges.filter((range) => range <= RANGE_LIMIT * first) : ranges
  const centre = mean(valuesOf(months))
  const average = mean(kept)
  const limits =
    centre === null || average === null
      ? null
      : { mean: centre, lower: centre - TO_LIMITS * average, upper: centre + TO_LIMITS * average }
  return {
    mean: centre,
    restsOn: valuesOf(months).length,
    ranges: kept.length,
    screenedOut: ranges.length - kept.length,
    limitsOf: () => limits,
    sigmaOf: () => (average === null ? null : (TO_LIMITS * average) / 3),
  }
}

function attributeFrame(months: readonly Month[], kind: 'P' | 'U'): Frame {
  const people = sum(months.map(({ denominator }) => denominator ?? 0))
  const restsOn = valuesOf(months).length
  const centre = people > 0 ? sum(months.map(({ numerator }) => numerator ?? 0)) / people : null
  const sigmaOf = ({ denominator }: Month): number | null =>
    centre === null || denominator === null || restsOn < 2
      ? null
      : Math.sqrt((kind === 'P' ? centre * (1 - centre) : centre) / denominator)
  const limitsOf = (month: Month): PointLimits | null => {
    const sigma = sigmaOf(month)
    if (centre === null || sigma === null) return null
    const upper = centre + 3 * sigma
    return { mean: centre, lower: Math.max(0, centre - 3 * sigma), upper: kind === 'P' ? Math.min(1, upper) : upper }
  }
  return { mean: centre, restsOn, ranges: 0, screenedOut: 0, limitsOf, sigmaOf }
}

/** The months of each phase, with the reason for which it begins. */
function split(months: readonly Month[], rebases: SpcQuestions['rebases']): { reason: string | null; of: Month[] }[] {
  const starts = [...(rebases ?? [])].toSorted((a, b) => a.month.localeCompare(b.month))
  for (const { month, reason } of starts) {
    everyMonth([{ month }])
    if (reason.trim() === '') throw new RangeError('Limits begin anew for a reason')
  }
  const phases: { reason: string | null; of: Month[] }[] = []
  for (const month of months) {
    const start = starts.findLast((one) => one.month <= month.month && one.month > (months[0]?.month ?? ''))
    const reason = start?.reason ?? null
    const previous = phases.at(-1)
    const opens = previous === undefined || starts.some((one) => one.month === month.month && previous.of.length > 0)
    if (opens) phases.push({ reason, of: [month] })
    else previous.of.push(month)
  }
  return phases
}

function assuranceOf(limits: PointLimits | null, better: Better, target: number | undefined): Assurance {
  if (target === undefined || better === 'neither') return 'no target'
  if (limits === null) return 'not enough'
  const above = better === 'higher' ? 'misses' : 'hits'
  const below = better === 'higher' ? 'hits' : 'misses'
  if (target > limits.upper) return above
  return target < limits.lower ? below : 'hit or miss'
}

function chartOf(
  kind: SpcChart['kind'],
  screening: Screening,
  months: readonly Month[],
  frameOf: FrameOf,
  asked: SpcQuestions,
): SpcChart {
  const { better, target, baselineMonths } = asked
  if (baselineMonths !== undefined && (!Number.isInteger(baselineMonths) || baselineMonths < 2)) {
    throw new RangeError('A baseline has two months or more')
  }
  const points: SpcPoint[] = []
  const phases: SpcPhase[] = []
  for (const { reason, of } of split(months, asked.rebases)) {
    const frame = frameOf(baseline(of, baselineMonths))
    const measured = of.map((month): Measured | null =>
      month.value === null || frame.mean === null
        ? null
        : { value: month.value, mean: frame.mean, limits: frame.limitsOf(month), sigma: frame.sigmaOf(month) },
    )
    const broken = brokenRules(measured)
    points.push(...of.map((month, index) => pointOf(month, frame, broken[index] ?? [], better)))
    phases.push({
      from: of[0]?.month ?? '',
      to: of.at(-1)?.month ?? '',
      reason,
      measured: valuesOf(of).length,
      restsOn: frame.restsOn,
      mean: frame.mean,
      ranges: frame.ranges,
      screenedOut: frame.screenedOut,
      trial: frame.restsOn < SETTLED_MONTHS,
    })
  }
  const newest = points.findLast(({ value }) => value !== null)
  return {
    kind,
    screening,
    better,
    target: target ?? null,
    targetFrom: asked.targetFrom ?? null,
    points,
    phases,
    variation: newest?.variation ?? 'not enough',
    assurance: assuranceOf(newest?.limits ?? null, better, target),
    judgedAt: newest?.month ?? null,
    gaps: points.filter(({ value }) => value === null).length,
  }
}

function pointOf(month: Month, frame: Frame, broken: readonly Broken[], better: Better): SpcPoint {
  const limits = frame.limitsOf(month)
  return {
    ...month,
    limits,
    rules: [...new Set(broken.map(({ rule }) => rule))],
    variation: limits === null && broken.length === 0 ? 'not enough' : variationOf(broken, better),
  }
}

/**
 * A chart of single values (XmR): one value a month, limits from how much neighbouring months differ.
 * Months may come in any order; a month that is missing between two others becomes a gap.
 * @throws RangeError for a month that is not one or comes twice, a value that is not a number, a rebase without a
 * reason, or a baseline of fewer than two months.
 */
export function xmrChart(
  values: readonly SpcValue[],
  asked: SpcQuestions & { readonly screening: 'screened' | 'all ranges' },
): SpcChart {
  if (values.some(({ value }) => value !== null && !Number.isFinite(value))) throw new RangeError('A value is a number')
  const months = everyMonth(values).map(({ month, given }) => ({
    month,
    value: given?.value ?? null,
    numerator: null,
    denominator: null,
  }))
  return chartOf('XmR', asked.screening, months, (of) => xmrFrame(of, asked.screening), asked)
}

/**
 * A P chart (people with something, of all people) or a U chart (events among people or person-years): the mean is the
 * pooled figure, and each month has the limits of its own denominator.
 * @throws RangeError as `xmrChart`, and for a numerator below 0 or, on a P chart, above its denominator.
 */
export function attributeChart(kind: 'P' | 'U', counts: readonly SpcCount[], asked: SpcQuestions): SpcChart {
  for (const { numerator, denominator } of counts) {
    if (!(numerator >= 0 && denominator >= 0) || (kind === 'P' && numerator > denominator)) {
      throw new RangeError('A numerator lies between 0 and its denominator')
    }
  }
  const months = everyMonth(counts).map(({ month, given }) =>
    given === null || given.denominator === 0
      ? { month, value: null, numerator: null, denominator: null }
      : {
          month,
          value: given.numerator / given.denominator,
          numerator: given.numerator,
          denominator: given.denominator,
        },
  )
  return chartOf(kind, 'no ranges', months, (of) => attributeFrame(of, kind), asked)
}
