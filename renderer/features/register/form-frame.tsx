import { type ReactNode, useEffect, useRef } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary, type FieldFault } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import classes from './form.module.css'

type FormFrameProps = {
  readonly title: string
  /** "Not saved yet". */
  readonly state: string
  readonly faults: readonly FieldFault[]
  readonly attempt: number
  /** A refusal that belongs to no field. */
  readonly failure?: string | undefined
  /** Said above the fields: a stale edit. */
  readonly notice?: ReactNode
  readonly side: ReactNode
  readonly saving: boolean
  readonly save: string
  readonly onSave: () => void
  readonly onDiscard: () => void
  /** What else can be done with the record: taking it away. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** Whether a list of choices was open when the key went down: it takes that Escape for itself. */
const useWasChoosing = (): (() => boolean) => {
  const choosing = useRef(false)
  useEffect(() => {
    const look = (): void => {
      choosing.current = document.activeElement?.getAttribute('aria-expanded') === 'true'
    }
    window.addEventListener('keydown', look, { capture: true })
    return () => window.removeEventListener('keydown', look, { capture: true })
  }, [])
  return () => choosing.current
}

/** A long form as a page: what to put right at the top, panels at the side, and the way out at the foot. */
export const FormFrame = (props: FormFrameProps): ReactNode => {
  const { title, state, faults, attempt, failure, notice, side, saving, save, onSave, onDiscard, more, children } =
    props
  const wasChoosing = useWasChoosing()
  useCommands([
    { id: 'form.save', title: save, group: 'On this page', keys: ['Ctrl+S'], run: onSave },
    {
      id: 'form.discard',
      title: 'Leave this form',
      group: 'On this page',
      keys: ['Esc'],
      keysOnly: true,
      run: () => (wasChoosing() ? false : onDiscard()),
    },
  ])
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.fields}>
          <header className={classes.head}>
            <h1>{title}</h1>
            <span>{state}</span>
          </header>
          <ErrorSummary faults={faults} attempt={attempt} />
          {failure !== undefined && (
            <InlineAlert tone="bad" title="Not saved" spoken>
              {failure}
            </InlineAlert>
          )}
          {notice}
          {children}
        </div>
        <aside className={classes.side} aria-label="About what you typed">
          {side}
        </aside>
      </div>
      <footer className={classes.foot}>
        <Button type="submit" kind="filled" keys="Ctrl+S" busy={saving}>
          {save}
        </Button>
        {more}
        <span className={classes.push} />
        <Button kind="quiet" keys="Esc" onClick={onDiscard}>
          Discard
        </Button>
      </footer>
    </form>
  )
}
