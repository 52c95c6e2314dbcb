import type { ReactNode } from 'react'
import type { StripMark } from '#shared/features/journey/strip-types.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { LANE_SHAPES } from './lane-shape.tsx'
import classes from './strip-mark.module.css'

const SQUARE = 14
const GHOST = 16
const PRACTICE_RADIUS = 7.5
const COUNTED_RADIUS = 10
const LETTER_RADIUS = 10

/** An envelope in a ring: a letter that came. */
export const LetterShape = (): ReactNode => (
  <>
    <circle r={LETTER_RADIUS} className={classes.letter} />
    <path d="M-5 -3.4h10v7h-10zM-5 -3.2l5 3.9 5-3.9" className={classes.envelope} />
  </>
)

/** A dashed ring with a question mark: a letter that should be here. */
export const HoleShape = (): ReactNode => (
  <g transform="translate(-11 -11) scale(1.375)">
    <circle cx="8" cy="8" r="6.4" className={classes.hole} />
    <path d="M6.4 6.6c0-2.3 3.3-2.2 3.3-.2 0 1.3-1.6 1.4-1.6 2.7" className={classes.question} />
    <circle cx="8.05" cy="11.4" r=".95" className={classes.questionDot} />
  </g>
)

const Clock = ({ late }: { readonly late: boolean }): ReactNode => (
  <>
    <circle r="8" className={classNames(classes.due, late && classes.late)} />
    <path d="M0 -3.8V.3l2.6 1.6" className={classNames(classes.dueHand, late && classes.late)} />
  </>
)

const Count = ({ mark }: { readonly mark: StripMark }): ReactNode =>
  mark.count > 1 && (
    <text y="5" className={classes.count} textAnchor="middle">
      {mark.count}
    </text>
  )

const PracticeEvent = ({ mark }: { readonly mark: StripMark }): ReactNode => (
  <>
    <circle r={mark.count > 1 ? COUNTED_RADIUS : PRACTICE_RADIUS} className={classes.practice} />
    <Count mark={mark} />
  </>
)

const OTHER_SCALE = 1.25
const COUNTED_SCALE = 1.7

/** Of the community, the voluntary sector or the person: an outline on the practice's line. */
const OtherEvent = ({ mark }: { readonly mark: StripMark }): ReactNode => (
  <>
    <g transform={`scale(${mark.count > 1 ? COUNTED_SCALE : OTHER_SCALE})`}>{LANE_SHAPES[mark.lane]}</g>
    {mark.count > 1 && (
      <text y="5" className={classes.letterCount} textAnchor="middle">
        {mark.count}
      </text>
    )}
  </>
)

const HospitalEvent = ({ mark }: { readonly mark: StripMark }): ReactNode => {
  const side = mark.count > 1 ? COUNTED_RADIUS * 2 - 1 : SQUARE
  return (
    <>
      <rect x={-side / 2} y={-side / 2} width={side} height={side} rx="2.6" className={classes.hospital} />
      <Count mark={mark} />
    </>
  )
}

const Ghost = ({ mark }: { readonly mark: StripMark }): ReactNode =>
  mark.row === 'hospital' ? (
    <rect x={-GHOST / 2} y={-GHOST / 2} width={GHOST} height={GHOST} rx="3" className={classes.ghost} />
  ) : (
    <circle r={GHOST / 2} className={classes.ghost} />
  )

/** As wide as the doubt: somewhere in here. */
const Vague = ({
  mark,
  from,
  to,
}: {
  readonly mark: StripMark
  readonly from: number
  readonly to: number
}): ReactNode => {
  const width = Math.max(COUNTED_RADIUS, to - from)
  const side = mark.row === 'hospital' ? classes.vagueHospital : classes.vaguePractice
  return <rect x={-width / 2} y={-6} width={width} height={12} rx={6} className={classNames(classes.vague, side)} />
}

const Shape = ({ mark }: { readonly mark: StripMark }): ReactNode => {
  if (mark.span !== null) return <Vague mark={mark} {...mark.span} />
  switch (mark.kind) {
    case 'letter':
      return (
        <>
          {mark.count > 1 ? <circle r={LETTER_RADIUS} className={classes.letter} /> : <LetterShape />}
          {mark.count > 1 && (
            <text y="5" className={classes.letterCount} textAnchor="middle">
              {mark.count}
            </text>
          )}
        </>
      )
    case 'hole':
      return <HoleShape />
    case 'draft':
      return <Ghost mark={mark} />
    case 'due':
    case 'late':
      return <Clock late={mark.kind === 'late'} />
    case 'later':
      return <path d="M-8 0h16m-6 -6l6 6l-6 6" className={classes.later} />
    case 'event':
      if (mark.row === 'hospital') return <HospitalEvent mark={mark} />
      return mark.lane === 'primary' ? <PracticeEvent mark={mark} /> : <OtherEvent mark={mark} />
  }
}

type StripMarkShapeProps = {
  readonly mark: StripMark
  /** px of one unit: 1 at 100 % text size. */
  readonly scale: number
}

/** One mark of the strip, where its layout puts it. */
export const StripMarkShape = ({ mark, scale }: StripMarkShapeProps): ReactNode =>
  mark.span === null ? (
    <g transform={`translate(${mark.x} ${mark.y}) scale(${scale})`}>
      <Shape mark={mark} />
    </g>
  ) : (
    <g transform={`translate(${mark.x} ${mark.y})`}>
      <Shape mark={mark} />
    </g>
  )
