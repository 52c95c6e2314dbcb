import { memo, type ReactNode } from 'react'
import type { Box, StripLabel, StripLayout, StripRow } from '#shared/features/journey/strip-types.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import laneShape from './lane-shape.module.css'
import classes from './strip-drawing.module.css'

const boxSize = ({ left, right, top, bottom }: Box): { x: number; y: number; width: number; height: number } => ({
  x: left,
  y: top,
  width: Math.max(0, right - left),
  height: Math.max(0, bottom - top),
})

const middle = (box: Box): { x: number; y: number } => ({
  x: (box.left + box.right) / 2,
  y: (box.top + box.bottom) / 2,
})

const Pill = ({
  box,
  text,
  kind,
}: {
  readonly box: Box
  readonly text: string
  readonly kind: 'gap' | 'missing' | 'today'
}): ReactNode => (
  <>
    <rect {...boxSize(box)} rx={(box.bottom - box.top) / 2} className={classes[`${kind}Pill`]} />
    <text {...middle(box)} dy="0.34em" textAnchor="middle" className={classes[`${kind}PillText`]}>
      {text}
    </text>
  </>
)

const LANE_NAMES: Readonly<Record<StripRow, readonly string[]>> = {
  primary: ['Primary', 'care'],
  hospital: ['Hospital'],
}

const LaneName = ({
  row,
  y,
  scale,
}: {
  readonly row: StripRow
  readonly y: number
  readonly scale: number
}): ReactNode => (
  <g transform={`translate(${12 * scale} ${y}) scale(${scale})`}>
    {row === 'primary' ? (
      <circle cx="7" cy="0" r="6.5" className={laneShape.laneCircle} />
    ) : (
      <rect x="0.5" y="-6.5" width="13" height="13" rx="2.2" className={laneShape.laneSquare} />
    )}
    {LANE_NAMES[row].map((word, line) => (
      <text key={word} x="20" y={(row === 'primary' ? -1 : 4) + line * 16} className={classes[`${row}Name`]}>
        {word}
      </text>
    ))}
  </g>
)

const Ground = ({ layout, scale }: { readonly layout: StripLayout; readonly scale: number }): ReactNode => {
  const { width, bands, plot, ticks, axisY, today, segments, lines } = layout
  return (
    <>
      {(['primary', 'hospital'] as const).map((row) => (
        <rect
          key={row}
          {...boxSize({ left: 0.5, right: width - 0.5, ...bands[row] })}
          rx="8"
          className={classes[`${row}Band`]}
        />
      ))}
      {today !== null && (
        <rect {...boxSize({ ...plot, left: today.x, right: width - 0.5 })} className={classes.future} />
      )}
      {ticks.map(({ x, label }) => (
        <g key={x}>
          <path d={`M${x} ${plot.top}V${plot.bottom}`} className={classes.grid} />
          <text x={x + 5} y={axisY} className={classes.axis}>
            {label}
          </text>
        </g>
      ))}
      <LaneName row="primary" y={lines.primary} scale={scale} />
      <LaneName row="hospital" y={lines.hospital} scale={scale} />
      {segments.map(({ row, kind, from, to }) => (
        <path
          key={`${row} ${kind} ${from}`}
          d={`M${from} ${lines[row]}H${to}`}
          className={classNames(classes.line, classes[`${row}Line`], classes[`${kind}Line`])}
        />
      ))}
    </>
  )
}

const Label = ({ label }: { readonly label: StripLabel }): ReactNode => (
  <g className={classes[`${label.tone}Label`]}>
    {label.leader !== null && (
      <path d={`M${label.leader.x} ${label.leader.from}V${label.leader.to}`} className={classes.leader} />
    )}
    <text x={label.x} y={label.titleY} textAnchor="middle" className={classes.labelTitle}>
      {label.title}
    </text>
    <text x={label.x} y={label.detailY} textAnchor="middle" className={classes.labelDetail}>
      {label.detail}
    </text>
  </g>
)

const Gaps = ({ layout, hatch }: { readonly layout: StripLayout; readonly hatch: string }): ReactNode =>
  layout.gaps.map(({ id, box, pill }) => (
    <g key={id}>
      <rect {...boxSize(box)} rx="3" fill={`url(#${hatch})`} />
      <path d={`M${box.left} ${box.top - 3}V${box.bottom + 3}`} className={classes.gapStart} />
      <Pill box={pill.box} text={pill.text} kind="missing" />
    </g>
  ))

type StripDrawingProps = { readonly layout: StripLayout; readonly scale: number; readonly hatch: string }

/** All of the strip but its marks: lanes, dates, links, gaps and words. A picture; the marks and the table carry it in words. */
export const StripDrawing = memo(({ layout, scale, hatch }: StripDrawingProps): ReactNode => (
  <g aria-hidden="true">
    <defs>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={classes.hatchGround} />
        <path d="M0 0V6" className={classes.hatchLine} />
      </pattern>
    </defs>
    <Ground layout={layout} scale={scale} />
    {layout.links.map(({ id, path, missing }) => (
      <path key={id} d={path} className={classNames(classes.link, missing && classes.missingLink)} />
    ))}
    <Gaps layout={layout} hatch={hatch} />
    {layout.links.map(({ id, pill }) => pill !== null && <Pill key={id} box={pill.box} text={pill.text} kind="gap" />)}
    {layout.today !== null && (
      <path d={`M${layout.today.x} ${layout.today.pill.bottom}V${layout.plot.bottom}`} className={classes.today} />
    )}
    {layout.today !== null && <Pill box={layout.today.pill} text={layout.today.text} kind="today" />}
    {layout.labels.map((label) => (
      <Label key={label.markId} label={label} />
    ))}
  </g>
))
StripDrawing.displayName = 'StripDrawing'
