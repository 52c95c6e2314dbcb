import type { ReactNode } from 'react'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { type LearningSession, SESSION_ROLES } from '#shared/features/development/schema.ts'
import { evaluationWords } from '#shared/features/development/totals.ts'
import { hoursWords } from '#shared/features/plan-logs/public.ts'
import { HoursPanel } from './hours-panel.tsx'
import type { OwnTabProps } from './own-tab.ts'
import { SessionDrawer } from './session-drawer.tsx'
import { useOpened } from './use-opened.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './development.module.css'

const audienceWords = ({ audience, people }: LearningSession): string =>
  [audience, people === null ? null : people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`]
    .filter((part) => part !== null)
    .join(', ')

/** Sessions attended and run, the newest first. */
export const SessionsTab = ({ own, mayWrite, onFailure }: OwnTabProps): ReactNode => {
  const opened = useOpened(own.sessions, 'session', onFailure)
  return (
    <div className={frame.columns}>
      <Panel
        className={frame.wide}
        title="Sessions"
        aside={`${own.sessions.filter(({ role }) => role === 'ran').length} run, ${own.sessions.filter(({ role }) => role === 'attended').length} attended`}
        padding="flush"
        actions={mayWrite && <AddEntry title="Add a session" onAdd={opened.add} />}
      >
        {own.sessions.length === 0 ? (
          <EmptyState title="No session yet">
            Briefings, courses and meetings for learning that you went to or ran, and what you thought of them.
          </EmptyState>
        ) : (
          <LogList label="Sessions">
            {own.sessions.map((session) => (
              <LogLine
                key={session.id}
                before={<span className={classes.day}>{formatIsoDate(session.heldOn)}</span>}
                title={session.title}
                onOpen={mayWrite ? () => opened.edit(session) : undefined}
                mark={hoursWords(session.hours)}
              >
                {evaluationWords(session) !== '' && <small>{`${evaluationWords(session)}.`}</small>}
                {session.toChange !== '' && <small>{`To change: ${session.toChange}`}</small>}
                <small className={classes.facts}>
                  <span>{labelOf(SESSION_ROLES, session.role)}</span>
                  {audienceWords(session) !== '' && <span>{audienceWords(session)}</span>}
                </small>
              </LogLine>
            ))}
          </LogList>
        )}
        {opened.isOpen && (
          <SessionDrawer
            key={opened.key}
            row={opened.row}
            onClose={opened.close}
            onRemove={opened.remove}
            onFailure={onFailure}
          />
        )}
      </Panel>
      <HoursPanel own={own} className={frame.beside} />
    </div>
  )
}
