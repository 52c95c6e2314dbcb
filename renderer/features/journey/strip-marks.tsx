import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type DescriptionContext, describeMark } from '#shared/features/journey/strip-descriptions.ts'
import type { StripMark } from '#shared/features/journey/strip-types.ts'
import { markAfterKey } from './mark-moves.ts'
import { StripMarkShape } from './strip-mark.tsx'
import classes from './strip-mark.module.css'

type StripMarksProps = {
  readonly marks: readonly StripMark[]
  readonly context: DescriptionContext
  readonly scale: number
  /** The mark under the pointer or with focus, for the tip. */
  readonly onPoint: (mark: StripMark | null) => void
  readonly onOpen: (mark: StripMark) => void
}

const TARGET_RADIUS = 13

const focusMark = (id: string, among: Element): void => {
  for (const element of among.querySelectorAll<SVGElement>('[data-mark-id]')) {
    if (element.dataset.markId === id) element.focus()
  }
}

/** What can be pointed at: one stop for Tab, arrows from mark to mark, Enter to open. */
export const StripMarks = ({ marks, context, scale, onPoint, onOpen }: StripMarksProps): ReactNode => {
  const [current, setCurrent] = useState<string | null>(null)
  const stop = marks.find((mark) => mark.id === current) ?? marks.at(-1)
  const onKeyDown = (event: KeyboardEvent<SVGGElement>, mark: StripMark): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen(mark)
      return
    }
    const next = markAfterKey(marks, mark, event.key)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const strip = event.currentTarget.parentElement
    if (strip !== null) focusMark(next.id, strip)
  }
  return (
    <g>
      {marks.map((mark) => (
        <g
          key={mark.id}
          className={classes.mark}
          role="button"
          tabIndex={mark.id === stop?.id ? 0 : -1}
          aria-label={describeMark(mark, context)}
          data-mark-id={mark.id}
          data-mark
          onFocus={() => {
            setCurrent(mark.id)
            onPoint(mark)
          }}
          onBlur={() => onPoint(null)}
          onPointerEnter={() => onPoint(mark)}
          onPointerLeave={() => onPoint(null)}
          onClick={() => onOpen(mark)}
          onKeyDown={(event) => onKeyDown(event, mark)}
        >
          <circle cx={mark.x} cy={mark.y} r={TARGET_RADIUS * scale} className={classes.target} />
          <circle cx={mark.x} cy={mark.y} r={(TARGET_RADIUS - 1) * scale} className={classes.ring} />
          <circle cx={mark.x} cy={mark.y} r={(TARGET_RADIUS + 2) * scale} className={classes.ringEdge} />
          <StripMarkShape mark={mark} scale={scale} />
        </g>
      ))}
    </g>
  )
}
