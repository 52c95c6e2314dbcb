import type { ReactNode } from 'react'
import { type ChartSeries, seriesLook } from './chart-series.ts'
import classes from './chart.module.css'

const markerPaths = {
  circle: 'M8 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  square: 'M5 3h6v6H5Z',
  triangle: 'M8 2.4 11.6 9H4.4Z',
  diamond: 'M8 2l4 4-4 4-4-4Z',
  cross: 'M6.8 2h2.4v2.8H12v2.4H9.2V10H6.8V7.2H4V4.8h2.8Z',
} as const

/** What each mark stands for. Not drawn for a single series: the title and unit have said it. */
export const ChartKey = ({ series }: { readonly series: readonly ChartSeries[] }): ReactNode => {
  if (series.length < 2) return null
  return (
    <ul className={classes.key} aria-label="Key">
      {series.map(({ key, label, kind }, index) => {
        const { colour, dash, marker } = seriesLook(index)
        return (
          <li key={key}>
            <svg width="1.75rem" height="0.75rem" viewBox="-6 0 28 12" aria-hidden="true" data-mark>
              {kind === 'line' && <path d="M-6 6h28" stroke={colour} strokeWidth="2" strokeDasharray={dash} />}
              <path d={kind === 'bar' ? 'M2 1h12v10H2Z' : markerPaths[marker]} fill={colour} />
            </svg>
            {label}
          </li>
        )
      })}
    </ul>
  )
}
