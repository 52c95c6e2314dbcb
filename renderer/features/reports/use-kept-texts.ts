import { type ReactNode, useEffect, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { type Keeping, useAutosave } from '#renderer/app/use-autosave.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { TextDraft } from '#shared/features/reports/own-text.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import { type DraftText, draftsOf, textsToSend } from './own-text-drafts.ts'

interface Typed {
  /** null: nothing but what the report before had. */
  readonly texts: readonly DraftText[] | null
}

interface StoredTexts {
  readonly texts: readonly TextDraft[] | null
  /** 0 until the core has said what is kept. */
  readonly version: number
}

type Change = (before: readonly DraftText[]) => readonly DraftText[]

/** The own texts of a report that is not frozen yet. */
export interface KeptTexts {
  readonly texts: readonly DraftText[]
  /** Whether they differ from those that the form starts from. */
  readonly isTyped: boolean
  /** What was kept, or what the report before had, is still being read. */
  readonly isLoading: boolean
  readonly keeping: Keeping<never>
  readonly change: (made: Change) => void
  readonly flush: () => void
  /** Goes back to the texts of the report before; a toast brings back what was typed. */
  readonly discard: () => void
  /** Says that they stand in a report now, and goes there. */
  readonly frozen: (go: () => void) => Promise<void>
  /** Asked before leaving, where what was typed could not be kept. */
  readonly question: ReactNode
}

const isSameText = (one: readonly TextDraft[] | null, other: readonly TextDraft[] | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const plain = (texts: readonly DraftText[] | null): TextDraft[] | null => (texts === null ? null : textsToSend(texts))

const send = async (of: ReportSummary['kind'], texts: TextDraft[] | null): Promise<void> => {
  await (texts === null ? core.reports.dropTexts({ of }) : core.reports.keepTexts({ of, texts }))
}

/**
 * The own texts of the next report of a kind, kept in the register as they are typed until the report is frozen: a lock
 * or a closed window loses none of them, and this window has nothing of them afterwards.
 */
export const useKeptTexts = (of: ReportSummary['kind']): KeptTexts => {
  const last = useCoreQuery('reports', 'lastTexts', { of })
  const kept = useCoreQuery('reports', 'keptTexts', { of }, { keepUnused: false })
  const [going, setGoing] = useState<{ readonly go: () => void } | null>(null)
  const autosave = useAutosave<Typed, StoredTexts, never>({
    stored: kept.data === undefined ? { texts: null, version: 0 } : { texts: kept.data, version: 1 },
    // What could not be read is not written over.
    mayWrite: kept.data !== undefined,
    formOf: ({ texts }) => ({ texts: texts === null ? null : draftsOf(texts) }),
    isSame: ({ texts }, stored) => isSameText(plain(texts), stored.texts),
    async save({ texts }, { version }) {
      const sent = plain(texts)
      await send(of, sent)
      return { stored: { texts: sent, version: version + 1 } }
    },
    pause: 2000,
  })
  const { keeping, form } = autosave
  const before = draftsOf(last.data ?? [])
  const texts = form.texts ?? before
  // A toast that takes something back was made with an older state of the form, and may outlive it.
  const latest = useRef<readonly DraftText[] | null>(null)
  useEffect(() => {
    latest.current = texts
    return () => {
      latest.current = null
    }
  })
  const put = (typed: readonly DraftText[]): void => {
    latest.current = typed
    autosave.change({ texts: isSameText(plain(typed), plain(before)) ? null : typed })
  }
  const change = (made: Change): void => {
    if (latest.current !== null) put(made(latest.current))
  }
  const isLost = keeping.state === 'refused' || (kept.isError && form.texts !== null)
  const { question } = useLeaveGuard(going === null && isLost)
  // Once the guard has let go.
  useEffect(() => going?.go(), [going])
  return {
    texts,
    isTyped: form.texts !== null,
    isLoading: last.isPending || kept.isPending,
    keeping,
    change,
    flush: () => void autosave.flush(),
    discard() {
      put(before)
      void autosave.flush()
      showToast({ message: 'What you typed was discarded.', undo: () => change(() => texts) })
    },
    async frozen(go) {
      autosave.change({ texts: null })
      await autosave.flush()
      setGoing({ go })
    },
    question,
  }
}
