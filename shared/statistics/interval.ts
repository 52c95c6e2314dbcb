/** Two ends of an interval, in the unit of the figure that it belongs to. */
export interface Interval {
  lower: number
  upper: number
}

/** A figure with its interval. */
export interface Estimate extends Interval {
  value: number
}

/** How sure an interval is, as a share of one: 0.95 unless a chart or a guide asks for another. */
export const USUAL_CONFIDENCE = 0.95
