import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { AppError } from '#shared/contract/errors.ts'

type BringInDialogProps<Held> = {
  readonly title: string
  readonly width: number
  /** What the file holds, once it has been read, or why it cannot be. */
  readonly looked: { readonly data: Held | undefined; readonly error: AppError | null }
  /** It is here to the last letter: there is nothing to bring in. */
  readonly isHere?: boolean
  /** Brings it in, and says so. */
  readonly bringIn: (held: Held) => Promise<{ readonly refused: AppError | null }>
  readonly onClose: () => void
  readonly children: (held: Held) => ReactNode
}

/** What a file holds, shown before anything of it is kept. */
export const BringInDialog = <Held,>(props: BringInDialogProps<Held>): ReactNode => {
  const { title, width, looked, isHere = false, bringIn, onClose, children } = props
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const held = looked.data
  const mayBring = held !== undefined && !isHere
  const bring = async (): Promise<void> => {
    if (held === undefined) return
    setBusy(true)
    const { refused } = await bringIn(held)
    setBusy(false)
    if (refused === null) onClose()
    else setFailure(refused.message)
  }
  const wrong = failure ?? looked.error?.message ?? null
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width={width}
      footer={
        <>
          {mayBring && (
            <Button kind="filled" busy={busy} onClick={() => void bring()} data-autofocus>
              Bring it in
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {mayBring ? 'Leave it out' : 'Close'}
          </Button>
        </>
      }
    >
      {wrong !== null && (
        <InlineAlert tone="bad" spoken title="Nothing was brought in">
          {wrong}
        </InlineAlert>
      )}
      {held === undefined && wrong === null && <SkeletonPanel label="Looking at the file" lines={4} />}
      {held !== undefined && children(held)}
    </Dialog>
  )
}
