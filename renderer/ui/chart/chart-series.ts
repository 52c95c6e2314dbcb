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
