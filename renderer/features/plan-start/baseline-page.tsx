import { IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { printAloud } from '#renderer/app/print-page.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan, PlanBaseline } from '#shared/features/plan/schema.ts'
import { BaselineWordsPanel } from './baseline-words.tsx'
import { ChosenMeasures, type MeasureDoing, MeasurePicker } from './measure-picker.tsx'
import { StepPage, WithPlan } from './step-page.tsx'
import classes from './baseline.module.css'

const leadOf = (plan: Plan): string =>
  plan.signedOn === null
    ? 'Say where you stand, and choose the measures that the plan is to move. They are frozen when you sign.'
    : `Signed on ${formatIsoDate(plan.signedOn)}: these figures were frozen and do not change.`

/** What is chosen at sign-off: the baselines of the plan's start. */
const atTheStart = (plan: Plan): readonly PlanBaseline[] => plan.baselines.filter(({ year }) => year === 0)

const Baseline = ({ plan }: { readonly plan: Plan }): ReactNode => {
  const mayWrite = useMay('plan.write') && plan.state === 'draft'
  const library = useCoreQuery('measures', 'library', {})
  const [failure, setFailure] = useState<string | null>(null)
  const does = async (work: Promise<{ undo: number }>, words: string): Promise<void> => {
    const { refused } = await doUndoable(work, words, setFailure)
    setFailure(refused?.message ?? null)
  }
  const doing: MeasureDoing | null = mayWrite
    ? {
        choose: ({ code, title }) =>
          void does(core.plan.chooseBaseline({ planId: plan.id, measureCode: code }), `Chosen: ${title}`),
        drop: ({ id, version, measureTitle }) =>
          void does(core.plan.dropBaseline({ id, version }), `No longer chosen: ${measureTitle}`),
      }
    : null
  const chosen = atTheStart(plan)
  useCommands([
    {
      id: 'plan-start.print',
      title: 'Print the baseline',
      group: 'On this page',
      keys: ['P'],
      run: () => void printAloud('plan-baseline', plan.id),
    },
  ])
  return (
    <StepPage
      step="baseline"
      plan={plan}
      title="Baseline"
      lead={leadOf(plan)}
      failure={failure}
      actions={
        <>
          <Button
            icon={IconPrinter}
            keys="P"
            data-print="hide"
            onClick={() => void printAloud('plan-baseline', plan.id)}
          >
            Print
          </Button>
          <Link href="/plan/draft" asChild>
            <ButtonLink icon={IconArrowRight} data-print="hide">
              Next: the draft
            </ButtonLink>
          </Link>
        </>
      }
    >
      <div className={classes.twoColumns}>
        <div className={classes.stack}>
          <BaselineWordsPanel plan={plan} mayWrite={mayWrite} />
          {library.data !== undefined && <ChosenMeasures chosen={chosen} library={library.data} doing={doing} />}
        </div>
        {library.data === undefined && library.error === null && (
          <SkeletonPanel label="Working out today’s figures" lines={8} />
        )}
        {library.error !== null && (
          <InlineAlert tone="bad" spoken title="The measures could not be worked out">
            {library.error.message}
          </InlineAlert>
        )}
        {library.data !== undefined && doing !== null && (
          <MeasurePicker library={library.data} chosen={chosen} doing={doing} />
        )}
      </div>
    </StepPage>
  )
}

/** `/plan/baseline`: what is strong, what is missing, and the figures that the plan starts from. */
export const BaselinePage = (): ReactNode => <WithPlan>{(plan) => <Baseline key={plan.id} plan={plan} />}</WithPlan>
