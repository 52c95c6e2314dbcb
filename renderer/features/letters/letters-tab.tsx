import type { ReactNode } from 'react'
import { useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { LetterDialogs } from './letter-dialogs.tsx'
import type { LetterDoing } from './letter-doing.ts'
import { LettersList } from './letters-list.tsx'
import { cameCount, personLetters } from './person-letters.ts'
import type { LetterText } from './print-letters.ts'
import { PrintedLetters } from './printed-letters.tsx'
import { QueriesList } from './queries-list.tsx'
import { SummariesList } from './summaries-list.tsx'
import classes from './letters-tab.module.css'

const usePersonLetters = (personId: string) => {
  const journey = useCoreQuery('journey', 'ofPerson', { personId })
  const letters = useCoreQuery('letters', 'ofPerson', { personId })
  const person = useCoreQuery('register', 'person', { id: personId })
  return {
    journey: journey.data,
    letters: letters.data,
    person: person.data?.person,
    error: journey.error ?? letters.error ?? person.error,
  }
}

/** "3 of 5" behind the tab's name. */
export const LettersCount = ({ personId }: { readonly personId: string }): ReactNode => {
  const { journey, letters } = usePersonLetters(personId)
  if (journey === undefined || letters === undefined) return null
  const { came, due } = cameCount(personLetters({ ...journey, queries: letters.queries, today: dayNow() }))
  return due === 0 ? null : `${came} of ${due}`
}

/** Everything a person's journey brings in writing: what came, what is missing, and what was done about it. */
export const LettersTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const { journey, letters, person, error } = usePersonLetters(personId)
  const [doing, setDoing] = useState<LetterDoing | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [printing, setPrinting] = useState<readonly LetterText[] | null>(null)
  const mayWrite = useMay('journey.write')
  const today = dayNow()
  if (error !== null) return <InlineAlert tone="bad">{error.message}</InlineAlert>
  if (journey === undefined || letters === undefined || person === undefined)
    return <SkeletonPanel label="Loading the letters" lines={6} />
  if (printing !== null) return <PrintedLetters letters={printing} onDone={() => setPrinting(null)} />
  const patient = bannerOf(person, today)
  const about = { personId, patient, mayWrite, onDo: setDoing }
  const list = personLetters({ ...journey, queries: letters.queries, today })
  const end = (): void => setDoing(null)
  return (
    <div className={classes.tab}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be taken back">
          {failure}
        </InlineAlert>
      )}
      <LettersList {...about} letters={list} today={today} />
      <div className={classes.columns}>
        <SummariesList {...about} events={journey.events} summaries={letters.summaries} queries={letters.queries} />
        <QueriesList {...about} queries={letters.queries} events={journey.events} today={today} onFailed={setFailure} />
      </div>
      <LetterDialogs
        key={doing === null ? 'none' : doing.action}
        doing={doing}
        onClose={end}
        onDone={end}
        onFailedUndo={setFailure}
        onPrint={setPrinting}
        onNext={setDoing}
      />
    </div>
  )
}
