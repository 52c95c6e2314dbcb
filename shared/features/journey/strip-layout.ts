import { dateSpan } from '#shared/domain/partial-date.ts'
import { inJourneyOrder } from './journey-order.ts'
import { stripScale, stripTicks, stripToday } from './strip-axis.ts'
import { stripLabels } from './strip-labels.ts'
import { gapBands, holeLinks, letterLinks, lineSegments } from './strip-links.ts'
import { stripMarks } from './strip-marks.ts'
import { stripSizes } from './strip-sizes.ts'
import type { StripInput, StripLayout } from './strip-types.ts'

/**
 * Where everything on the two-lane strip stands, in px. The same input gives the same picture whatever order its
 * events come in; labels never cover each other and no mark leaves the strip.
 */
export const stripLayout = (asGiven: StripInput): StripLayout => {
  const input: StripInput = { ...asGiven, events: inJourneyOrder(asGiven.events) }
  const { events, width, textScale, today, draft } = input
  const sizes = stripSizes(input.height, textScale)
  const scale = stripScale(input, sizes)
  const marks = stripMarks(input, scale, sizes)
  const todayLine = stripToday(input, scale, sizes)
  const gaps = gapBands(input, scale, sizes)
  const taken = gaps.flatMap((gap) => [gap.box, gap.pill.box])
  return {
    width,
    height: sizes.height,
    plot: { left: scale.left, right: scale.right, top: sizes.plotTop, bottom: sizes.plotBottom },
    lines: sizes.lines,
    bands: {
      primary: { top: sizes.plotTop, bottom: sizes.primaryBandBottom },
      hospital: { top: sizes.hospitalBandTop, bottom: sizes.plotBottom },
    },
    axisY: sizes.axisY,
    ticks: stripTicks(scale, todayLine?.pill ?? null, input),
    today: todayLine,
    segments: lineSegments(input, scale, marks),
    marks,
    labels: stripLabels({ events, draft, today }, { marks, sizes, width, textScale, todayX: todayLine?.x ?? null }),
    links: [...letterLinks(input, marks, sizes, taken), ...holeLinks(marks, sizes)],
    gaps,
    earlier: events.filter((event) => dateSpan(event).to < scale.from).length,
  }
}
