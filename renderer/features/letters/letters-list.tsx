import { IconBook, IconPhone, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { dayCount, lateWords, letterCount, nearDay, wantedTitle } from '#shared/features/letters/words.ts'
import type { LetterAction, LetterDoing } from './letter-doing.ts'
import type { LetterTarget } from './letter-target.ts'
import type { PersonLetter } from './person-letters.ts'
import classes from './letters-tab.module.css'

/** Whose letters these are, and how something is begun. */
export interface AboutPerson {
  readonly personId: string
  readonly patient: BannerPatient
  readonly mayWrite: boolean
  readonly onDo: (doing: LetterDoing) => void
}

const nameOf = ({ document, source }: PersonLetter): string =>
  wantedTitle({ document, slot: null, askedFor: null, sourceType: source?.eventType })

const stateOf = (letter: PersonLetter, today: IsoDate): ReactNode => {
  switch (letter.state) {
    case 'came': {
      const on = letter.letter === null ? '' : formatPartialDate(letter.letter)
      const took =
        letter.days === null
          ? ''
          : letter.days < 0
            ? `, ${dayCount(-letter.days)} before`
            : `, after ${dayCount(letter.days)}`
      return <StatusMark kind="on-track">{`Came ${on}${took}`}</StatusMark>
    }
    case 'missing':
      return <StatusMark kind="missing">{`Missing, ${lateWords(letter.dueDate ?? today, today)}`}</StatusMark>
    case 'expected':
      return <StatusMark kind="not-due">{`Not here yet, ${lateWords(letter.dueDate ?? today, today)}`}</StatusMark>
    case 'not_needed':
      return <StatusMark kind="not-measured">Not needed</StatusMark>
    case 'not_expected':
      return <StatusMark kind="not-measured">Not waited for</StatusMark>
  }
}

const askedOf = ({ query, state }: PersonLetter, today: IsoDate): string => {
  if (query === null) return state === 'missing' ? 'Not asked' : ''
  if (query.state === 'not_needed') return query.steps.findLast(({ kind }) => kind === 'not_needed')?.note ?? ''
  return `Asked ${nearDay(query.openedOn, today)}${query.state === 'answered' ? ', answered' : ''}`
}

const targetOf = (letter: PersonLetter, { personId, patient }: AboutPerson): LetterTarget => ({
  personId,
  patient,
  title: nameOf(letter),
  wanted: [{ eventId: letter.source?.id ?? null, slot: null, askedFor: null }],
  query:
    letter.query?.state === 'open'
      ? {
          queryId: letter.query.id,
          version: letter.query.version,
          promisedFor: letter.query.promisedFor,
          ringAgainOn: letter.query.ringAgainOn,
        }
      : null,
  letterAbout: letter.source?.id ?? null,
  document: letter.document,
})

const WAITED_FOR: ReadonlySet<PersonLetter['state']> = new Set(['missing', 'expected'])

/** What can be done about a letter: each button names it, because the same four stand in every line. */
const doCell =
  (about: AboutPerson) =>
  (letter: PersonLetter): ReactNode => {
    if (!about.mayWrite) return null
    const name = nameOf(letter)
    const act = (action: LetterAction) => (): void => about.onDo({ action, target: targetOf(letter, about) })
    if (WAITED_FOR.has(letter.state))
      return (
        <span className={classes.rowActions}>
          <Button size="small" icon={IconPhone} onClick={act('call')} aria-label={`Log a call: ${name}`}>
            Call
          </Button>
          <Button size="small" icon={IconSend} onClick={act('letter')} aria-label={`Send letter: ${name}`}>
            Send letter
          </Button>
          <Button size="small" onClick={act('came')} aria-label={`It came: ${name}`}>
            It came
          </Button>
          <Button size="small" kind="quiet" onClick={act('not_needed')} aria-label={`Not needed: ${name}`}>
            Not needed
          </Button>
        </span>
      )
    const { letter: received, document } = letter
    if (document !== 'treatment_summary' || received === null) return null
    return (
      <Button
        size="small"
        icon={IconBook}
        onClick={() => about.onDo({ action: 'summary', target: about, eventId: received.id })}
      >
        What it says
      </Button>
    )
  }

type LettersListProps = AboutPerson & { readonly letters: readonly PersonLetter[]; readonly today: IsoDate }

/** Each event that brings a letter, with what became of it and what can be done. */
export const LettersList = ({ letters, today, ...about }: LettersListProps): ReactNode => {
  const missing = letters.filter(({ state }) => state === 'missing')
  const several = missing.filter(({ query }) => query === null)
  const askForAll = (): void => {
    const [first] = several
    if (first === undefined) return
    about.onDo({
      action: 'letter',
      target: {
        ...targetOf(first, about),
        title: letterCount(several.length),
        wanted: several.map(({ source }) => ({ eventId: source?.id ?? null, slot: null, askedFor: null })),
      },
    })
  }
  return (
    <Panel
      title="Letters"
      aside={missing.length === 0 ? 'None missing' : `${missing.length} missing`}
      padding="flush"
      actions={
        about.mayWrite ? (
          <span className={classes.rowActions}>
            <Button size="small" kind="quiet" onClick={() => about.onDo({ action: 'question', target: about })}>
              Ask something else
            </Button>
            {several.length > 1 && (
              <Button size="small" icon={IconSend} onClick={askForAll}>
                {`Ask for all ${several.length}`}
              </Button>
            )}
          </span>
        ) : undefined
      }
    >
      {letters.length === 0 ? (
        <EmptyState title="Nothing logged here brings a letter yet">
          Log a clinic, an MDT meeting or a discharge in the journey: the letter is then expected here by itself.
        </EmptyState>
      ) : (
        <PlainTable
          caption="Letters that this journey brings"
          rows={letters}
          rowId={({ id }) => id}
          flagged={({ state }) => state === 'missing'}
          columns={[
            { id: 'letter', header: 'Letter', rowHeader: true, cell: nameOf },
            {
              id: 'about',
              header: 'About',
              cell: ({ source }) =>
                source === null
                  ? 'No event that is logged'
                  : `${eventTypeOf(source.eventType).label}, ${formatPartialDate(source)}`,
            },
            { id: 'state', header: 'What became of it', cell: (letter) => stateOf(letter, today) },
            { id: 'asked', header: 'Asked', cell: (letter) => askedOf(letter, today) },
            { id: 'do', header: 'Do', cell: doCell(about) },
          ]}
        />
      )}
    </Panel>
  )
}
