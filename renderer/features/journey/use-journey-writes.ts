import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import type { AppError } from '#shared/contract/errors.ts'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import type { JourneyEvent, NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { eventLabel } from '#shared/features/journey/words.ts'

/** An event with what is to become of it when nobody named a pathway. */
export type LoggedEvent = NewJourneyEvent & { readonly pathway?: 'usual' | 'none' }

export interface JourneyWrites {
  /** Each resolves to null, or to the refusal. What was done is told by a toast that takes it back. */
  readonly log: (event: LoggedEvent) => Promise<AppError | null>
  /** @param version the one that was seen. */
  readonly save: (id: string, version: number, event: NewJourneyEvent) => Promise<AppError | null>
  readonly remove: (event: JourneyEvent) => Promise<AppError | null>
}

const named = ({ eventType, date, precision }: NewJourneyEvent): string =>
  `${eventLabel(eventType)}, ${formatPartialDate({ date, precision })}`

/**
 * Logs, corrects and removes events of one person, each with an undo.
 * @param onFailedUndo hears why something could not be taken back; errors are never toasts.
 * @param onLogged hears of a new event by its id: a treatment summary is read in next.
 */
export const journeyWrites = (
  onFailedUndo: (words: string) => void,
  onLogged: (id: string, event: LoggedEvent) => void = () => undefined,
): JourneyWrites => {
  const done = async (work: Promise<{ undo: number }>, message: string): Promise<AppError | null> =>
    (await doUndoable(work, message, onFailedUndo)).refused
  return {
    log: (event) => {
      const logged = core.journey.logEvent(event).then((answer) => {
        onLogged(answer.id, event)
        return answer
      })
      return done(logged, `Logged: ${named(event)}.`)
    },
    save: (id, version, event) => done(core.journey.saveEvent({ id, version, event }), `Saved: ${named(event)}.`),
    remove: (event) =>
      done(core.journey.removeEvent({ id: event.id, version: event.version }), `Removed: ${named(event)}.`),
  }
}
