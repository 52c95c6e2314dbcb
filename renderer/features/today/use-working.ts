import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { TodayItem } from '#shared/features/today/schema.ts'
import { finishedWords } from '#shared/features/tasks/public.ts'
import { itemTitle } from '#shared/features/today/words.ts'
import { actionOf } from './item-actions.ts'

/** What is being done, in a form of the feature that owns it. */
export interface Doing {
  readonly item: TodayItem
  /** The drafted letter, not the call. */
  readonly sends: boolean
}

export interface Working {
  readonly failure: string | null
  readonly doing: Doing | null
  readonly act: (item: TodayItem) => void
  readonly send: (item: TodayItem) => void
  readonly putOff: (item: TodayItem, until: string) => void
  readonly bringBack: () => void
  readonly close: () => void
  readonly fail: (words: string) => void
}

/** True for a thing with a drafted letter to send. */
export const hasLetter = ({ facts }: TodayItem): boolean => facts.kind === 'letter' || facts.kind === 'query'

/** Doing things of Today and putting them off. */
export const useWorking = (): Working => {
  const [, goTo] = usePath()
  const [failure, setFailure] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const write = async <Answer extends { undo: number }>(
    work: Promise<Answer>,
    words: string | ((answer: Answer) => string),
  ): Promise<void> => {
    const { refused } = await doUndoable(work, words, setFailure)
    setFailure(refused?.message ?? null)
  }
  return {
    failure,
    doing,
    act(item) {
      const action = actionOf(item)
      const { facts } = item
      if (action.does === 'go') goTo(action.path)
      else if (facts.kind === 'task')
        void write(core.tasks.finish({ id: facts.taskId, version: facts.version }), ({ next }) =>
          finishedWords(facts.title, next?.dueDate ?? null),
        )
      else setDoing({ item, sends: false })
    },
    send: (item) => setDoing({ item, sends: true }),
    putOff: (item, until) =>
      void write(
        core.today.putOff({ subject: item.subject, personId: item.person?.id ?? null, until }),
        `Put off until ${formatIsoDate(until)}: ${itemTitle(item)}.`,
      ),
    bringBack: () => void write(core.today.bringBack({}), 'Everything put off is back.'),
    close: () => setDoing(null),
    fail: setFailure,
  }
}
