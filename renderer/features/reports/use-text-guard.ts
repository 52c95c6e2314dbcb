import { type ReactNode, useEffect, useState } from 'react'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import type { DraftText } from './own-text-drafts.ts'

const isNew = ({ key, heading, text }: DraftText, before: readonly DraftText[]): boolean => {
  const was = before.find((one) => one.key === key)
  return heading !== (was?.heading ?? '') || text !== (was?.text ?? '')
}

/**
 * Asks before own texts are left behind that stand in no report yet. `leave` goes without asking: they are in one now.
 * @param texts those of the form; `null` where none was touched.
 */
export const useTextGuard = (
  texts: readonly DraftText[] | null,
  before: readonly DraftText[],
): { readonly question: ReactNode; readonly leave: (go: () => void) => void } => {
  const [going, setGoing] = useState<{ readonly go: () => void } | null>(null)
  const { question } = useLeaveGuard(going === null && (texts ?? []).some((text) => isNew(text, before)))
  // Once the guard has let go.
  useEffect(() => going?.go(), [going])
  return { question, leave: (go) => setGoing({ go }) }
}
