import type { ReactNode } from 'react'
import { type ChartSeries, markerPaths, seriesLook } from './chart-series.ts'
import classes from './chart.module.css'

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
