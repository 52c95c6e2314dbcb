import type { ReactNode } from 'react'
import classes from './spc-chart.module.css'
import type { SpcMark } from './spc-marks.ts'

/** What is marked on a chart, by the numbers that stand on it. */
export const SpcMarkList = ({ marks }: { readonly marks: readonly SpcMark[] }): ReactNode =>
  marks.length > 0 && (
    <ol className={classes.marks} aria-label="What happened when">
      {marks.map(({ number, words, link }) => (
        <li key={number} value={number}>
          {words}
          {link}
        </li>
      ))}
    </ol>
  )
