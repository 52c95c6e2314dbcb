import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { careStandings } from '#shared/features/care/public.ts'
import { NO_NAMES } from '#shared/features/journey/composer-names.ts'
import { inJourneyOrder } from '#shared/features/journey/journey-order.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { StripDraft, StripMark, StripRange } from '#shared/features/journey/strip-types.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { eventsOfPathway, PathwayBar, PathwayNotice, usePathwayChoice } from '#renderer/features/pathways/public.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { HandoverPanel } from '#renderer/features/handouts/public.ts'
import { LearningPanel } from '#renderer/features/learning/public.ts'
import { SummaryDialog, useLetterBook } from '#renderer/features/letters/public.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { useMedia } from '#renderer/ui/use-media.ts'
import { ClockCards } from './clock-cards.tsx'
import { EventComposer } from './event-composer.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { EventList } from './event-list.tsx'
import { JourneyStrip } from './journey-strip.tsx'
import { LettersPanel } from './letters-panel.tsx'
import { journeyBannerOf, diagnosisWords, newestEpisode } from './person-words.ts'
import { type Composer, settledBy, useComposer } from './use-composer.ts'
import { usePathwayChoices } from './use-pathway-choices.ts'
import { journeyWrites } from './use-journey-writes.ts'
import classes from './person.module.css'

type PersonJourneyProps = {
  readonly person: Person
  readonly episodes: readonly Episode[]
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  /** The end of their registration with the practice, once it is over. */
  readonly leftOn: PartialDate | null
  readonly today: IsoDate
  readonly range: StripRange
  readonly onRange: (range: StripRange) => void
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
  readonly mayWrite: boolean
  /** The line to type into, for the key that goes there. */
  readonly inputRef: RefObject<HTMLInputElement | null>
}

const draftOf = ({ isEmpty, composed }: Composer): StripDraft | null => {
  const { date, eventType, lane } = composed
  if (isEmpty || date === null || eventType === null || lane === null) return null
  return { date: date.date, precision: date.precision, eventType, lane }
}

/** What is drawn while typing changes only when the drawing would. */
const useDraft = (composer: Composer): StripDraft | null => {
  const draft = draftOf(composer)
  const key = draft === null ? '' : JSON.stringify(draft)
  return useMemo(() => (key === '' ? null : (JSON.parse(key) as StripDraft)), [key])
}

/** The clocks, the strip, the line to log with, the letters and every event of one person. */
export const PersonJourney = (props: PersonJourneyProps): ReactNode => {
  const { person, episodes, due, today, mayWrite } = props
  const [editing, setEditing] = useState<JourneyEvent | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const strip = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const compact = useMedia('(max-height: 799px)')
  const pathways = usePathwayChoices(person.id)
  const names = useCoreQuery('journey', 'names', {}).data ?? NO_NAMES
  const [summaryRead, setSummaryRead] = useState<string | null>(null)
  const usual = {
    episodeId: newestEpisode(episodes)?.id ?? null,
    pathwayFor: pathways.usualFor,
    letterBook: useLetterBook(),
  }
  const composer = useComposer(today, usual, names)
  const draft = useDraft(composer)
  const { shownId: shownPathway } = usePathwayChoice(person.id)
  const events = useMemo(() => inJourneyOrder(props.events), [props.events])
  const stripEvents = useMemo(() => eventsOfPathway(events, shownPathway), [events, shownPathway])
  const stripDue = useMemo(() => {
    const ids = new Set(stripEvents.map(({ id }) => id))
    return due.filter(({ sourceEventId }) => sourceEventId === null || ids.has(sourceEventId))
  }, [due, stripEvents])
  const standings = useMemo(
    () => careStandings({ episodes, events, deathDate: person.deathDate, leftOn: props.leftOn }, today),
    [episodes, events, person.deathDate, props.leftOn, today],
  )
  const headlineDue = useMemo(() => {
    const unanswered = new Set<string>(standings.flatMap(({ kind, state }) => (state === 'no-answer' ? [kind] : [])))
    return stripDue.filter(({ kind }) => !unanswered.has(kind))
  }, [standings, stripDue])
  const choices = episodes.map((episode) => ({ id: episode.id, label: diagnosisWords(episode) }))
  const writes = journeyWrites(setFailure, (id, { eventType }) => {
    if (eventType === 'treatment_summary') setSummaryRead(id)
  })
  const edit = (event: JourneyEvent): void => {
    opener.current = document.activeElement
    setEditing(event)
  }
  // The drawer gives focus back by itself, but not to a mark of the drawing.
  const closeDrawer = (): void => {
    setEditing(null)
    const mark = opener.current
    if (mark instanceof SVGElement) requestAnimationFrame(() => mark.focus())
  }
  const remove = async (event: JourneyEvent): Promise<void> => {
    const refused = await writes.remove(event)
    setFailure(refused?.message ?? null)
    if (refused === null) setEditing(null)
  }
  const open = (mark: StripMark): void => {
    const event = mark.events.length === 1 ? events.find(({ id }) => id === mark.events[0]?.id) : undefined
    if (mark.kind === 'draft') props.inputRef.current?.focus()
    else if (event !== undefined && mayWrite) edit(event)
    else props.onAsTable(true)
  }
  return (
    <div className={classes.journey}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <PathwayBar personId={person.id} />
      <ClockCards
        personId={person.id}
        episodes={episodes}
        events={events}
        deathDate={person.deathDate}
        leftOn={props.leftOn}
        standings={standings}
        today={today}
      />
      <div ref={strip} tabIndex={-1} className={classes.stripPlace}>
        <JourneyStrip
          events={stripEvents}
          due={stripDue}
          headlineDue={headlineDue}
          deathDate={person.deathDate}
          draft={draft}
          today={today}
          range={props.range}
          onRange={props.onRange}
          asTable={props.asTable}
          onAsTable={props.onAsTable}
          onOpen={open}
          compact={compact}
        />
      </div>
      <div className={classes.bottom}>
        <div className={classes.stack}>
          {mayWrite && (
            <EventComposer
              composer={composer}
              today={today}
              episodes={choices}
              pathways={pathways.choices}
              question={
                !composer.isEmpty && (
                  <PathwayNotice
                    personId={person.id}
                    event={composer.understood}
                    pathwayId={composer.composed.pathwayId}
                    settled={settledBy(composer.corrections)}
                    onChoose={(answer) => {
                      composer.correct(answer)
                      props.inputRef.current?.focus()
                    }}
                  />
                )
              }
              inputRef={props.inputRef}
              onSave={async (event) => (await writes.log({ ...event, personId: person.id }))?.message ?? null}
              onDone={() => strip.current?.focus({ preventScroll: true })}
            />
          )}
          <EventList
            events={events}
            due={due}
            today={today}
            onEdit={mayWrite ? edit : undefined}
            onRemove={mayWrite ? (event) => void remove(event) : undefined}
          />
        </div>
        <div className={classes.beside}>
          <LettersPanel personId={person.id} events={events} due={due} today={today} />
          <HandoverPanel personId={person.id} />
          <LearningPanel personId={person.id} diagnoses={choices} />
        </div>
      </div>
      {summaryRead !== null && (
        <SummaryDialog
          target={{ personId: person.id, patient: journeyBannerOf(person, episodes, today) }}
          eventId={summaryRead}
          onClose={() => setSummaryRead(null)}
          onDone={() => setSummaryRead(null)}
          onFailedUndo={setFailure}
        />
      )}
      {editing !== null && (
        <EventDrawer
          key={editing.id}
          event={editing}
          events={events}
          episodes={choices}
          pathways={pathways.choices}
          today={today}
          banner={<PatientBanner patient={journeyBannerOf(person, episodes, today)} layout="preview" />}
          onClose={closeDrawer}
          onSave={async (event, version) => {
            const refused = await writes.save(editing.id, version, event)
            if (refused === null) closeDrawer()
            return refused
          }}
          onRemove={(version) => void remove({ ...editing, version })}
        />
      )}
    </div>
  )
}
