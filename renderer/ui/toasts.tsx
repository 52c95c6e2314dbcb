import { createNotificationsStore, notifications, Notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { announce } from './live-region.tsx'
import { StatusShape } from './status-shape.tsx'
import { useToastPlace } from './toast-place.ts'
import classes from './toasts.module.css'

type Toast = {
  /**
   * Finished work, in the past tense: "Import saved. 55 people added or changed." An error is never a toast but where it
   * is `failed`.
   */
  readonly message: string
  /** Something could not be taken back, and the page that could have said so is left already: it stays until closed. */
  readonly failed?: true
  /** Takes the work back. Ctrl+Z runs the newest one. */
  readonly undo?: () => void
}

type UndoEntry = { readonly id: string; readonly message: string; readonly undo: () => void }

const TOAST_LIFE = 10_000

const store = createNotificationsStore()
/** Oldest first. The newest stands in the toast on screen; those before it can still be undone while one is. */
let undoable: readonly UndoEntry[] = []
let shownId: string | null = null
let shownCount = 0
let clearings = 0
const clearListeners = new Set<() => void>()

const subscribeClearings = (listener: () => void): (() => void) => {
  clearListeners.add(listener)
  return () => clearListeners.delete(listener)
}

/** A toast went by itself or was closed: what it and those before it offered goes too. */
const onClosed = (id: string): void => {
  if (id !== shownId) return
  shownId = null
  undoable = []
}

/** Puts a toast in the place of the one before: two of them covered each other, and the older one was old news. */
const putUp = (id: string, message: string, entry: UndoEntry | undefined, failed = false): void => {
  const before = shownId
  shownId = id
  if (before !== null) notifications.hide(before, store)
  notifications.show(
    {
      id,
      message,
      ...(failed ? { autoClose: false } : {}),
      onClose: () => onClosed(id),
      renderNotification: () => (
        <ToastBody message={message} entry={entry} failed={failed} onClose={() => notifications.hide(id, store)} />
      ),
    },
    store,
  )
}

const nextId = (): string => {
  shownCount += 1
  return `toast-${shownCount}`
}

const runUndo = (entry: UndoEntry): void => {
  undoable = undoable.filter(({ id }) => id !== entry.id)
  shownId = null
  notifications.hide(entry.id, store)
  const before = undoable.at(-1)
  // What was done before it can be undone next, so it is said again.
  if (before !== undefined) {
    const again = { ...before, id: nextId() }
    undoable = [...undoable.slice(0, -1), again]
    putUp(again.id, again.message, again)
  }
  entry.undo()
}

type ToastBodyProps = {
  readonly message: string
  readonly entry: UndoEntry | undefined
  readonly failed: boolean
  readonly onClose: () => void
}

const ToastBody = ({ message, entry, failed, onClose }: ToastBodyProps): ReactNode => {
  const toast = useRef<HTMLDivElement>(null)
  useToastPlace(toast)
  return (
    <div ref={toast} className={classes.toast} data-toast>
      <span className={classes.mark}>
        <StatusShape kind={failed ? 'off-track' : 'on-track'} size={15} />
      </span>
      <span className={classes.message}>{message}</span>
      {entry !== undefined && (
        <button type="button" className={classes.undo} aria-keyshortcuts="Control+Z" onClick={() => runUndo(entry)}>
          Undo <KeyHint keys="Ctrl+Z" />
        </button>
      )}
      <button type="button" className={classes.close} aria-label="Close this message" onClick={onClose}>
        <Icon of={IconX} />
      </button>
    </div>
  )
}

/** Says that work is finished, for ten seconds, longer while it has the pointer or the focus. The newest only. */
export const showToast = ({ message, failed, undo }: Toast): void => {
  const id = nextId()
  const entry = undo === undefined ? undefined : { id, message, undo }
  if (entry !== undefined) undoable = [...undoable, entry]
  const spoken = undo === undefined ? message : `${message} Press Control and Z to undo.`
  announce(spoken, failed === true ? 'assertive' : 'polite')
  putUp(id, message, entry, failed)
}

/** Undoes what the newest toast offers to. False when nothing does. */
export const undoLatestToast = (): boolean => {
  const newest = undoable.at(-1)
  if (newest === undefined) return false
  runUndo(newest)
  return true
}

/** Takes every toast off the screen and out of memory: a message may name a person. */
export const clearToasts = (): void => {
  undoable = []
  shownId = null
  notifications.clean(store)
  announce('')
  // A message on its way out would stay readable while it fades, so the region is made anew instead.
  clearings += 1
  for (const listener of clearListeners) listener()
}

/**
 * Where toasts appear: wherever one covers no control. Rendered once, by the frame of an unlocked register: it comes
 * without what was said while nobody was signed in, and goes with everything. The stacked layout is the one that waits
 * while focused.
 */
export const ToastRegion = (): ReactNode => {
  const turn = useSyncExternalStore(subscribeClearings, () => clearings)
  useEffect(() => {
    clearToasts()
    return clearToasts
  }, [])
  return (
    <Notifications
      key={turn}
      store={store}
      layout="stacked"
      position="top-center"
      autoClose={TOAST_LIFE}
      limit={1}
      zIndex="var(--z-toast)"
      containerWidth="36rem"
      className={classNames(classes.region)}
      data-toast-region
      data-print="hide"
    />
  )
}
