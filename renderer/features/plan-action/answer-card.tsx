import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { ActionPart } from './action-context.ts'
import classes from './plan-action.module.css'
import { useFormKeys } from './use-form-keys.ts'

type FormProps = Pick<ActionPart, 'action' | 'onFailure'> & { readonly onClose: () => void }

const AnswerForm = ({ action, onFailure, onClose }: FormProps): ReactNode => {
  const saving = useSaving()
  const opened = useAsOpened(action, saving, ({ answer }) => answer)
  const [words, setWords] = useState(opened.answer?.words ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const save = async (): Promise<void> => {
    const { id, version } = opened
    const done = words.trim() === '' ? 'The answer is taken back.' : 'The answer is kept.'
    if (await saving.send(() => doUndoable(core.plan.answer({ id, version, words }), done, onFailure))) onClose()
  }
  const guard = useTypedGuard(onClose)
  const form = useFormKeys({ onEscape: guard.onClose, onSave: () => void save() })
  return (
    <form
      ref={form}
      className={classes.inline}
      noValidate
      onFocusCapture={guard.onFocusCapture}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {saving.failure !== null && (
        <InlineAlert tone="bad" spoken title="This was not saved">
          {saving.failure}
        </InlineAlert>
      )}
      <TextAreaField
        label="Did it work?"
        hint="What moved, when, and what else may explain it. Left empty, there is no answer."
        error={saving.faults['words']}
        rows={4}
        maxLength={2000}
        inputRef={box}
        value={words}
        onChange={setWords}
      />
      <div className={classes.buttons}>
        <Button kind="filled" size="small" type="submit" keys="Ctrl+Enter" busy={saving.busy}>
          Save
        </Button>
        <Button kind="quiet" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {guard.question}
    </form>
  )
}

/** Whether it worked, as somebody answered: beside what the chart says, and never in place of it. */
export const AnswerCard = ({ action, mayWrite, onFailure }: ActionPart): ReactNode => {
  const [open, setOpen] = useState(false)
  const { answer } = action
  const part = useKeepFocus<HTMLDivElement>(open)
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan-action.answer',
            title: 'Answer: did it work?',
            group: 'On this page',
            keys: ['W'],
            icon: IconPencil,
            run: () => setOpen(true),
          },
        ]
      : [],
  )
  return (
    <Panel
      title="Did it work?"
      {...(answer === null ? {} : { aside: `Answered by ${answer.by}, ${formatIsoDate(answer.on)}` })}
      actions={
        mayWrite &&
        !open && (
          <span data-print="hide">
            <Button kind="quiet" size="small" icon={IconPencil} keys="W" onClick={() => setOpen(true)}>
              {answer === null ? 'Answer' : 'Change'}
            </Button>
          </span>
        )
      }
    >
      <div ref={part} tabIndex={-1}>
        {open ? (
          <AnswerForm action={action} onFailure={onFailure} onClose={() => setOpen(false)} />
        ) : (
          <p className={classes.answer}>
            {answer === null ? <span className={classes.quiet}>Nobody has answered yet.</span> : answer.words}
          </p>
        )}
      </div>
    </Panel>
  )
}
