import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { mergedDraft } from './merged-draft.ts'

/** How long nobody types before what is typed is kept, in milliseconds. */
const PAUSE = 1200

/** Two wrote in the same place. Both texts are kept by the core; the writer says which goes on. */
export interface Conflict {
  readonly theirs: Draft
  readonly mine: Draft
  readonly by: string
  readonly revisionId: string
  readonly version: number
}

export type Keeping =
  | { readonly state: 'kept'; readonly at: string }
  | { readonly state: 'typed' | 'keeping' }
  | { readonly state: 'refused'; readonly words: string }
  | { readonly state: 'conflict'; readonly conflict: Conflict }

export interface DraftKeeping {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly keeping: Keeping
  /** Keeps what is typed now. Resolves to the version that is kept, or to null where it could not be kept. */
  readonly flush: () => Promise<number | null>
  /** Says that a command raised the version. */
  readonly movedTo: (version: number) => void
  /** After a conflict: goes on from the one text or the other. Resolves to why it could not, or to null. */
  readonly settle: (whose: 'mine' | 'theirs') => Promise<string | null>
}

const draftOf = ({ title, content, answers, reviewDue }: OpenDocument): Draft => ({
  title,
  content,
  answers,
  reviewDue,
})

/** A document as the core has it now. One about a person is opened as what it is. */
const reopen = ({ id, person }: Pick<OpenDocument, 'id' | 'person'>): Promise<OpenDocument> =>
  person === null ? core.toolkit.open({ id }) : core.toolkit.openOfPerson({ id, personId: person.id })

const isSame = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b)

const wordsOf = (cause: unknown): string =>
  cause instanceof AppError
    ? (Object.values(cause.details.fieldErrors ?? {})[0] ?? cause.message)
    : 'Something went wrong. What you typed is still here.'

/**
 * What is written of a document, kept as it is typed: after a pause, before any chord (it may be the lock's) and on
 * leaving. A text that somebody else changed at the same time comes back merged, or as a conflict with both texts.
 * @param onReplace shows another text in the editor.
 */
export const useDraft = (
  open: OpenDocument,
  mayWrite: boolean,
  onReplace: (content: ToolkitDocument) => void,
): DraftKeeping => {
  const [draft, setDraft] = useState(() => draftOf(open))
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept', at: open.updatedAt })
  const typed = useRef(draft)
  const kept = useRef(draft)
  const version = useRef(open.version)
  const running = useRef<Promise<number | null> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stoppedBy = useRef<{ readonly conflict: Conflict; readonly sent: Draft } | null>(null)

  const show = (next: Draft): void => {
    typed.current = next
    setDraft(next)
    onReplace(next.content)
  }

  const wait = (): void => {
    setKeeping({ state: 'typed' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), PAUSE)
  }

  const keepOnce = async (): Promise<number | null> => {
    const sent = typed.current
    if (isSame(sent, kept.current)) return version.current
    setKeeping({ state: 'keeping' })
    try {
      const answer = await core.toolkit.save({
        id: open.id,
        version: version.current,
        base: kept.current,
        ...sent,
      })
      if (answer.outcome === 'conflict') {
        stoppedBy.current = { conflict: answer, sent }
        setKeeping({ state: 'conflict', conflict: answer })
        return null
      }
      if (answer.outcome === 'merged') {
        const merged = mergedDraft(sent, typed.current, answer.now)
        // Where the two cannot be told apart the next keeping is sent from the older text, and the core decides.
        if (merged === null) {
          wait()
          return null
        }
        version.current = answer.version
        kept.current = answer.now
        show(merged)
      } else {
        version.current = answer.version
        kept.current = sent
      }
      const isKept = isSame(typed.current, kept.current)
      setKeeping(isKept ? { state: 'kept', at: answer.savedAt } : { state: 'typed' })
      return answer.version
    } catch (cause) {
      setKeeping({ state: 'refused', words: wordsOf(cause) })
      return null
    }
  }

  /** One at a time, so that no keeping overtakes another; what was typed meanwhile follows. */
  const flush = async (): Promise<number | null> => {
    clearTimeout(timer.current)
    if (!mayWrite || stoppedBy.current !== null) return null
    if (running.current !== null) await running.current
    const run = keepOnce()
    running.current = run
    const result = await run
    if (running.current === run) running.current = null
    return result
  }

  const goOn = (fresh: OpenDocument): void => {
    stoppedBy.current = null
    kept.current = draftOf(fresh)
    version.current = fresh.version
    show(kept.current)
    setKeeping({ state: 'kept', at: fresh.updatedAt })
  }

  const settle = async (whose: 'mine' | 'theirs'): Promise<string | null> => {
    const stopped = stoppedBy.current
    if (stopped === null) return null
    const { conflict, sent } = stopped
    try {
      // What was typed while the keeping was under way is in neither text yet: it becomes an earlier state too.
      if (!isSame(typed.current, sent))
        await core.toolkit.save({ id: open.id, version: version.current, base: kept.current, ...typed.current })
      if (whose === 'mine')
        await core.toolkit.restoreRevision({
          id: open.id,
          version: conflict.version,
          revisionId: conflict.revisionId,
        })
      goOn(await reopen(open))
      return null
    } catch (cause) {
      return wordsOf(cause)
    }
  }

  const follow = useEffectEvent((fresh: OpenDocument) => {
    const isIdle = running.current === null && stoppedBy.current === null && isSame(typed.current, kept.current)
    if (fresh.version > version.current && isIdle) goOn(fresh)
  })
  useEffect(() => follow(open), [open])

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

  return {
    draft,
    change(part) {
      typed.current = { ...typed.current, ...part }
      setDraft(typed.current)
      if (stoppedBy.current === null) wait()
    },
    keeping,
    flush,
    movedTo(next) {
      version.current = next
    },
    settle,
  }
}
