import { IconPhone, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import { nearDay, wantedTitle } from '#shared/features/letters/words.ts'
import type { LetterAction } from './letter-doing.ts'
import { type LetterTarget, queryOf } from './letter-target.ts'
import type { AboutPerson } from './letters-list.tsx'
import { QueryHistory } from './query-history.tsx'
import classes from './letters-tab.module.css'

const STATES = {
  open: { kind: 'due', words: 'Open' },
  answered: { kind: 'on-track', words: 'Answered' },
  not_needed: { kind: 'not-measured', words: 'Not needed' },
} as const

const targetOf = (query: HospitalQuery, { personId, patient }: AboutPerson): LetterTarget => ({
  personId,
  patient,
  title: query.subject,
  wanted: [],
  query: queryOf(query),
  letterAbout: null,
  document: null,
})

/** Part of it can be answered in words: something that is no letter, or a part of a summary. */
const isForWords = ({ items }: HospitalQuery): boolean =>
  items.some(
    ({ state, slot, document, eventId }) =>
      state === 'open' && (slot !== null || document === null || eventId === null),
  )

type QueriesListProps = AboutPerson & {
  readonly queries: readonly HospitalQuery[]
  readonly events: readonly JourneyEvent[]
  readonly today: IsoDate
  readonly onFailed: (words: string) => void
}

/** Everything that was asked about a person, with every letter and call. */
export const QueriesList = ({ queries, events, today, onFailed, ...about }: QueriesListProps): ReactNode => {
  if (queries.length === 0) return null
  const act = (action: LetterAction, query: HospitalQuery) => (): void =>
    about.onDo({ action, target: targetOf(query, about) })
  const reopen = async (query: HospitalQuery): Promise<void> => {
    const { refused } = await doUndoable(
      core.letters.reopen({ queryId: query.id, version: query.version }),
      `Opened again: ${query.subject}.`,
      onFailed,
    )
    if (refused !== null) onFailed(refused.message)
  }
  return (
    <Panel title="Asked of hospitals" aside={`${queries.filter(({ state }) => state === 'open').length} open`}>
      {queries.map((query) => (
        <article key={query.id} className={classes.query}>
          <header>
            <h3>{query.hospital === null ? query.subject : `${query.subject}, ${query.hospital}`}</h3>
            <StatusMark kind={STATES[query.state].kind}>{STATES[query.state].words}</StatusMark>
          </header>
          {query.items.length > 1 && (
            <p className={classes.quiet}>
              {query.items
                .map((item) =>
                  wantedTitle({ ...item, sourceType: events.find(({ id }) => id === item.eventId)?.eventType }),
                )
                .join(', ')}
            </p>
          )}
          {query.state === 'open' && (query.promisedFor !== null || query.ringAgainOn !== null) && (
            <p className={classes.quiet}>
              {[
                query.promisedFor === null ? null : `Promised for ${nearDay(query.promisedFor, today)}`,
                query.ringAgainOn === null ? null : `Ring again ${nearDay(query.ringAgainOn, today)}`,
              ]
                .filter((part) => part !== null)
                .join('. ')}
              .
            </p>
          )}
          <QueryHistory row={{ source: null, since: null, dueDate: null, slot: null }} query={query} today={today} />
          {about.mayWrite && (
            <span className={classes.rowActions}>
              {query.state === 'open' ? (
                <>
                  <Button size="small" icon={IconPhone} onClick={act('call', query)}>
                    Log a call
                  </Button>
                  <Button size="small" icon={IconSend} onClick={act('letter', query)}>
                    Send a letter
                  </Button>
                  <Button
                    size="small"
                    kind="quiet"
                    onClick={() => about.onDo({ action: 'details', target: about, query })}
                  >
                    Change where and when
                  </Button>
                  {isForWords(query) && (
                    <Button size="small" onClick={act('answer', query)}>
                      Write down the answer
                    </Button>
                  )}
                </>
              ) : (
                query.items.some(({ answerEventId }) => answerEventId === null) && (
                  <Button size="small" kind="quiet" onClick={() => void reopen(query)}>
                    Ask again
                  </Button>
                )
              )}
            </span>
          )}
        </article>
      ))}
    </Panel>
  )
}
