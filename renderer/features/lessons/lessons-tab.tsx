import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { areaLabel } from '#shared/features/development/public.ts'
import type { LessonCard } from '#shared/features/lessons/schema.ts'
import { ImportLessonDialog } from './import-lesson-dialog.tsx'
import { LessonDrawer } from './lesson-drawer.tsx'
import { LessonReader } from './lesson-reader.tsx'
import { TakeLessonDialog } from './take-lesson-dialog.tsx'
import classes from './lessons.module.css'

type Doing =
  | { readonly what: 'read' | 'write' | 'take'; readonly id: string | null }
  | { readonly bring: string }
  | null

const fileName = ({ title }: LessonCard): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50) || 'lesson'

type LessonsTabProps = { readonly mayWrite: boolean; readonly onFailure: (words: string) => void }

const useWrittenCard = (onFailure: (words: string) => void) => {
  const job = useCoreJob('lessons', 'exportCard')
  return {
    trouble: job.error === null || job.error.code === 'cancelled' ? null : job.error.message,
    async write(card: LessonCard): Promise<void> {
      const choice = await window.throughline.chooseFileToSave({
        title: 'Write a lesson card for others',
        suggestedName: `${fileName(card)}.throughline-lesson`,
        kind: 'lesson',
      })
      if (choice.status === 'refused') return onFailure(choice.message)
      if (choice.status !== 'chosen') return
      const written = await job.start({ id: card.id, fileHandle: choice.file.handle })
      if (written !== null)
        showToast({ message: `“${card.title}” is written. Its checksum begins ${written.checksum.slice(0, 8)}.` })
    },
  }
}

const Line = ({ card, onOpen }: { readonly card: LessonCard; readonly onOpen: () => void }): ReactNode => (
  <LogLine title={card.title} onOpen={onOpen} mark={card.origin === null ? 'Made here' : card.origin.practice}>
    <small className={classes.problem}>{card.problem}</small>
    <small className={classes.facts}>
      <span>{`${card.byRole}, ${formatIsoDate(card.madeOn)}`}</span>
      {card.area !== null && <span>{areaLabel(card.area)}</span>}
      {card.chart !== null && <span>With a chart</span>}
      {card.origin !== null && <span>{`Brought in ${formatIsoDate(card.origin.addedOn)}`}</span>}
    </small>
  </LogLine>
)

const BringIn = ({
  onChosen,
  onFailure,
}: {
  readonly onChosen: (handle: string) => void
  readonly onFailure: (words: string) => void
}) => {
  const choose = async (): Promise<void> => {
    const choice = await window.throughline.chooseFileToOpen({
      title: 'Choose a lesson card',
      kinds: ['lesson', 'any'],
    })
    if (choice.status === 'refused') onFailure(choice.message)
    if (choice.status === 'chosen') onChosen(choice.file.handle)
  }
  useCommands([
    {
      id: 'lessons.bring-in',
      title: 'Bring in a lesson card',
      group: 'On this page',
      keys: ['I'],
      icon: IconFileImport,
      run: () => void choose(),
    },
  ])
  return (
    <Button icon={IconFileImport} keys="I" onClick={() => void choose()}>
      Bring in
    </Button>
  )
}

/** What practices learnt and tell each other: cards made here, and cards of others. */
export const LessonsTab = ({ mayWrite, onFailure }: LessonsTabProps): ReactNode => {
  const { data: cards, error, refetch } = useCoreQuery('lessons', 'list', {})
  const plan = useCoreQuery('plan', 'current', {}).data ?? null
  const mayPlan = useMay('plan.write')
  const [doing, setDoing] = useState<Doing>(null)
  const writing = useWrittenCard(onFailure)
  if (cards === undefined)
    return error === null ? (
      <SkeletonPanel label="Loading the lesson cards" lines={6} />
    ) : (
      <InlineAlert
        tone="bad"
        spoken
        title="The lesson cards could not be shown"
        actions={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        {error.message}
      </InlineAlert>
    )
  const close = (): void => setDoing(null)
  const what = doing !== null && 'what' in doing ? doing.what : null
  const card = doing !== null && 'what' in doing ? (cards.find(({ id }) => id === doing.id) ?? null) : null
  const remove = async ({ id, version, title }: LessonCard): Promise<void> => {
    const { refused } = await doUndoable(core.lessons.remove({ id, version }), `Removed: ${title}.`, onFailure)
    if (refused === null) close()
    else onFailure(refused.message)
  }
  const mayTake = mayPlan && plan !== null && plan.state !== 'closed'
  return (
    <Panel
      title="Lesson cards"
      aside="Everybody of the practice sees them"
      padding="flush"
      actions={
        mayWrite && (
          <>
            <BringIn onChosen={(bring) => setDoing({ bring })} onFailure={onFailure} />
            <AddEntry title="Make a card" onAdd={() => setDoing({ what: 'write', id: null })} />
          </>
        )
      }
    >
      {cards.length === 0 ? (
        <EmptyState title="No lesson card yet">
          A problem, what you tried and what happened, on one card. It goes to other practices as a file that is checked
          to hold nothing of a patient, and theirs come here.
        </EmptyState>
      ) : (
        <LogList label="Lesson cards">
          {cards.map((one) => (
            <Line key={one.id} card={one} onOpen={() => setDoing({ what: 'read', id: one.id })} />
          ))}
        </LogList>
      )}
      {what === 'read' && card !== null && (
        <LessonReader
          card={card}
          mayWrite={mayWrite}
          onTake={mayTake ? () => setDoing({ what: 'take', id: card.id }) : undefined}
          onChange={() => setDoing({ what: 'write', id: card.id })}
          onExport={() => void writing.write(card)}
          onRemove={() => void remove(card)}
          onClose={close}
          trouble={writing.trouble}
        />
      )}
      {what === 'write' && <LessonDrawer key={card?.id ?? 'new'} card={card} onClose={close} onFailure={onFailure} />}
      {what === 'take' && card !== null && plan !== null && (
        <TakeLessonDialog card={card} plan={plan} onClose={close} onFailure={onFailure} />
      )}
      {doing !== null && 'bring' in doing && (
        <ImportLessonDialog fileHandle={doing.bring} onClose={close} onFailure={onFailure} />
      )}
    </Panel>
  )
}
