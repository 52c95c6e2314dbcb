import type { ReactNode } from 'react'
import { STRIP_RANGES } from '#shared/features/journey/strip-types.ts'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { urlChoice, urlFlag, useUrlState } from '#renderer/app/url-state.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { useLogLine } from './log-line.ts'
import { PersonJourney } from './person-journey.tsx'
import classes from './person.module.css'

const ADDRESS = {
  range: urlChoice(
    STRIP_RANGES.map(({ code }) => code),
    'whole',
  ),
  table: urlFlag(),
}

/** The journey of one person, as a page of theirs. */
export const JourneyTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const [{ range, table }, change] = useUrlState(ADDRESS)
  const input = useLogLine()
  const mayLog = useMay('journey.write')
  const person = useCoreQuery('register', 'person', { id: personId })
  const journey = useCoreQuery('journey', 'ofPerson', { personId })
  useCommands([
    {
      id: 'person.table',
      title: 'Journey as a table or a picture',
      group: 'On this page',
      keys: ['T'],
      run: () => change({ table: !table }, { replace: true }),
    },
  ])
  if (journey.data !== undefined && person.data !== undefined) {
    return (
      <PersonJourney
        key={personId}
        person={person.data.person}
        episodes={person.data.episodes}
        events={journey.data.events}
        due={journey.data.due}
        leftOn={person.data.leftOn}
        today={dayNow()}
        range={range}
        onRange={(next) => change({ range: next }, { replace: true })}
        asTable={table}
        onAsTable={(next) => change({ table: next }, { replace: true })}
        mayWrite={mayLog}
        inputRef={input}
      />
    )
  }
  if (journey.error === null) return <SkeletonPanel label="Loading the journey" lines={6} />
  return (
    <div className={classes.journey}>
      <InlineAlert tone="bad" spoken title="The journey could not be read">
        {journey.error.message}
      </InlineAlert>
    </div>
  )
}
