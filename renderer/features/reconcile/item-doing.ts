import { core } from '#renderer/app/core-client.ts'
import { useMay } from '#renderer/app/use-may.ts'
import type { Decision, DECISIONS, ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { decisionsFor } from '#shared/features/reconcile/words.ts'

/** Something that is about to be decided about an item. */
export interface ItemDoing {
  readonly item: ReconciliationItem
  readonly decision: Decision
}

/** Sends a decision by the way that it has to go. */
export const sendDecision = ({ item, decision }: ItemDoing, reason: string): Promise<{ undo: number }> => {
  const asked = { id: item.id, version: item.version, reason: reason.trim() === '' ? null : reason }
  switch (decision) {
    case 'added':
      return core.reconcile.add(asked)
    case 'took_theirs':
      return core.reconcile.takeTheirs(asked)
    case 'asked':
      return core.reconcile.ask(asked)
    default:
      return core.reconcile.decide({ ...asked, decision })
  }
}

/** What whoever is signed in may decide about an item now. */
export const useDecisions = (closed: boolean) => {
  const mayDecide = useMay('journey.write')
  const mayChange = useMay('register.write')
  return (item: ReconciliationItem | undefined): readonly (typeof DECISIONS)[number][] => {
    if (item === undefined || closed || item.decision !== null) return []
    return decisionsFor(item.kind).filter(({ code }) =>
      code === 'added' || code === 'took_theirs' ? mayChange : mayDecide,
    )
  }
}
