import type { ReactNode } from 'react'
import type { Lane } from '#shared/features/journey/event-types.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { LANE_SHAPES } from './lane-shape.tsx'
import { HoleShape, LetterShape } from './strip-mark.tsx'
import laneShape from './lane-shape.module.css'
import classes from './strip.module.css'

type Key = { readonly word: string; readonly size: number; readonly shape: ReactNode }

const KEYS: readonly Key[] = [
  { word: 'Practice did', size: 13, shape: <circle r="8" className={laneShape.laneCircle} /> },
  {
    word: 'Hospital did',
    size: 13,
    shape: <rect x="-7.5" y="-7.5" width="15" height="15" rx="2.6" className={laneShape.laneSquare} />,
  },
  { word: 'Letter in', size: 18, shape: <LetterShape /> },
  { word: 'Letter missing', size: 18, shape: <HoleShape /> },
]

const OTHER_LANES: readonly (readonly [Lane, string])[] = [
  ['community', 'Community'],
  ['voluntary', 'Voluntary'],
  ['person', 'The person'],
]
const SCALE = 1.45

/** The usual shapes, and those of other lanes where the journey has any. */
const keysFor = (lanes: ReadonlySet<Lane>): Key[] => [
  ...KEYS,
  ...OTHER_LANES.filter(([lane]) => lanes.has(lane)).map(([lane, word]) => ({
    word,
    size: 14,
    shape: <g transform={`scale(${SCALE})`}>{LANE_SHAPES[lane]}</g>,
  })),
]

/** What the shapes mean, in words. */
export const StripLegend = ({ lanes }: { readonly lanes: ReadonlySet<Lane> }): ReactNode => (
  <ul
    className={classNames(classes.legend, OTHER_LANES.some(([lane]) => lanes.has(lane)) && classes.many)}
    aria-label="Key"
  >
    {keysFor(lanes).map(({ word, size, shape }) => (
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
