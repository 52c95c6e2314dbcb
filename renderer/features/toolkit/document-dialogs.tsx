import type { Editor } from '@tiptap/react'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { IssueFinding, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { fieldsIn } from '#shared/features/toolkit/walk.ts'
import { isBlank } from '#shared/features/toolkit/fields.ts'
import { type Blank, BlanksDrawer } from './blanks-drawer.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type Details, DetailsDialog } from './details-dialog.tsx'
import type { FaceOf } from './editor/field-store.ts'
import { goToBlock, goToField, insertField } from './editor/editor-actions.ts'
import { FactPalette } from './fact-palette.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PrintDraftDialog } from './print-draft-dialog.tsx'
import { SaveTemplateDialog } from './save-template-dialog.tsx'
import type { DraftKeeping } from './use-draft.ts'

export type DocumentDialog = 'fact' | 'link' | 'issue' | 'blanks' | 'details' | 'history' | 'template' | 'print'

type DocumentDialogsProps = {
  readonly dialog: DocumentDialog | null
  readonly document: OpenDocument
  readonly editor: Editor
  readonly draft: DraftKeeping
  readonly faceOf: FaceOf
  readonly onOpen: (dialog: DocumentDialog) => void
  readonly onClose: () => void
  readonly onFailure: (words: string) => void
  readonly onPrint: () => void
  readonly write: (then: () => void) => void
}

const blanksOf = ({ content }: DraftKeeping['draft']): readonly Blank[] => {
  const labels = new Map<string, string>()
  for (const { code, label } of fieldsIn(content)) {
    if (isBlank(code) && !labels.has(code)) labels.set(code, label ?? code)
  }
  return [...labels].map(([code, label]) => ({ code, label }))
}

const Facts = ({ document, editor, onClose }: DocumentDialogsProps): ReactNode => {
  const [codes, setCodes] = useState<readonly string[]>([])
  const asked = useCoreQuery(
    'toolkit',
    'fields',
    { documentId: document.id, codes: [...codes] },
    { keepPrevious: true, enabled: codes.length > 0 },
  )
  const values = [...document.values, ...(asked.data?.values ?? [])]
  return (
    <FactPalette
      audience={document.audience}
      aboutPerson={document.person !== null}
      wordsOf={(code) => values.find((value) => value.code === code)?.words ?? null}
      onShown={setCodes}
      onChoose={(fact) => {
        onClose()
        insertField(editor, fact)
      }}
      onClose={onClose}
    />
  )
}

const Linking = ({ editor, onClose }: DocumentDialogsProps): ReactNode => {
  const href: unknown = editor.getAttributes('link')['href']
  return (
    <LinkDialog
      href={typeof href === 'string' ? href : ''}
      onClose={onClose}
      onDone={(next) => {
        onClose()
        const chain = editor.chain().focus().extendMarkRange('link')
        if (next === null) chain.unsetLink().run()
        else if (editor.state.selection.empty && href === undefined)
          chain.insertContent({ type: 'text', text: next, marks: [{ type: 'link', attrs: { href: next } }] }).run()
        else chain.setLink({ href: next }).run()
      }}
    />
  )
}

const About = ({ document, draft, onClose, onFailure }: DocumentDialogsProps): ReactNode => {
  const { title, reviewDue } = draft.draft
  const [opened] = useState({ title, reviewDue, audience: document.audience, topic: document.topic })
  // What was not changed here stays as another window may have put it meanwhile.
  const save = async (typed: Details) => {
    draft.change({
      ...(typed.title === opened.title ? {} : { title: typed.title }),
      ...(typed.reviewDue === opened.reviewDue ? {} : { reviewDue: typed.reviewDue }),
    })
    const version = await draft.flush()
    if (version === null)
      return { refused: new AppError('internal', 'The title was not saved. Close this to see why.') }
    const audience = typed.audience === opened.audience ? document.audience : typed.audience
    const topic = typed.topic === opened.topic ? document.topic : typed.topic
    if (audience === document.audience && topic === document.topic) return { refused: null }
    const work = core.toolkit.setAudience({ id: document.id, version, audience, topic })
    const done = await doUndoable(work, 'The document’s readers and topic are changed.', onFailure)
    if (done.refused === null) draft.movedTo(done.answer.version)
    return done
  }
  return <DetailsDialog document={document} title={title} reviewDue={reviewDue} onSave={save} onClose={onClose} />
}

const Past = ({ document, draft, faceOf, onClose, onFailure }: DocumentDialogsProps): ReactNode => {
  const restore = async (revisionId: string): Promise<void> => {
    const version = await draft.flush()
    if (version === null) return onFailure('What you typed is not saved yet, so nothing was taken up.')
    const work = core.toolkit.restoreRevision({ id: document.id, version, revisionId })
    const { refused } = await doUndoable(work, 'The earlier state is the draft again.', onFailure)
    if (refused !== null) onFailure(refused.message)
  }
  const mayWrite = draft.keeping.state !== 'conflict'
  return (
    <HistoryDrawer
      documentId={document.id}
      faceOf={faceOf}
      onRestore={mayWrite ? (id) => void restore(id) : null}
      onClose={onClose}
    />
  )
}

const Conflicting = ({ draft, faceOf }: DocumentDialogsProps): ReactNode => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { keeping } = draft
  if (keeping.state !== 'conflict') return null
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    setBusy(true)
    setFailure(await draft.settle(whose))
    setBusy(false)
  }
  return (
    <ConflictDialog
      conflict={keeping.conflict}
      faceOf={faceOf}
      busy={busy}
      failure={failure}
      onTheirs={() => void settle('theirs')}
      onMine={() => void settle('mine')}
    />
  )
}

/** Whatever is open over the document. */
export const DocumentDialogs = (props: DocumentDialogsProps): ReactNode => {
  const { dialog, document, editor, draft, onOpen, onClose, onFailure, onPrint, write } = props
  const goTo = ({ block, code }: IssueFinding): void => {
    onClose()
    write(() => {
      if (code !== null) goToField(editor, code)
      else if (block !== null) goToBlock(editor, block)
    })
  }
  if (draft.keeping.state === 'conflict') return <Conflicting {...props} />
  if (dialog === 'fact') return <Facts {...props} />
  if (dialog === 'link') return <Linking {...props} />
  if (dialog === 'details') return <About {...props} />
  if (dialog === 'history') return <Past {...props} />
  if (dialog === 'template') {
    const { title } = draft.draft
    return <SaveTemplateDialog documentId={document.id} title={title} onClose={onClose} onFailedUndo={onFailure} />
  }
  if (dialog === 'print')
    return (
      <PrintDraftDialog
        document={document}
        onGo={goTo}
        onBlanks={() => onOpen('blanks')}
        onPrint={() => {
          onClose()
          onPrint()
        }}
        onClose={onClose}
      />
    )
  if (dialog === 'blanks') {
    const { answers } = draft.draft
    return (
      <BlanksDrawer
        blanks={blanksOf(draft.draft)}
        answers={answers}
        onChange={(next) => draft.change({ answers: next })}
        onClose={onClose}
      />
    )
  }
  return dialog === 'issue' ? (
    <IssueDialog
      document={document}
      flush={draft.flush}
      onGo={goTo}
      onReaders={() => onOpen('details')}
      onIssued={draft.movedTo}
      onClose={onClose}
      onFailedUndo={onFailure}
    />
  ) : null
}
