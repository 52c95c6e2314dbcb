import { core } from '#renderer/app/core-client.ts'
import { type Autosave, notKeptWords, useAutosave } from '#renderer/app/use-autosave.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { mergedDraft } from './merged-draft.ts'

/** Two wrote in the same place. Both texts are kept by the core; the writer says which goes on. */
export interface Conflict {
  readonly theirs: Draft
  readonly mine: Draft
  readonly by: string
  readonly revisionId: string
  readonly version: number
}

interface Stopped {
  readonly state: 'conflict'
  readonly conflict: Conflict
  readonly sent: Draft
}

export interface DraftKeeping extends Omit<Autosave<Draft, OpenDocument, Stopped>, 'form'> {
  readonly draft: Draft
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

/**
 * What is written of a document, kept as it is typed. A text that somebody else changed at the same time comes back
 * merged, or as a conflict with both texts.
 * @param onReplace shows another text in the editor.
 */
export const useDraft = (
  open: OpenDocument,
  mayWrite: boolean,
  onReplace: (content: ToolkitDocument) => void,
): DraftKeeping => {
  const send = (sent: Draft, before: OpenDocument) =>
    core.toolkit.save({ id: before.id, version: before.version, base: draftOf(before), ...sent })
  const { form, ...autosave } = useAutosave<Draft, OpenDocument, Stopped>({
    stored: open,
    mayWrite,
    formOf: draftOf,
    isSame: (draft, stored) => isSame(draft, draftOf(stored)),
    async save(sent, before) {
      const answer = await send(sent, before)
      if (answer.outcome === 'conflict') return { stop: { state: 'conflict', conflict: answer, sent } }
      const { version, savedAt: updatedAt } = answer
      if (answer.outcome === 'saved') return { stored: { ...before, ...sent, version, updatedAt } }
      // Where the two cannot be told apart the next keeping is sent from the older text, and the core decides.
      const merge = (typed: Draft): Draft | null => mergedDraft(sent, typed, answer.now)
      return { stored: { ...before, ...answer.now, version, updatedAt }, merge }
    },
    onShow: ({ content }) => onReplace(content),
    pause: 1200,
  })
  const { stored, keeping, show } = autosave

  const settle = async (whose: 'mine' | 'theirs'): Promise<string | null> => {
    if (keeping.state !== 'conflict') return null
    const { conflict, sent } = keeping
    try {
      // What was typed while the keeping was under way is in neither text yet: it becomes an earlier state too.
      if (!isSame(form, sent)) await send(form, stored)
      const { version, revisionId } = conflict
      if (whose === 'mine') await core.toolkit.restoreRevision({ id: open.id, version, revisionId })
      show(await reopen(open))
      return null
    } catch (cause) {
      return notKeptWords(cause)
    }
  }
  return { ...autosave, draft: form, settle }
}
