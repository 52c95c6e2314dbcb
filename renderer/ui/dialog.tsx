import { Modal } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { DialogFocus } from './dialog-focus.tsx'
import classes from './dialog.module.css'
import { TextField } from './fields/text-field.tsx'
import { useOverlay } from './overlay-stack.ts'

type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Width in px at 100 % text size. */
  readonly width?: number
  /** It cannot be left unanswered, so it has no cross; Escape is still heard by `onClose`, which says so. */
  readonly wantsAnswer?: boolean
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

/** A dialog for one decision. Escape and the cross close it; focus goes back to where it was. */
export const Dialog = (props: DialogProps): ReactNode => {
  const { open, onClose, title, width = 520, wantsAnswer = false, footer, children } = props
  useOverlay(open)
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={`${width / 16}rem`}
      centered
      withCloseButton={!wantsAnswer}
      zIndex="var(--z-dialog)"
      attributes={{ header: { role: 'presentation' } }}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
      classNames={{
        content: classNames(classes.content),
        header: classNames(classes.header),
        title: classNames(classes.title),
        body: classNames(classes.body),
        close: classNames(classes.close),
        overlay: classNames(classes.overlay),
      }}
    >
      {children}
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
      <DialogFocus />
    </Modal>
  )
}

type ConfirmDialogProps = {
  readonly open: boolean
  readonly onCancel: () => void
  readonly onConfirm: () => void
  /** Names the thing: "Delete this draft?" */
  readonly title: string
  /** What goes and what stays. */
  readonly children: ReactNode
  /** Says what happens: "Delete draft". Never "OK". */
  readonly confirm: string
  readonly cancel?: string
  /** It destroys something: Cancel takes focus and the button is red. */
  readonly destructive?: boolean
  /** Words to type first, such as the practice's name, before the register is replaced. */
  readonly typeToConfirm?: string
  readonly busy?: boolean
  /** Why the last try failed. Stays in the dialog: errors are never toasts. */
  readonly error?: string | undefined
}

/** Asks before something that cannot be undone. What can be undone is done at once, with an undo. */
export const ConfirmDialog = (props: ConfirmDialogProps): ReactNode => {
  const { open, onCancel, onConfirm, title, confirm, cancel = 'Cancel', destructive = false, typeToConfirm } = props
  const [typed, setTyped] = useState('')
  const errorId = useId()
  const matches = typeToConfirm === undefined || typed.trim() === typeToConfirm
  const close = (): void => {
    setTyped('')
    onCancel()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={close} {...(destructive ? { 'data-autofocus': true } : {})}>
            {cancel}
          </Button>
          <Button
            kind={destructive ? 'danger' : 'filled'}
            busy={props.busy ?? false}
            disabled={!matches}
            onClick={() => {
              setTyped('')
              onConfirm()
            }}
            {...(destructive ? {} : { 'data-autofocus': true })}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {props.error !== undefined && (
        <p id={errorId} role="alert" className={classes.error}>
          {props.error}
        </p>
      )}
      <div className={classes.words}>{props.children}</div>
      {typeToConfirm !== undefined && (
        <TextField label={`Type ${typeToConfirm} to go on`} value={typed} onChange={setTyped} />
      )}
    </Dialog>
  )
}
