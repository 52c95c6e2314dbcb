import type { ReactElement, ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'
import classes from './chart.module.css'

type ChartPlotProps = {
  readonly name: string
  /** One image to a screen reader, or a group of points that can each be reached. */
  readonly role: 'img' | 'group'
  /** Fixed size in px; without it the picture fills the window's width. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  readonly height: number
  readonly children: ReactElement
}

/** Where the picture of a chart stands, as wide as there is room or of a fixed size. */
export const ChartPlot = ({ name, role, size, height, children }: ChartPlotProps): ReactNode => (
  <div role={role} aria-label={name} className={classes.drawing} style={size ?? { height }}>
    {size === undefined ? (
      <ResponsiveContainer initialDimension={{ width: 640, height }}>{children}</ResponsiveContainer>
    ) : (
      children
    )}
  </div>
)
