import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import type { ComposerSegment } from '#shared/features/journey/composer.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import classes from './composer.module.css'

type ComposerLineProps = {
  readonly text: string
  readonly segments: readonly ComposerSegment[]
  /** Colours the event by who did it. */
  readonly lane: 'primary' | 'hospital' | null
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly labelledBy: string
  readonly describedBy: string
  readonly invalid: boolean
  readonly onChange: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

const Marked = ({ text, segments, lane }: Pick<ComposerLineProps, 'text' | 'segments' | 'lane'>): ReactNode => {
  let end = 0
  const parts: ReactNode[] = []
  for (const { from, to, role } of segments) {
    parts.push(text.slice(end, from))
    parts.push(
      <span
        key={from}
        className={classNames(classes[role], role === 'event' && lane !== null && classes[`${lane}Event`])}
      >
        {text.slice(from, to)}
      </span>,
    )
    end = to
  }
  parts.push(text.slice(end))
  return parts
}

/**
 * The line that is typed into. What was understood is underlined behind the words; the words themselves stay in an
 * ordinary text box, so that everything which works in a text box works here.
 */
export const ComposerLine = ({ inputRef, ...props }: ComposerLineProps): ReactNode => {
  const mirror = useRef<HTMLDivElement>(null)
  const follow = (input: HTMLInputElement): void => {
    requestAnimationFrame(() => {
      if (mirror.current !== null) mirror.current.scrollLeft = input.scrollLeft
    })
  }
  return (
    <div className={classes.line}>
      <div ref={mirror} className={classes.mirror} aria-hidden="true">
        <Marked text={props.text} segments={props.segments} lane={props.lane} />
      </div>
      <input
        ref={inputRef}
        type="text"
        className={classes.input}
        value={props.text}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        placeholder="Such as: 11/11 chemo started told by patient"
        onChange={(event) => {
          props.onChange(event.currentTarget.value)
          follow(event.currentTarget)
        }}
        onKeyDown={props.onKeyDown}
        onKeyUp={(event) => follow(event.currentTarget)}
        onSelect={(event) => follow(event.currentTarget)}
        onScroll={(event) => follow(event.currentTarget)}
      />
    </div>
  )
}
