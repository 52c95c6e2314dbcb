import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import classes from './form.module.css'
import type { Unusual } from './unusual.ts'

const LEAST_WORDS = 3

type UnusualPanelProps = {
  readonly things: readonly Unusual[]
  /** What cannot be so, and has to be put right instead. */
  readonly wrong?: readonly Unusual[]
  readonly onKeep: (reason: string) => void
  /** Counts the tries to save that stopped here; focus comes to the panel on each. */
  readonly asked: number
  /** A reason is stored with what is saved. */
  readonly wantsReason?: boolean
}

const NOTHING: readonly Unusual[] = []

const Wrong = ({ things }: { readonly things: readonly Unusual[] }): ReactNode => (
  <Panel title="This cannot be so" tone="warn" icon={<StatusShape kind="off-track" size={20} />}>
    <div className={classes.panelWords} role="status">
      {things.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
      <p>Put it right to save.</p>
    </div>
  </Panel>
)

/** Enter in the field does it, and saves no form around it. */
const useEnter = (field: RefObject<HTMLInputElement | null>, run: () => void): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const input = field.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.ctrlKey) return
      event.preventDefault()
      latest.current()
    }
    input?.addEventListener('keydown', onKeyDown)
    return () => input?.removeEventListener('keydown', onKeyDown)
  }, [field])
}

type KeepProps = Pick<UnusualPanelProps, 'things' | 'onKeep'> & { readonly wantsReason: boolean }

const Keep = ({ things, onKeep, wantsReason }: KeepProps): ReactNode => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const keep = (): void => {
    if (wantsReason && reason.trim().length < LEAST_WORDS) {
      setMissing(true)
      field.current?.focus()
      return
    }
    setMissing(false)
    setReason('')
    onKeep(reason.trim())
  }
  useEnter(field, keep)
  return (
    <Panel title="Unusual, not wrong" tone="warn" icon={<StatusShape kind="at-risk" size={20} />}>
      <div className={classes.panelWords}>
        <div role="status">
          {things.map(({ id, words }) => (
            <p key={id}>{words}</p>
          ))}
        </div>
        {wantsReason && (
          <TextField
            inputRef={field}
            label={things.length === 1 ? 'Why it is right' : 'Why they are right'}
            maxLength={300}
            value={reason}
            onChange={setReason}
            error={missing ? 'Say why in a few words' : undefined}
          />
        )}
        <p className={classes.panelActions}>
          <Button onClick={keep}>{things.length === 1 ? 'Keep it' : 'Keep them'}</Button>
        </p>
      </div>
    </Panel>
  )
}

/** Asks once about what is seldom right and takes a reason for an answer; says what cannot be so and takes none. */
export const UnusualPanel = (props: UnusualPanelProps): ReactNode => {
  const { things, wrong = NOTHING, onKeep, asked, wantsReason = true } = props
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked === 0) return
    const first = panel.current?.querySelector<HTMLElement>('input, button')
    if (first === null || first === undefined) panel.current?.focus()
    else first.focus()
  }, [asked])
  if (things.length === 0 && wrong.length === 0) return null
  return (
    <div ref={panel} tabIndex={-1} className={classes.stacked}>
      {wrong.length > 0 && <Wrong things={wrong} />}
      {things.length > 0 && <Keep things={things} onKeep={onKeep} wantsReason={wantsReason} />}
    </div>
  )
}
