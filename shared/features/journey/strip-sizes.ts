import type { StripRow } from './strip-types.ts'

/** Where things stand at one height of the strip, px. Two baselines a label row: the name, the date below it. */
export interface StripSizes {
  readonly height: number
  readonly axisY: number
  readonly plotTop: number
  readonly plotBottom: number
  readonly plotLeft: number
  /** Kept free at the right edge. */
  readonly plotInset: number
  readonly lines: Readonly<Record<StripRow, number>>
  readonly primaryBandBottom: number
  readonly hospitalBandTop: number
  /** Label rows, the nearest to the line first: baseline of the name and of the date. */
  readonly labelRows: Readonly<Record<StripRow, readonly (readonly [number, number])[]>>
  /** Middles of the two rows for gap pills between the lines. */
  readonly pillRows: readonly number[]
  /** Middles of the two rows for "days since" bands. */
  readonly gapRows: readonly number[]
  readonly pillHeight: number
  /** Nearer than this, marks are drawn as one with a count: a target is 24 px wide at least. */
  readonly markGap: number
  readonly markRadius: number
}

const SIZES = {
  roomy: {
    height: 284,
    axisY: 15,
    plotTop: 24,
    plotBottom: 278,
    plotLeft: 116,
    plotInset: 8,
    lines: { primary: 116, hospital: 192 },
    primaryBandBottom: 140,
    hospitalBandTop: 168,
    labelRows: {
      primary: [
        [83, 99],
        [48, 64],
      ],
      hospital: [
        [216, 232],
        [251, 267],
      ],
    },
    pillRows: [146, 164],
    gapRows: [145, 171],
    pillHeight: 20,
    markGap: 24,
    markRadius: 10,
  },
  compact: {
    height: 240,
    axisY: 15,
    plotTop: 24,
    plotBottom: 234,
    plotLeft: 116,
    plotInset: 8,
    lines: { primary: 100, hospital: 160 },
    primaryBandBottom: 116,
    hospitalBandTop: 144,
    labelRows: {
      primary: [
        [67, 83],
        [33, 49],
      ],
      hospital: [
        [183, 199],
        [215, 231],
      ],
    },
    pillRows: [122, 140],
    gapRows: [124, 144],
    pillHeight: 20,
    markGap: 24,
    markRadius: 10,
  },
} as const satisfies Record<string, StripSizes>

/** Sizes in px for a height and a text size. Everything grows with the text but the width, which is the window's. */
export const stripSizes = (height: keyof typeof SIZES, textScale: number): StripSizes => {
  const at = SIZES[height]
  const scaled = (value: number): number => Math.round(value * textScale * 100) / 100
  const rows = (pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    pairs.map(([name, date]) => [scaled(name), scaled(date)])
  return {
    height: scaled(at.height),
    axisY: scaled(at.axisY),
    plotTop: scaled(at.plotTop),
    plotBottom: scaled(at.plotBottom),
    plotLeft: scaled(at.plotLeft),
    plotInset: scaled(at.plotInset),
    lines: { primary: scaled(at.lines.primary), hospital: scaled(at.lines.hospital) },
    primaryBandBottom: scaled(at.primaryBandBottom),
    hospitalBandTop: scaled(at.hospitalBandTop),
    labelRows: { primary: rows(at.labelRows.primary), hospital: rows(at.labelRows.hospital) },
    pillRows: at.pillRows.map(scaled),
    gapRows: at.gapRows.map(scaled),
    pillHeight: scaled(at.pillHeight),
    markGap: scaled(at.markGap),
    markRadius: scaled(at.markRadius),
  }
}
