import { type Editor, EditorContent, useEditorState } from '@tiptap/react'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { OpenDocument } from '#shared/features/toolkit/schema.ts'
import { DocumentAlerts } from './document-alerts.tsx'
import { DocumentBar, type DocumentViewName } from './document-bar.tsx'
import { type DocumentDialog, DocumentDialogs } from './document-dialogs.tsx'
import { documentMenu } from './document-menu.ts'
import { DocumentRead } from './document-read.tsx'
import { DocumentSide } from './document-side.tsx'
import { blockHere, chosenField, goToBlock, replaceText } from './editor/editor-actions.ts'
import { createFieldStore } from './editor/field-store.ts'
import { FindBar } from './editor/find-bar.tsx'
import { Toolbar } from './editor/toolbar.tsx'
import { useDocumentEditor } from './editor/use-document-editor.ts'
import { facesOf } from './faces.ts'
import { Outline, outlineOf } from './outline.tsx'
import { PaperHead } from './paper-head.tsx'
import { DOCUMENT_ADDRESS, issuePath } from './toolkit-address.ts'
import { useComments } from './use-comments.ts'
import { useDocumentCommands } from './use-document-commands.ts'
import { useDraft } from './use-draft.ts'
import { useExport } from './use-export.ts'
import paper from './document-view.module.css'
import classes from './document.module.css'

/** "Issue 4, draft" */
const standOf = ({ issues }: OpenDocument): string => `Issue ${issues + 1}, draft`

const bylineOf = (document: OpenDocument): string =>
  `${standOf(document)} of ${formatIsoDate(dayNow())}. Last written by ${document.updatedBy}.`

/** A patient, or somebody outside the practice, may hold the paper. */
const isForOthers = ({ audience, person }: OpenDocument): boolean => audience === 'outside' || person !== null

const focusToolbar = (): void =>
  window.document.querySelector<HTMLElement>('[role="toolbar"] button[tabindex="0"]')?.focus()

/** One document: written, read, compared with what was sent, and issued. */
export const DocumentScreen = ({ document }: { readonly document: OpenDocument }): ReactNode => {
  const [, goTo] = usePath()
  const [address, changeAddress] = useUrlState(DOCUMENT_ADDRESS)
  const mayWrite = useMay('documents.write')
  const [dialog, setDialog] = useState<DocumentDialog | null>(null)
  const [finding, setFinding] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [store] = useState(createFieldStore)
  const view: DocumentViewName = mayWrite ? address.view : 'read'

  const inEditor = useRef<Editor | null>(null)
  const draft = useDraft(document, mayWrite, (next) => {
    if (inEditor.current !== null) replaceText(inEditor.current, next)
  })
  const editor = useDocumentEditor({
    content: document.content,
    store,
    editable: mayWrite,
    onChange: (content) => draft.change({ content }),
    asks: {
      insertFact: () => setDialog('fact'),
      find: () => setFinding(true),
      link: () => setDialog('link'),
      comment: () => commentHere(),
      leave: focusToolbar,
    },
  })
  useEffect(() => {
    inEditor.current = editor
  }, [editor])
  const comments = useComments({ documentId: document.id, editor, flush: draft.flush, onFailure: setFailure })
  const commentHere = (): void => {
    if (comments.begin()) changeAddress({ side: 'comments' }, { replace: true })
  }
  const { answers, content, title } = draft.draft
  const faces = useMemo(() => facesOf(document, answers), [document, answers])
  const openComments = useMemo(
    () => new Set(document.comments.flatMap(({ markId, resolvedOn }) => (resolvedOn === null ? [markId] : []))),
    [document],
  )
  useEffect(() => store.set(faces, openComments), [store, faces, openComments])

  // The outline may come a moment after the letter that was typed.
  const settled = useDeferredValue(content)
  const outline = useMemo(() => {
    const isChanged = (code: string): boolean => faces.get(code)?.number !== null && faces.has(code)
    return outlineOf(settled, isChanged, (code) => store.faceOf(code).words)
  }, [settled, faces, store])
  const here = useEditorState({ editor, selector: ({ editor: now }) => blockHere(now) })
  const field = useEditorState({
    editor,
    selector: ({ editor: now }) => chosenField(now),
    equalityFn: (a, b) => a?.code === b?.code && a?.frozen === b?.frozen,
  })
  const guard = useLeaveGuard(draft.keeping.state === 'refused')
  const exporting = useExport(
    { documentId: document.id, issueId: null, personId: document.person?.id ?? null },
    async () => !mayWrite || (await draft.flush()) !== null,
  )

  /** What is printed is the page as it is read: it is drawn by the time that the shell has been asked. */
  const print = (): void => {
    if (view === 'write') changeAddress({ view: 'read' })
    exporting.print()
  }
  /** What is typed is kept first, so that what is listed is what would be printed. */
  const askToPrint = async (): Promise<void> => {
    if (!isForOthers(document)) return print()
    await draft.flush()
    setDialog('print')
  }
  const write = (then: () => void): void => {
    if (view === 'write') return then()
    changeAddress({ view: 'write' })
    requestAnimationFrame(then)
  }
  const remove = async (): Promise<void> => {
    const version = await draft.flush()
    if (version === null) return
    const work = core.toolkit.remove({ id: document.id, version })
    const { refused } = await doUndoable(work, `“${title}” is removed.`, setFailure)
    if (refused === null) goTo('/toolkit')
    else setFailure(refused.message)
  }
  useDocumentCommands({
    editor,
    mayWrite,
    aboutPerson: document.person !== null,
    view,
    back: () => guard.leaveTo('/toolkit'),
    keep: () => void draft.flush(),
    find: () => write(() => setFinding(true)),
    setView: (next) => changeAddress({ view: next }),
    openDialog: setDialog,
    comment: commentHere,
    print: () => void askToPrint(),
    write: exporting.write,
  })

  const headingHere = outline.findLast(({ at }) => at <= here)?.at ?? null
  const foot =
    document.lastIssue === null
      ? ''
      : `Issue ${document.lastIssue.number} was sent ${formatIsoDate(document.lastIssue.issuedOn)}`
  return (
    <div className={classes.document}>
      {document.person !== null && <PersonStrip personId={document.person.id} layout="page" />}
      <DocumentBar
        title={title}
        stand={standOf(document)}
        draft={draft}
        view={view}
        onView={(next) => changeAddress({ view: next })}
        toolbar={
          view === 'write' && (
            <Toolbar
              editor={editor}
              asks={{
                insertFact: () => setDialog('fact'),
                find: () => setFinding(true),
                link: () => setDialog('link'),
                comment: commentHere,
                leave: focusToolbar,
              }}
            />
          )
        }
        onInsert={mayWrite ? () => setDialog('fact') : null}
        onIssue={mayWrite ? () => setDialog('issue') : null}
        more={documentMenu({
          mayWrite,
          aboutPerson: document.person !== null,
          openDialog: setDialog,
          exporting: { ...exporting, print: () => void askToPrint() },
          remove: () => void remove(),
        })}
      />
      <DocumentAlerts
        draft={draft}
        failure={failure ?? exporting.failure}
        said={exporting.said}
        died={document.personDied}
      />
      <div className={classes.columns}>
        <Outline
          lines={outline}
          here={view === 'write' ? headingHere : null}
          onGo={(at) => write(() => goToBlock(editor, at))}
          issues={document.issueList.map(({ id, number, issuedOn }) => ({
            number,
            words: `${number}, ${formatIsoDate(issuedOn)}`,
            path: issuePath(document.id, id),
          }))}
        />
        <div className={classes.paperWell}>
          {finding && view === 'write' && (
            <div className={classes.findPlace}>
              <FindBar editor={editor} onClose={() => setFinding(false)} />
            </div>
          )}
          <div className={classNames(paper.page, view === 'read' && classes.away)} data-print="hide">
            <PaperHead title={title} byline={bylineOf(document)} />
            <EditorContent editor={editor} className={paper.writing} />
          </div>
          {view === 'read' && (
            <div className={classes.readPage}>
              <DocumentRead
                title={title}
                byline={bylineOf(document)}
                mark="Draft"
                content={content}
                faceOf={(code, label) => faces.get(code) ?? store.faceOf(code, label)}
                foot={foot}
              />
            </div>
          )}
        </div>
        <DocumentSide
          document={document}
          editor={editor}
          field={field}
          side={address.side}
          onSide={(side) => changeAddress({ side })}
          comments={comments}
          mayWrite={mayWrite}
          write={write}
        />
      </div>
      <DocumentDialogs
        dialog={dialog}
        document={document}
        editor={editor}
        draft={draft}
        faceOf={(code, label) => faces.get(code) ?? store.faceOf(code, label)}
        onOpen={setDialog}
        onClose={() => setDialog(null)}
        onFailure={setFailure}
        onPrint={print}
        write={write}
      />
      {guard.question}
    </div>
  )
}
