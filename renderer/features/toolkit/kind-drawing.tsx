import type { ReactNode } from 'react'
import type { DocumentKind } from './document-kind.ts'
import classes from './library.module.css'

type Box = readonly [x: number, y: number, width: number]

const Lines = ({ of }: { readonly of: readonly Box[] }): ReactNode =>
  of.map(([x, y, width]) => (
    <rect key={`${x} ${y}`} x={x} y={y} width={width} height="3" rx="1.5" fill="var(--line-strong)" />
  ))

const Title = ({ width }: { readonly width: number }): ReactNode => (
  <rect x="10" y="11" width={width} height="3" rx="1.5" fill="var(--text-2)" />
)

const profile: readonly Box[] = [
  [10, 20, 60],
  [10, 26, 52],
  [10, 60, 58],
  [10, 66, 48],
  [10, 72, 54],
  [10, 78, 30],
]

const notes: readonly Box[] = [
  [10, 21, 30],
  [16, 31, 52],
  [16, 37, 46],
  [16, 43, 52],
  [10, 53, 28],
  [16, 63, 50],
  [16, 69, 44],
  [16, 75, 50],
]

const letter: readonly Box[] = [
  [48, 12, 22],
  [52, 18, 18],
  [10, 30, 30],
  [10, 40, 60],
  [10, 46, 56],
  [10, 52, 60],
  [10, 58, 52],
  [10, 64, 56],
  [10, 76, 22],
]

const TICKS = [24, 36, 48, 60, 72] as const

const drawings: Readonly<Record<DocumentKind, ReactNode>> = {
  profile: (
    <>
      <Title width={44} />
      <Lines of={profile} />
      <rect x="10" y="35" width="18" height="18" rx="2" fill="var(--changed-soft)" stroke="var(--line-strong)" />
      <rect x="31" y="35" width="18" height="18" rx="2" fill="var(--primary-lane-soft)" stroke="var(--line-strong)" />
      <rect x="52" y="35" width="18" height="18" rx="2" fill="var(--hospital-lane-soft)" stroke="var(--line-strong)" />
    </>
  ),
  map: (
    <>
      <Title width={36} />
      <g stroke="var(--line-strong)" strokeWidth="1.6">
        <path d="M40 48L18 32M40 48L64 32M40 48L20 70M40 48L62 70" />
      </g>
      <circle cx="40" cy="48" r="8" fill="var(--info)" />
      <circle cx="18" cy="32" r="5.5" fill="var(--primary-lane)" />
      <circle cx="64" cy="32" r="5.5" fill="var(--hospital-lane)" />
      <circle cx="20" cy="70" r="5.5" fill="var(--hospital-lane)" />
      <circle cx="62" cy="70" r="5.5" fill="var(--primary-lane)" />
    </>
  ),
  checklist: (
    <>
      <Title width={40} />
      {TICKS.map((y, index) => (
        <rect
          key={y}
          x="10"
          y={y - 4}
          width="9"
          height="9"
          rx="2"
          fill={index < 3 ? 'var(--text-3)' : 'var(--surface)'}
          stroke="var(--text-3)"
          strokeWidth="1.4"
        />
      ))}
      <Lines of={TICKS.map((y, index) => [25, y - 1, index % 2 === 0 ? 45 : 38])} />
    </>
  ),
  notes: (
    <>
      <Title width={44} />
      <Lines of={notes} />
    </>
  ),
  table: (
    <>
      <Title width={38} />
      <rect x="10" y="21" width="60" height="10" fill="var(--surface-2)" stroke="var(--line-strong)" />
      <path d="M10 21h60v58H10zM10 43h60M10 55h60M10 67h60M30 21v58M50 21v58" fill="none" stroke="var(--line-strong)" />
    </>
  ),
  letter: <Lines of={letter} />,
}

/** A small picture of what the document looks like. Decoration: its title and purpose stand beside it. */
export const KindDrawing = ({ kind }: { readonly kind: DocumentKind }): ReactNode => (
  <svg className={classes.drawing} viewBox="0 0 80 92" aria-hidden="true">
    <rect x=".5" y=".5" width="79" height="91" rx="4" fill="var(--surface)" stroke="var(--line-strong)" />
    {drawings[kind]}
  </svg>
)
