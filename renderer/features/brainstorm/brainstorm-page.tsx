import { IconArrowRight, IconPlus, IconPresentation, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { urlChoice, urlFlag, useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { printAloud } from '#renderer/app/print-page.ts'
import { StepPage, WithPlan } from '#renderer/features/plan-start/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { columnsOf, countWords } from '#shared/features/brainstorm/public.ts'
import type { BrainstormBoard, PlanNote } from '#shared/features/brainstorm/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { boardWrites } from './brainstorm-writes.ts'
import { NoteDialog } from './note-dialog.tsx'
import { NoteInput } from './note-input.tsx'
import { NotesBoard } from './notes-board.tsx'
import { QuietClock } from './quiet-clock.tsx'
import { ThemeDialog, type ThemeDoing } from './theme-dialog.tsx'
import { useBoardDoing } from './use-board-doing.ts'
import classes from './brainstorm.module.css'

const ADDRESS = { step: urlChoice(['write', 'group'], 'write'), big: urlFlag() }

const WORDS = {
  write: {
    title: 'Write notes',
    lead: 'Alone, or round the table: one thought to a note. Paste a list and each line becomes a note.',
  },
  group: {
    title: 'Group the notes',
    lead: 'Put what belongs together into three to five themes, and vote for what matters most.',
  },
} as const

interface BoardPageProps {
  readonly plan: Plan
  readonly board: BrainstormBoard
}

const BoardPage = ({ plan, board }: BoardPageProps): ReactNode => {
  const [{ step, big }, change] = useUrlState(ADDRESS)
  const mayWrite = useMay('plan.write') && plan.state !== 'closed'
  const [failure, setFailure] = useState<string | null>(null)
  const [editing, setEditing] = useState<PlanNote | null>(null)
  const [theming, setTheming] = useState<ThemeDoing | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const columns = columnsOf(board)
  const grouped = step === 'group'
  const writes = boardWrites(plan.id, setFailure)
  const doing = useBoardDoing({
    columns,
    writes,
    grouped,
    edit: setEditing,
    editTheme: setTheming,
  })
  useCommands([
    ...(mayWrite
      ? [
          {
            id: 'brainstorm.write',
            title: 'Write a note',
            group: 'On this page' as const,
            keys: ['N'],
            run: () => input.current?.focus(),
          },
          {
            id: 'brainstorm.theme',
            title: 'New theme',
            group: 'On this page' as const,
            keys: ['T'],
            run: () => setTheming({ theme: null, note: null }),
          },
        ]
      : []),
    {
      id: 'brainstorm.big',
      title: big ? 'Usual size' : 'Large view for a meeting',
      group: 'On this page',
      keys: ['L'],
      run: () => change({ big: !big }, { replace: true }),
    },
    {
      id: 'brainstorm.print',
      title: 'Print the notes',
      group: 'On this page',
      keys: ['P'],
      run: () => void printAloud('brainstorm', plan.id),
    },
  ])
  return (
    <StepPage
      step={step}
      plan={plan}
      title={WORDS[step].title}
      lead={WORDS[step].lead}
      failure={failure}
      wide
      actions={
        <>
          <span data-print="hide">
            <QuietClock />
          </span>
          <Button
            icon={IconPresentation}
            keys="L"
            on={big}
            aria-pressed={big}
            data-print="hide"
            onClick={() => change({ big: !big }, { replace: true })}
          >
            Large view
          </Button>
          <Button icon={IconPrinter} keys="P" data-print="hide" onClick={() => void printAloud('brainstorm', plan.id)}>
            Print
          </Button>
          {grouped && mayWrite && (
            <Button icon={IconPlus} keys="T" data-print="hide" onClick={() => setTheming({ theme: null, note: null })}>
              New theme
            </Button>
          )}
        </>
      }
    >
      <div className={classNames(classes.brainstorm, big && classes.big)} data-paper="board">
        {mayWrite && <NoteInput inputRef={input} onAdd={writes.add} withSaidBy={!big} />}
        <div className={classes.line}>
          <p role="status">{countWords(board)}</p>
          <span data-print="hide">
            <Link href={grouped ? '/plan/baseline' : '/plan/brainstorm?step=group'} asChild>
              <ButtonLink icon={IconArrowRight}>{grouped ? 'Next: baseline' : 'Next: group the notes'}</ButtonLink>
            </Link>
          </span>
        </div>
        {mayWrite && (
          <p id={hintId} className={classNames(classes.hint, big && classes.unseen)} data-print="hide">
            {grouped
              ? 'On a note: arrows lead to the next, Alt and an arrow moves it, + and − vote, Enter edits, Delete removes.'
              : 'On a note: + and − vote, Enter edits, Delete removes.'}
          </p>
        )}
        <NotesBoard
          plan={plan}
          columns={columns}
          grouped={grouped}
          big={big}
          hintId={hintId}
          drag={doing.drag}
          doing={mayWrite ? doing : null}
          onNewTheme={() => setTheming({ theme: null, note: null })}
        />
      </div>
      {editing !== null && (
        <NoteDialog
          note={board.notes.find(({ id }) => id === editing.id) ?? editing}
          onClose={() => setEditing(null)}
          onFailedUndo={setFailure}
        />
      )}
      {theming !== null && (
        <ThemeDialog
          plan={plan}
          doing={
            theming.theme === null
              ? theming
              : { theme: board.themes.find(({ id }) => id === theming.theme.id) ?? theming.theme }
          }
          onClose={() => setTheming(null)}
          onFailedUndo={setFailure}
        />
      )}
    </StepPage>
  )
}

const LoadedBoard = ({ plan }: { readonly plan: Plan }): ReactNode => {
  const board = useCoreQuery('brainstorm', 'board', { planId: plan.id }, { keepPrevious: true })
  if (board.data !== undefined) return <BoardPage plan={plan} board={board.data} />
  return board.error === null ? (
    <SkeletonPanel label="Loading the notes" lines={6} />
  ) : (
    <InlineAlert tone="bad" spoken title="The notes could not be read">
      {board.error.message}
    </InlineAlert>
  )
}

/** `/plan/brainstorm`: what worries us, written fast, then grouped into themes. */
export const BrainstormPage = (): ReactNode => <WithPlan>{(plan) => <LoadedBoard plan={plan} />}</WithPlan>
