/** One series of a chart. Five at most, told apart by shape and dash before colour. */
export type ChartSeries = {
  readonly key: string
  readonly label: string
  readonly kind: 'line' | 'bar'
  /** Upper and lower end of a likely range, as the keys of the two values. */
  readonly range?: { readonly low: string; readonly high: string }
}

/** One place along the axis. A value that is hidden or not known is `null`; `shown` says which in words or marks. */
export type ChartPoint = {
  readonly label: string
  readonly values: Readonly<Record<string, number | null>>
  /** What the table shows instead of the number, by series key: `*`, "not known", "9 of 12". */
  readonly shown?: Readonly<Record<string, string>>
}

type SeriesLook = {
  readonly colour: string
  readonly dash: string
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross'
}

/** Each marker in a box of 16 by 12, its middle at 8, 6. */
export const markerPaths = {
  circle: 'M8 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  square: 'M5 3h6v6H5Z',
  triangle: 'M8 2.4 11.6 9H4.4Z',
  diamond: 'M8 2l4 4-4 4-4-4Z',
  cross: 'M6.8 2h2.4v2.8H12v2.4H9.2V10H6.8V7.2H4V4.8h2.8Z',
} as const

const looks: readonly SeriesLook[] = [
  { colour: 'var(--chart-1)', dash: '0', marker: 'circle' },
  { colour: 'var(--chart-2)', dash: '7 4', marker: 'square' },
  { colour: 'var(--chart-3)', dash: '2 3', marker: 'triangle' },
  { colour: 'var(--chart-4)', dash: '9 3 2 3', marker: 'diamond' },
  { colour: 'var(--chart-5)', dash: '4 2', marker: 'cross' },
]

/** The look of the nth series. The sixth would repeat the first: no chart has six. */
export const seriesLook = (index: number): SeriesLook =>
  looks[index % looks.length] ?? { colour: 'var(--chart-rest)', dash: '0', marker: 'circle' }
