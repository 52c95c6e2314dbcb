import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { useCommands } from './commands.tsx'
import { FormBody, type ShortForm } from './form-body.tsx'
import classes from './quick-form.module.css'

interface DrawerFormProps extends ShortForm {
  /** Removes what is being changed; left out while it is new. */
  readonly onRemove?: (() => void) | undefined
  /** Stands above the form: what can be done with the record as it is. */
  readonly above?: ReactNode
}

/** A short form beside the page, for looking something over and changing it. Ctrl+Enter saves. */
export const DrawerForm = (props: DrawerFormProps): ReactNode => {
  const { saving, onSave, onRemove, onClose } = props
  const formId = useId()
  const guard = useTypedGuard(onClose)
  useCommands([
    {
      id: 'drawer-form.save',
      title: props.save,
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      keysOnly: true,
      always: true,
      run: onSave,
    },
  ])
  return (
    <Drawer
      open
      onClose={guard.onClose}
      title={props.title}
      width={480}
      footer={
        <>
          <Button kind="filled" type="submit" form={formId} busy={saving.busy}>
            {props.save}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          {onRemove !== undefined && (
            <>
              <span className={classes.space} />
              <Button kind="dangerOutline" icon={IconTrash} onClick={onRemove}>
                Remove
              </Button>
            </>
          )}
        </>
      }
    >
      {props.above}
      <FormBody
        formId={formId}
        guard={guard}
        saving={saving}
        labels={props.labels}
        idOf={props.idOf}
        onSave={onSave}
        firstField={props.firstField}
      >
        {props.children}
      </FormBody>
      {guard.question}
    </Drawer>
  )
}
