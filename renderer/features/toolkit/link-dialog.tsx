import { type ReactNode, useId, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { isSafeLink } from '#shared/features/toolkit/document.ts'

type LinkDialogProps = {
  readonly href: string
  /** null takes the link away. */
  readonly onDone: (href: string | null) => void
  readonly onClose: () => void
}

const addressOf = (typed: string): string => {
  const text = typed.trim()
  if (/^[^\s/@:]+@[^\s/@:]+$/.test(text)) return `mailto:${text}`
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
}

/** Where the chosen words lead. In a document that is read or printed the address stands behind the words. */
export const LinkDialog = ({ href, onDone, onClose }: LinkDialogProps): ReactNode => {
  const [typed, setTyped] = useState(href)
  const [fault, setFault] = useState<string | undefined>()
  const formId = useId()
  const save = (): void => {
    const address = addressOf(typed)
    if (typed.trim() === '') onDone(null)
    else if (isSafeLink(address)) onDone(address)
    else setFault('Give a page that begins with https://, or an e-mail address')
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Link"
      footer={
        <>
          <Button kind="filled" type="submit" form={formId}>
            Save the link
          </Button>
          {href !== '' && <Button onClick={() => onDone(null)}>Take the link away</Button>}
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Address"
          hint="A page over https, or an e-mail address"
          error={fault}
          maxLength={2000}
          first
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  )
}
