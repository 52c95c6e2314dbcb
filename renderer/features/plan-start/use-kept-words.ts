import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

/** How long nobody types before what is typed is kept, in milliseconds. Leaving a field keeps it at once. */
const PAUSE = 1000

/** What is strong and what is missing, as it is typed. */
export interface BaselineWords {
  readonly strengths: string
  readonly gaps: string
}

type Keeping =
  | { readonly state: 'kept' | 'typed' | 'keeping' }
  | { readonly state: 'refused' | 'stale'; readonly words: string }

interface KeptWords {
  readonly words: BaselineWords
  readonly change: (part: Partial<BaselineWords>) => void
  readonly keeping: Keeping
  readonly flush: () => Promise<void>
  /** The change set of the last keeping, to take it back; null where there was none. */
  readonly lastUndo: number | null
  readonly forgetUndo: () => void
  /** After somebody else wrote here too: saves these words over theirs, or shows theirs. */
  readonly keepMine: () => Promise<void>
  readonly showTheirs: () => Promise<void>
}

const wordsOf = ({ strengths, gaps }: BaselineWords): BaselineWords => ({ strengths, gaps })
const same = (a: BaselineWords, b: BaselineWords): boolean =>
  a.strengths.trim() === b.strengths.trim() && a.gaps.trim() === b.gaps.trim()

const asError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('internal', 'Something went wrong. What you typed is still here.')

/** The words of the baseline, kept as they are typed: after a pause, on leaving a field, and on leaving the page. */
export const useKeptWords = (plan: Plan, mayWrite: boolean): KeptWords => {
  const [words, setWords] = useState(() => wordsOf(plan))
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept' })
  const [lastUndo, setLastUndo] = useState<number | null>(null)
  const typed = useRef(words)
  const known = useRef(plan)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isStale = useRef(false)

  const save = async (before: Plan): Promise<void> => {
    const { id, version, title, organisation, startsOn } = before
    const fields = { title, organisation, startsOn, ...typed.current }
    const answer = await core.plan.save({ id, version, fields })
    known.current = { ...before, ...fields, version: answer.version }
    setLastUndo(answer.undo)
    setKeeping({ state: same(typed.current, fields) ? 'kept' : 'typed' })
  }

  const keepOnce = async (): Promise<void> => {
    if (same(typed.current, known.current)) return setKeeping({ state: 'kept' })
    setKeeping({ state: 'keeping' })
    try {
      await save(known.current)
    } catch (cause) {
      const error = asError(cause)
      if (error.code !== 'stale') return setKeeping({ state: 'refused', words: error.message })
      const fresh = await core.plan.get({ id: plan.id })
      // Somebody renamed or signed the plan meanwhile: that is no quarrel about these words.
      if (same(fresh, known.current)) return save(fresh)
      isStale.current = true
      setKeeping({ state: 'stale', words: error.message })
    }
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current)
    if (!mayWrite || isStale.current) return
    if (running.current !== null) await running.current
    const run = keepOnce().catch((cause: unknown) => setKeeping({ state: 'refused', words: asError(cause).message }))
    running.current = run
    await run
    if (running.current === run) running.current = null
  }

  const show = (fresh: Plan): void => {
    typed.current = wordsOf(fresh)
    known.current = fresh
    isStale.current = false
    setWords(typed.current)
    setKeeping({ state: 'kept' })
  }

  const follow = useEffectEvent((fresh: Plan) => {
    if (fresh.version <= known.current.version || running.current !== null) return
    if (same(typed.current, known.current)) show(fresh)
  })
  useEffect(() => follow(plan), [plan])

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

  const withFresh = async (work: (fresh: Plan) => Promise<void> | void): Promise<void> => {
    try {
      await work(await core.plan.get({ id: plan.id }))
    } catch (cause) {
      setKeeping({ state: 'refused', words: asError(cause).message })
    }
  }

  return {
    words,
    change(part) {
      typed.current = { ...typed.current, ...part }
      setWords(typed.current)
      if (isStale.current) return
      setKeeping({ state: 'typed' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE)
    },
    keeping,
    flush,
    lastUndo,
    forgetUndo: () => setLastUndo(null),
    keepMine: () =>
      withFresh(async (fresh) => {
        isStale.current = false
        await save(fresh)
      }),
    showTheirs: () => withFresh(show),
  }
}
