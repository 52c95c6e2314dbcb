import type { ReactNode } from 'react'
import { HoleShape, LetterShape } from './strip-mark.tsx'
import classes from './strip.module.css'

const KEYS: readonly { readonly word: string; readonly size: number; readonly shape: ReactNode }[] = [
  { word: 'Practice did', size: 13, shape: <circle r="8" className={classes.laneCircle} /> },
  {
    word: 'Hospital did',
    size: 13,
    shape: <rect x="-7.5" y="-7.5" width="15" height="15" rx="2.6" className={classes.laneSquare} />,
  },
  { word: 'Letter in', size: 18, shape: <LetterShape /> },
  { word: 'Letter missing', size: 18, shape: <HoleShape /> },
]

/** What the shapes mean, in words. */
export const StripLegend = (): ReactNode => (
  <ul className={classes.legend} aria-label="Key">
    {KEYS.map(({ word, size, shape }) => (
      <li key={word}>
        <svg
          width={`${size / 16}rem`}
          height={`${size / 16}rem`}
          viewBox="-11.5 -11.5 23 23"
          aria-hidden="true"
          data-mark
        >
          {shape}
        </svg>
        {word}
      </li>
    ))}
  </ul>
)
