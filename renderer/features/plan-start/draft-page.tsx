import { IconCheck, IconPrinter, IconSignature } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { urlFlag, useUrlState } from '#renderer/app/url-state.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { printAloud } from '#renderer/app/print-page.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { BrainstormBoard } from '#shared/features/brainstorm/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { DraftGrid } from './draft-grid.tsx'
import { actionOf, type DraftLine, lineFromNote, notesLeft } from './draft-lines.ts'
import { LineDialog } from './line-dialog.tsx'
import { NotesLeft } from './notes-left.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { StepPage, WithPlan } from './step-page.tsx'
import { useDraft } from './use-draft.ts'
import classes from './draft.module.css'

const ADDRESS = { sign: urlFlag() }

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const lineWords = (plan: Plan, lines: readonly DraftLine[]): string =>
  [
    counted(lines.length, 'suggested action', 'suggested actions'),
    ...(plan.actions.length > 0 ? [`${plan.actions.length} in the plan already`] : []),
  ].join(', ')

interface DraftProps {
  readonly plan: Plan
  readonly board: BrainstormBoard
}

const Draft = ({ plan, board }: DraftProps): ReactNode => {
  const [{ sign }, change] = useUrlState(ADDRESS)
  const mayWrite = useMay('plan.write') && plan.state !== 'closed'
  const draft = useDraft(plan, board)
  const { lines } = draft
  const [editing, setEditing] = useState<DraftLine | null>(null)
  const [naming, setNaming] = useState(false)
  const [added, setAdded] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const guard = useLeaveGuard(draft.changed)
  const isDraft = plan.state === 'draft'
  const addTo = (square: Pick<DraftLine, 'objectiveId' | 'year'>): void => {
    setAdded(added + 1)
    setEditing({ key: `added-${added}`, noteId: null, theme: '', title: '', ...square })
  }
  const accept = async (): Promise<void> => {
    if (busy || lines.length === 0) return
    setBusy(true)
    // As the plan is now: its start may have been changed a moment ago.
    const adding = core.plan
      .get({ id: plan.id })
      .then((now) => core.plan.addActions({ planId: now.id, actions: lines.map((line) => actionOf(line, now, board)) }))
    const words = `${counted(lines.length, 'action is', 'actions are')} in the plan.`
    const { refused } = await doUndoable(adding, words, setFailure)
    setBusy(false)
    setFailure(refused?.message ?? null)
    if (refused === null) draft.accepted()
  }
  useCommands([
    {
      id: 'plan-start.print',
      title: 'Print the draft',
      group: 'On this page',
      keys: ['P'],
      run: () => void printAloud('plan-draft', plan.id),
    },
    ...(mayWrite && lines.length > 0
      ? [
          {
            id: 'plan-start.accept',
            title: 'Accept the draft',
            group: 'On this page' as const,
            keys: ['Ctrl+Enter'],
            run: () => void accept(),
          },
        ]
      : []),
  ])
  return (
    <StepPage
      step={sign && isDraft ? 'sign' : 'draft'}
      plan={plan}
      title="Draft"
      lead="From the most voted notes of each theme. Change it until it is yours: nothing is kept before you accept it."
      failure={failure}
      wide
      actions={
        <>
          {mayWrite && isDraft && (
            <Button data-print="hide" onClick={() => setNaming(true)}>
              Name and start
            </Button>
          )}
          <Button icon={IconPrinter} keys="P" data-print="hide" onClick={() => void printAloud('plan-draft', plan.id)}>
            Print
          </Button>
          {mayWrite && lines.length > 0 && (
            <Button
              kind="filled"
              icon={IconCheck}
              keys="Ctrl+Enter"
              busy={busy}
              data-print="hide"
              onClick={() => void accept()}
            >
              {`Accept ${counted(lines.length, 'action', 'actions')}`}
            </Button>
          )}
          {mayWrite && isDraft && plan.actions.length > 0 && (
            <Button
              kind={lines.length === 0 ? 'filled' : 'default'}
              icon={IconSignature}
              data-print="hide"
              onClick={() => change({ sign: true })}
            >
              Sign the plan
            </Button>
          )}
          {!isDraft && (
            <Link href="/plan" asChild>
              <ButtonLink data-print="hide">Go to the plan</ButtonLink>
            </Link>
          )}
        </>
      }
    >
      <div className={classes.draftLine}>
        <p role="status">{lineWords(plan, lines)}</p>
        {draft.changed && (
          <Button kind="quiet" size="small" data-print="hide" onClick={draft.reset}>
            Start again from the notes
          </Button>
        )}
      </div>
      {lines.length === 0 && plan.actions.length === 0 && (
        <InlineAlert title="The notes suggest nothing yet">
          Notes become actions once they stand in a theme. Group them first, or add actions to the squares by hand.
        </InlineAlert>
      )}
      <DraftGrid plan={plan} draft={draft} mayWrite={mayWrite} onEdit={setEditing} onAdd={addTo} />
      <NotesLeft
        board={board}
        notes={notesLeft(board, lines)}
        onAdd={
          mayWrite
            ? (note) => setEditing(lineFromNote(note, board, { objectiveId: plan.objectives[0]?.id ?? '', year: 1 }))
            : null
        }
      />
      {editing !== null && (
        <LineDialog
          plan={plan}
          line={editing}
          isNew={lines.every(({ key }) => key !== editing.key)}
          onClose={() => setEditing(null)}
          onSave={(line) => draft.put(line, `In the draft: ${line.title}`)}
        />
      )}
      {naming && (
        <PlanDialog
          plan={plan}
          fields={plan}
          onClose={() => setNaming(false)}
          onDone={() => setNaming(false)}
          onFailedUndo={setFailure}
        />
      )}
      {sign && isDraft && mayWrite && (
        <SignDialog
          plan={plan}
          waiting={lines.length}
          onClose={() => change({ sign: false }, { replace: true })}
          onSigned={() => guard.goAfterSave('/plan')}
          onFailedUndo={setFailure}
        />
      )}
      {guard.question}
    </StepPage>
  )
}

const LoadedDraft = ({ plan }: { readonly plan: Plan }): ReactNode => {
  const board = useCoreQuery('brainstorm', 'board', { planId: plan.id })
  if (board.data !== undefined) return <Draft key={plan.id} plan={plan} board={board.data} />
  return board.error === null ? (
    <SkeletonPanel label="Drafting from the notes" lines={6} />
  ) : (
    <InlineAlert tone="bad" spoken title="The notes could not be read">
      {board.error.message}
    </InlineAlert>
  )
}

/** `/plan/draft`: actions that the notes suggest, by objective and year, to be changed and accepted in one step. */
export const DraftPage = (): ReactNode => <WithPlan>{(plan) => <LoadedDraft plan={plan} />}</WithPlan>
