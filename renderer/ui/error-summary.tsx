import { type ReactNode, useEffect, useId, useRef } from 'react'
import classes from './error-summary.module.css'
import { StatusShape } from './status-shape.tsx'

export type FieldFault = {
  /** Id of the control to mend. */
  readonly fieldId: string
  /** Field and fault in one line: "NHS number: one digit is missing". */
  readonly message: string
}

type ErrorSummaryProps = {
  readonly faults: readonly FieldFault[]
  /** Counts the tries to save. Focus comes here on each, even when the faults are the same ones. */
  readonly attempt: number
}

const focusField = (fieldId: string): void => {
  const field = document.getElementById(fieldId)
  field?.focus()
  field?.scrollIntoView?.({ block: 'center' })
}

/** Shown above a form that could not be saved: what to put right, each line a link to its field. Takes focus. */
export const ErrorSummary = ({ faults, attempt }: ErrorSummaryProps): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const shown = faults.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [attempt, shown])
  if (!shown) return null
  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.title}>
        <StatusShape kind="off-track" size={20} />
        {faults.length === 1 ? '1 thing to put right' : `${faults.length} things to put right`}
      </h2>
      <ul>
        {faults.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`} className={classes.item}>
            <a
              href={`#${fieldId}`}
              className={classes.link}
              onClick={(event) => {
                event.preventDefault()
                focusField(fieldId)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
