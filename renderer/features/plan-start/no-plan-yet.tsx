import { IconNote } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { PlanFields } from '#shared/features/plan/schema.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { newPlanFields } from './plan-form.ts'
import classes from './no-plan-yet.module.css'

const STEPS = [
  <span key="write">
    <b>Write notes</b> alone, or round the table. 15 minutes.
  </span>,
  <span key="group">
    <b>Group them</b> into three to five themes.
  </span>,
  <span key="check">
    <b>Check the draft</b> against the five objectives. Empty squares show.
  </span>,
  <span key="sign">
    <b>Sign it</b>, and the baseline freezes.
  </span>,
]

const NOTES = [
  {
    theme: 'Hearing back',
    look: classes.paper1,
    notes: ['Letters take weeks', 'Nobody says who the nurse is', 'Treatment aim never stated'],
  },
  { theme: 'Being asked', look: classes.paper2, notes: ['Carers get forgotten', 'No one asks about money'] },
] as const

/** What a board looks like, for the eye only: the steps beside it say the same. */
const Picture = (): ReactNode => (
  <div className={classes.picture} aria-hidden="true">
    {NOTES.map(({ theme, look, notes }) => (
      <div key={theme} className={classes.pictureColumn}>
        <span>{theme}</span>
        {notes.map((words) => (
          <p key={words} className={classNames(classes.paper, look)}>
            {words}
          </p>
        ))}
      </div>
    ))}
    <div className={classNames(classes.pictureColumn, classes.pictureNext)}>
      <span>Your third theme</span>
      <p />
      <p />
    </div>
  </div>
)

/** Other ways to begin: a plan that is kept in a spreadsheet, and a closed one to look at. */
const OtherWays = ({ mayWrite }: { readonly mayWrite: boolean }): ReactNode => {
  const [latest] = useCoreQuery('plan', 'past', {}).data ?? []
  return (
    <>
      {mayWrite && (
        <>
          {'Moving from a spreadsheet? '}
          <Link href="/plan/bring-in">Bring in a plan</Link>
          {'. '}
        </>
      )}
      {latest !== undefined && (
        <>
          {'Want to look first? '}
          <Link href={`/plan?plan=${latest.id}`}>{`See ${latest.title}`}</Link>.
        </>
      )}
    </>
  )
}

/** In place of a plan while there is none: begin with a brainstorm, or with a blank plan. */
export const NoPlanYet = (): ReactNode => {
  usePageTitle('plan')
  useBreadcrumbs([{ label: 'Action plan' }])
  const mayWrite = useMay('plan.write')
  const organisation = useCoreQuery('access', 'state', {}).data?.register?.practiceName ?? ''
  const [, goTo] = usePath()
  const [blank, setBlank] = useState<PlanFields | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [beginning, setBeginning] = useState(false)
  const begin = async (): Promise<void> => {
    if (beginning) return
    setBeginning(true)
    const work = core.plan.start({ fields: newPlanFields(organisation, today()) })
    const { refused } = await doUndoable(work, 'The draft of a plan is begun.', setFailure)
    setBeginning(false)
    if (refused === null) goTo('/plan/brainstorm')
    else setFailure(refused.message)
  }
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan.brainstorm',
            title: 'Start the brainstorm',
            group: 'On this page',
            keys: ['N'],
            run: () => void begin(),
          },
        ]
      : [],
  )
  return (
    <div className={classes.nothing}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <EmptyState
        scale="page"
        overline="Action plan"
        title={
          <>
            No plan yet. <br />
            Start with what worries you.
          </>
        }
        steps={STEPS}
        foot={<OtherWays mayWrite={mayWrite} />}
        picture={<Picture />}
        actions={
          mayWrite ? (
            <>
              <Button kind="filled" size="large" icon={IconNote} keys="N" busy={beginning} onClick={() => void begin()}>
                Start the brainstorm
              </Button>
              <Button size="large" onClick={() => setBlank(newPlanFields(organisation, today()))}>
                Start from a blank plan
              </Button>
            </>
          ) : undefined
        }
      >
        {mayWrite
          ? 'Write down what gets in the way of good cancer care here, one thought to a note. Group them, and Throughline drafts a three-year plan from your groups. Today’s figures become the baseline you are measured against.'
          : 'A cancer lead or clinician begins the plan. It will stand here, for you to read.'}
      </EmptyState>
      {blank !== null && (
        <PlanDialog
          plan={null}
          fields={blank}
          onClose={() => setBlank(null)}
          onDone={() => goTo('/plan')}
          onFailedUndo={setFailure}
        />
      )}
    </div>
  )
}
