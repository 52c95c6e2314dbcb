import { type ReactNode, useId } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { useCommands } from './commands.tsx'
import { FormBody, type ShortForm } from './form-body.tsx'
import classes from './quick-form.module.css'

interface QuickFormProps extends ShortForm {
  /** Beside the page instead of over it: for what is written while looking at it. */
  readonly isBeside?: boolean
  /** Who this is about; left out only where it is about nobody. */
  readonly banner?: ReactNode
  /** Ctrl+Enter: saves and goes on to the next person. */
  readonly onSaveAndNext?: (() => void) | undefined
  /** Width in px at 100 % text size, where dates stand side by side over a scroll bar. */
  readonly width?: number
}

/** A short form over the page: whose it is, what to put right, the fields, and the way out. */
export const QuickForm = (props: QuickFormProps): ReactNode => {
  const { saving, labels, idOf, onSave, onSaveAndNext, firstField, isBeside = false } = props
  const Frame = isBeside ? Drawer : Dialog
  const formId = useId()
  const guard = useTypedGuard(props.onClose)
  useCommands([
    {
      id: 'quick-form.save',
      title: onSaveAndNext === undefined ? props.save : 'Save and next',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      keysOnly: true,
      always: true,
      run: onSaveAndNext ?? onSave,
    },
  ])
  return (
    <Frame
      open
      onClose={guard.onClose}
      title={props.title}
      width={isBeside ? 480 : (props.width ?? 600)}
      footer={
        <>
          <Button
            kind="filled"
            type="submit"
            form={formId}
            busy={saving.busy}
            {...(firstField === undefined ? { 'data-autofocus': true } : {})}
          >
            {props.save}
          </Button>
          {onSaveAndNext !== undefined && (
            <Button keys="Ctrl+Enter" onClick={onSaveAndNext}>
              Save and next
            </Button>
          )}
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {props.banner}
      <FormBody
        formId={formId}
        guard={guard}
        saving={saving}
        labels={labels}
        idOf={idOf}
        onSave={onSave}
        firstField={firstField}
      >
        {props.children}
      </FormBody>
      {guard.question}
    </Frame>
  )
}

/** Two fields side by side. */
export const TwoFields = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={classes.two}>{children}</div>
)
