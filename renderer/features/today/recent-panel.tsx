import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { MiniStrip } from '#renderer/features/journey/public.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import classes from './today.module.css'

/** The journeys somebody looked at last. Looking is no change, so it is asked for anew each time the page opens. */
export const RecentPanel = (): ReactNode => {
  const queryClient = useQueryClient()
  const recent = useCoreQuery('today', 'recent', {})
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ['today', 'recent'] })
  }, [queryClient])
  return (
    <Panel title="Recent journeys" padding="flush" actions={<Link href="/register">Register</Link>}>
      {recent.data?.length === 0 && <p className={classes.quiet}>Journeys you open are listed here.</p>}
      {recent.error !== null && <p className={classes.quiet}>{recent.error.message}</p>}
      <ul className={classes.recent}>
        {recent.data?.map(({ person, died, marks, letters }) => (
          <li key={person.id}>
            <span>
              <Link href={`/people/${person.id}/journey`}>{displayName({ ...person, title: null })}</Link>
              <small>{identityWords(person)}</small>
            </span>
            <MiniStrip marks={marks} letters={died ? [] : letters} today={dayNow()} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
