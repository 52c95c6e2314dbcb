import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { AppError } from '#shared/contract/errors.ts'

/** How keeping stands. What stops it is the feature's own: it goes on only when the writer has said how. */
export type Keeping<Stop> =
  | { readonly state: 'kept' | 'typed' | 'keeping' }
  | { readonly state: 'refused'; readonly words: string }
  | Stop

/** Somebody else changed it meanwhile. */
export type Stale = { readonly state: 'stale'; readonly words: string }

type Kept<Form, Stored> = {
  readonly stored: Stored
  /** The change set, where the writer may take the keeping back. */
  readonly undo?: number
  /** Where others wrote too: what is shown from now on, from what is typed by now; null asks once more after a pause. */
  readonly merge?: (typed: Form) => Form | null
}

interface AutosaveParts<Form, Stored, Stop> {
  /** As the core has it now. A newer version is shown where nothing is waiting to be kept. */
  readonly stored: Stored
  readonly mayWrite: boolean
  readonly formOf: (stored: Stored) => Form
  readonly isSame: (form: Form, stored: Stored) => boolean
  readonly save: (sent: Form, stored: Stored) => Promise<Kept<Form, Stored> | { readonly stop: Stop }>
  /** Called before each keeping, also where nothing is to be kept: faults of what is typed are told here. */
  readonly onKeep?: (form: Form, stored: Stored) => void
  /** Called when a text that the writer did not type takes the place of what is shown. */
  readonly onShow?: (form: Form) => void
  /** How long nobody types before what is typed is kept, in milliseconds. */
  readonly pause?: number
}

interface AutosaveState<Form, Stored, Stop> {
  readonly form: Form
  /** As it was last kept. */
  readonly stored: Stored
  readonly keeping: Keeping<Stop>
  /** The change set of the last keeping, to take it back; null where there was none. */
  readonly lastUndo: number | null
}

export interface Autosave<Form, Stored, Stop> extends AutosaveState<Form, Stored, Stop> {
  readonly change: (part: Partial<Form>) => void
  /** Keeps what is typed now. Resolves to the version that is kept, or to null where it could not be kept. */
  readonly flush: () => Promise<number | null>
  /** Says that a command raised the version. */
  readonly movedTo: (version: number) => void
  readonly forgetUndo: () => void
  /** Goes on from what the core has, and drops what is typed. */
  readonly show: (fresh: Stored) => void
  /** After a stop: keeps what is typed over what the core has now, or shows that. A refusal is told as of a keeping. */
  readonly goOn: (whose: 'mine' | 'theirs', asked: Promise<Stored>) => Promise<void>
}

const IN_WORDS = { kept: 'Everything is saved', typed: 'Not saved yet', keeping: 'Saving' } as const

/** "Everything is saved", "Not saved yet", "Saving"; anything else is "Not saved". */
export const keepingWords = ({ state }: { readonly state: string }): string =>
  state in IN_WORDS ? IN_WORDS[state as keyof typeof IN_WORDS] : 'Not saved'

/** Why something could not be kept: what is wrong with a field, where that is known. */
export const notKeptWords = (cause: unknown): string =>
  cause instanceof AppError
    ? (Object.values(cause.details.fieldErrors ?? {})[0] ?? cause.message)
    : 'Something went wrong. What you typed is still here.'

/** Any chord may be the lock's: what is typed goes to the core before the key that follows does. So it does on leaving. */
const useLeaving = (flush: () => unknown): void => {
  const leave = useEffectEvent(() => void flush())
  useEffect(() => {
    const onChord = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey) leave()
    }
    const onLeave = (): void => leave()
    window.addEventListener('keydown', onChord, true)
    window.addEventListener('pagehide', onLeave)
    return () => {
      window.removeEventListener('keydown', onChord, true)
      window.removeEventListener('pagehide', onLeave)
      leave()
    }
  }, [])
}

/**
 * What is written, kept as it is typed: after a pause, when asked (as on leaving a field), before any chord and on
 * leaving the page. One keeping goes at a time, so that none overtakes another; what is typed meanwhile follows.
 */
export const useAutosave = <Form, Stored extends { readonly version: number }, Stop extends { readonly state: string }>(
  parts: AutosaveParts<Form, Stored, Stop>,
): Autosave<Form, Stored, Stop> => {
  const { mayWrite, formOf, isSame, save, onKeep, onShow, pause = 1000 } = parts
  const [state, setState] = useState<AutosaveState<Form, Stored, Stop>>(() => ({
    form: formOf(parts.stored),
    stored: parts.stored,
    keeping: { state: 'kept' },
    lastUndo: null,
  }))
  const now = useRef(state)
  const isStopped = useRef(false)
  const running = useRef<Promise<number | null> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const put = (part: Partial<AutosaveState<Form, Stored, Stop>>): void => {
    now.current = { ...now.current, ...part }
    setState(now.current)
  }
  const wait = (): void => {
    put({ keeping: { state: 'typed' } })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), pause)
  }

  const send = async (sent: Form, before: Stored): Promise<number | null> => {
    const answer = await save(sent, before)
    if ('stop' in answer) {
      isStopped.current = true
      put({ keeping: answer.stop })
      return null
    }
    const { stored, undo = null, merge } = answer
    if (merge !== undefined) {
      const form = merge(now.current.form)
      if (form === null) {
        wait()
        return null
      }
      put({ form })
      onShow?.(form)
    }
    put({ stored, lastUndo: undo, keeping: { state: isSame(now.current.form, stored) ? 'kept' : 'typed' } })
    return stored.version
  }

  const keepOnce = async (): Promise<number | null> => {
    if (isStopped.current) return null
    const { form, stored } = now.current
    onKeep?.(form, stored)
    if (isSame(form, stored)) {
      put({ keeping: { state: 'kept' } })
      return stored.version
    }
    put({ keeping: { state: 'keeping' } })
    try {
      return await send(form, stored)
    } catch (cause) {
      put({ keeping: { state: 'refused', words: notKeptWords(cause) } })
      return null
    }
  }

  const flush = async (): Promise<number | null> => {
    clearTimeout(timer.current)
    if (!mayWrite) return null
    // Each waits for the one before it, however many there are: two at once would send the same version twice.
    const run = running.current === null ? keepOnce() : running.current.then(() => keepOnce())
    running.current = run
    const result = await run
    if (running.current === run) running.current = null
    return result
  }

  const show = (fresh: Stored): void => {
    isStopped.current = false
    const form = formOf(fresh)
    put({ form, stored: fresh })
    onShow?.(form)
    put({ keeping: { state: 'kept' } })
  }

  const follow = useEffectEvent((fresh: Stored) => {
    const { form, stored } = now.current
    const isIdle = running.current === null && !isStopped.current && isSame(form, stored)
    if (fresh.version > stored.version && isIdle) show(fresh)
  })
  useEffect(() => follow(parts.stored), [parts.stored])
  useLeaving(flush)

  return {
    ...state,
    change(part) {
      put({ form: { ...now.current.form, ...part } })
      if (!isStopped.current) wait()
    },
    flush,
    movedTo: (version) => put({ stored: { ...now.current.stored, version } }),
    forgetUndo: () => put({ lastUndo: null }),
    show,
    async goOn(whose, asked) {
      try {
        const fresh = await asked
        if (whose === 'theirs') return show(fresh)
        isStopped.current = false
        put({ stored: fresh })
        await flush()
      } catch (cause) {
        put({ keeping: { state: 'refused', words: notKeptWords(cause) } })
      }
    },
  }
}
