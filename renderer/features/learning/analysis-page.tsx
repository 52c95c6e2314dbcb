import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { keepingWords } from '#renderer/app/use-autosave.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Analysis } from '#shared/features/learning/schema.ts'
import { diagnosisLine, learningStanding, reasonsLine } from '#shared/features/learning/words.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { ActionsPanel } from './actions-panel.tsx'
import { LearningFields, StoryFields } from './analysis-fields.tsx'
import { Milestones } from './milestones.tsx'
import { PrintedAnalysis } from './printed-analysis.tsx'
import { type KeptAnalysis, useKeptAnalysis } from './use-kept-analysis.ts'
import classes from './analysis.module.css'

type State = 'draft' | 'discussed' | 'closed'

/** What can be done next, by how far it is. */
const STEPS: Readonly<
  Record<Analysis['state'], readonly { readonly to: State; readonly label: string; readonly done: string }[]>
> = {
  draft: [{ to: 'discussed', label: 'It was discussed', done: 'Noted as discussed.' }],
  discussed: [
    { to: 'draft', label: 'Back to draft', done: 'It is a draft again.' },
    { to: 'closed', label: 'Close it', done: 'The analysis is closed.' },
  ],
  closed: [{ to: 'discussed', label: 'Open again', done: 'It is open again.' }],
  set_aside: [],
}

const KeepingWords = ({
  autosave,
  onFailure,
}: {
  readonly autosave: KeptAnalysis
  readonly onFailure: (words: string) => void
}): ReactNode => {
  const { keeping, lastUndo } = autosave
  const takeBack = async (seq: number): Promise<void> => {
    try {
      await core.audit.undo({ seq })
      autosave.forgetUndo()
      announce('Taken back.')
    } catch {
      onFailure('What was saved last could not be taken back.')
    }
  }
  return (
    <p className={classes.keeping}>
      {keepingWords(keeping)}
      {keeping.state === 'kept' && lastUndo !== null && (
        <Button kind="quiet" size="small" onClick={() => void takeBack(lastUndo)}>
          Take back what was saved last
        </Button>
      )}
    </p>
  )
}

const NotKept = ({ autosave }: { readonly autosave: KeptAnalysis }): ReactNode => {
  const { keeping } = autosave
  if (!('words' in keeping)) return null
  return (
    <InlineAlert
      tone="bad"
      spoken
      title="Not saved: your words are still here"
      actions={
        keeping.state === 'stale' ? (
          <>
            <Button onClick={() => void autosave.keepMine()}>Save mine over it</Button>
            <Button onClick={() => void autosave.showTheirs()}>Show what is there</Button>
          </>
        ) : (
          <Button onClick={() => void autosave.flush()}>Try again</Button>
        )
      }
    >
      {keeping.words}
    </InlineAlert>
  )
}

type LoadedProps = { readonly analysis: Analysis; readonly person: Person }

const Loaded = ({ analysis, person }: LoadedProps): ReactNode => {
  const { personId, id, state } = analysis
  const mayWrite = useMay('journey.write') && state !== 'set_aside'
  const autosave = useKeptAnalysis(analysis, mayWrite && state !== 'closed')
  const guard = useLeaveGuard('words' in autosave.keeping)
  const [failure, setFailure] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const printer = useRef<HTMLButtonElement>(null)
  const disabled = !mayWrite || state === 'closed'
  const back = (): void => guard.leaveTo('/learning')
  const move = async (to: State, done: string): Promise<void> => {
    setFailure(null)
    const version = state === 'closed' ? analysis.version : await autosave.flush()
    if (version === null) return
    const moved = await doUndoable(core.learning.setState({ personId, id, version, state: to }), done, setFailure)
    if (moved.refused === null) autosave.movedTo(moved.answer.version)
    else setFailure(moved.refused.message)
  }
  const insert = (lines: readonly string[]): void => {
    const { whatHappened } = autosave.form
    const before = whatHappened === '' || whatHappened.endsWith('\n') ? whatHappened : `${whatHappened}\n`
    autosave.change({ whatHappened: `${before}${lines.join('\n')}\n` })
    announce(lines.length === 1 ? 'Put in.' : `${lines.length} milestones put in.`)
  }
  const print = async (): Promise<void> => {
    if (disabled || (await autosave.flush()) !== null) setPrinting(true)
  }
  const steps = mayWrite ? STEPS[state] : []
  useCommands([
    {
      id: 'learning.print',
      title: 'Print the analysis',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    { id: 'learning.back', title: 'Back to learning events', group: 'On this page', keys: ['Esc'], run: back },
    ...steps.map(({ to, label, done }): Command => ({
      id: `learning.${to}`,
      title: label,
      group: 'On this page',
      keys: to === 'draft' ? [] : ['C'],
      run: () => void move(to, done),
    })),
  ])
  const leavePaper = (): void => {
    setPrinting(false)
    requestAnimationFrame(() => printer.current?.focus())
  }
  if (printing) return <PrintedAnalysis analysis={analysis} person={person} onDone={leavePaper} />
  const standing = learningStanding({ ...analysis, reviewDate: analysis.fields.reviewDate, actionsOpen: 0 }, dayNow())
  return (
    <div className={classes.analysis}>
      <PersonStrip personId={personId} layout="page" />
      <div className={classes.analysisBody}>
        <PageHeader
          title="Learning event analysis"
          actions={
            <>
              <StatusMark kind={standing.kind} pill>
                {standing.words}
              </StatusMark>
              <Button ref={printer} icon={IconPrinter} keys="P" onClick={() => void print()}>
                Print
              </Button>
              {steps.map(({ to, label, done }) => (
                <Button
                  key={to}
                  {...(to === 'draft' ? {} : { kind: 'filled' as const, keys: 'C' })}
                  onClick={() => void move(to, done)}
                >
                  {label}
                </Button>
              ))}
            </>
          }
        >
          {`${diagnosisLine(analysis)}. ${reasonsLine(analysis.reasons) || 'Chosen by the practice'}.`}
        </PageHeader>
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="That could not be done">
            {failure}
          </InlineAlert>
        )}
        <NotKept autosave={autosave} />
        <div className={classes.columns}>
          <div className={classes.form} onBlur={() => void autosave.flush()}>
            <StoryFields autosave={autosave} disabled={disabled} />
            <LearningFields autosave={autosave} disabled={disabled} />
            <ActionsPanel analysis={analysis} mayWrite={!disabled} onFailure={setFailure} />
            {!disabled && <KeepingWords autosave={autosave} onFailure={setFailure} />}
          </div>
          <div className={classes.beside}>
            <Milestones personId={personId} onInsert={disabled ? null : insert} />
          </div>
        </div>
      </div>
      {guard.question}
    </div>
  )
}

type AnalysisPageProps = { readonly personId: string; readonly id: string }

/** `/learning/:personId/:id`: one analysis, kept as it is written. */
export const AnalysisPage = ({ personId, id }: AnalysisPageProps): ReactNode => {
  usePageTitle('analysis')
  useBreadcrumbs([{ label: 'Learning', path: '/learning' }, { label: 'Analysis' }])
  const [, goTo] = usePath()
  const analysis = useCoreQuery('learning', 'get', { personId, id })
  const person = useCoreQuery('register', 'person', { id: personId })
  if (analysis.data !== undefined && person.data !== undefined)
    return <Loaded analysis={analysis.data} person={person.data.person} />
  const error = analysis.error ?? person.error
  if (error === null) return <SkeletonPanel label="Loading the analysis" lines={10} />
  return (
    <EmptyState
      scale="page"
      title="This analysis cannot be shown"
      actions={
        <Button kind="filled" onClick={() => goTo('/learning')}>
          Go to learning events
        </Button>
      }
    >
      {error.message}
    </EmptyState>
  )
}
