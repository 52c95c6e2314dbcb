import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Analysis, AnalysisFields } from '#shared/features/learning/schema.ts'
import { type AnalysisForm, analysisFormOf, readAnalysisForm } from './analysis-form.ts'

/** How long nobody types before what is typed is kept, in milliseconds. Leaving a field keeps it at once. */
const PAUSE = 1000

type Keeping =
  | { readonly state: 'kept' | 'typed' | 'keeping' }
  | { readonly state: 'refused' | 'stale'; readonly words: string }

export interface Autosave {
  readonly form: AnalysisForm
  readonly change: (part: Partial<AnalysisForm>) => void
  readonly keeping: Keeping
  readonly faults: FieldFaults
  /** Keeps what is typed now. Resolves to the version that is kept, or to null where it could not be kept. */
  readonly flush: () => Promise<number | null>
  /** Says that a command raised the version. */
  readonly movedTo: (version: number) => void
  /** The change set of the last keeping, to take it back; null where there was none. */
  readonly lastUndo: number | null
  readonly forgetUndo: () => void
  /** After somebody else changed it: saves these words over theirs, or shows theirs. */
  readonly keepMine: () => Promise<void>
  readonly showTheirs: () => Promise<void>
}

const faultsOf = (error: AppError): FieldFaults =>
  Object.fromEntries(
    Object.entries(error.details.fieldErrors ?? {}).map(([path, words]) => [
      path.split('.').find((part) => part !== 'fields' && !/^\d+$/.test(part)) ?? path,
      words,
    ]),
  )

const asError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('internal', 'Something went wrong. What you typed is still here.')

/** What is written in an analysis, kept as it is typed: after a pause, on leaving a field, and on leaving the page. */
export const useAutosave = (analysis: Analysis, mayWrite: boolean): Autosave => {
  const { personId, id } = analysis
  const [form, setForm] = useState(() => analysisFormOf(analysis.fields))
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept' })
  const [faults, setFaults] = useState<FieldFaults>({})
  const [lastUndo, setLastUndo] = useState<number | null>(null)
  const typed = useRef(form)
  const kept = useRef<AnalysisFields>(analysis.fields)
  const version = useRef(analysis.version)
  const running = useRef<Promise<number | null> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isStale = useRef(false)

  const isDirty = (): boolean =>
    JSON.stringify(readAnalysisForm(typed.current, kept.current).fields) !== JSON.stringify(kept.current)

  const keepOnce = async (): Promise<number | null> => {
    const { fields, faults: found } = readAnalysisForm(typed.current, kept.current)
    setFaults(found)
    if (JSON.stringify(fields) === JSON.stringify(kept.current)) {
      setKeeping({ state: 'kept' })
      return version.current
    }
    setKeeping({ state: 'keeping' })
    try {
      const answer = await core.learning.save({ personId, id, version: version.current, fields })
      version.current = answer.version
      kept.current = fields
      setLastUndo(answer.undo)
      setKeeping({ state: isDirty() ? 'typed' : 'kept' })
      return answer.version
    } catch (cause) {
      const error = asError(cause)
      isStale.current = error.code === 'stale'
      setFaults({ ...found, ...faultsOf(error) })
      setKeeping({ state: isStale.current ? 'stale' : 'refused', words: error.message })
      return null
    }
  }

  /** One at a time, so that no keeping overtakes another; what was typed meanwhile follows. */
  const flush = async (): Promise<number | null> => {
    clearTimeout(timer.current)
    if (!mayWrite || isStale.current) return null
    if (running.current !== null) await running.current
    const run = keepOnce()
    running.current = run
    const result = await run
    if (running.current === run) running.current = null
    return result
  }

  const show = (fresh: Analysis): void => {
    typed.current = analysisFormOf(fresh.fields)
    kept.current = fresh.fields
    version.current = fresh.version
    isStale.current = false
    setForm(typed.current)
    setFaults({})
    setKeeping({ state: 'kept' })
  }

  const follow = useEffectEvent((fresh: Analysis) => {
    if (fresh.version > version.current && running.current === null && !isDirty()) show(fresh)
  })
  useEffect(() => follow(analysis), [analysis])

  const leave = useEffectEvent(() => void flush())
  useEffect(() => {
    // Any chord may be the lock's: the words go to the core before the key that follows does.
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

  return {
    form,
    change(part) {
      typed.current = { ...typed.current, ...part }
      setForm(typed.current)
      if (isStale.current) return
      setKeeping({ state: 'typed' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE)
    },
    keeping,
    faults,
    flush,
    movedTo(next) {
      version.current = next
    },
    lastUndo,
    forgetUndo: () => setLastUndo(null),
    async keepMine() {
      try {
        const fresh = await core.learning.get({ personId, id })
        version.current = fresh.version
        kept.current = fresh.fields
        isStale.current = false
        await flush()
      } catch (cause) {
        setKeeping({ state: 'refused', words: asError(cause).message })
      }
    },
    async showTheirs() {
      try {
        show(await core.learning.get({ personId, id }))
      } catch (cause) {
        setKeeping({ state: 'refused', words: asError(cause).message })
      }
    },
  }
}
