import { type ReactNode, useId, useState } from 'react'
import { formatPartialDate, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { Standing } from '#shared/features/care/public.ts'
import { contactClocks } from '#shared/features/journey/contact-clocks.ts'
import type { RuleEpisode } from '#shared/features/journey/due-rules.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { PathwayClock } from '#shared/features/pathways/public.ts'
import { type ShownPathway, usePathwayChoice } from '#renderer/features/pathways/public.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { useMedia } from '#renderer/ui/use-media.ts'
import { type ClockFacts, contactFacts, pathwayClockFacts } from './clock-facts.ts'
import { ClockWorking } from './clock-working.tsx'
import classes from './clocks.module.css'

type ClockCardsProps = {
  readonly personId: string
  readonly episodes: readonly RuleEpisode[]
  /** The whole journey, in journey order. */
  readonly events: readonly JourneyEvent[]
  /** As the record has it; a death in the journey counts too. */
  readonly deathDate: PartialDate | null
  /** The end of their registration with the practice, once it is over. */
  readonly leftOn: PartialDate | null
  /** Where they stand for each contact, as the recall list has it. */
  readonly standings: readonly Standing[]
  readonly today: IsoDate
}

const Track = ({ facts }: { readonly facts: ClockFacts }): ReactNode => (
  <div className={classes.track} aria-hidden="true">
    <span
      className={classNames(classes.run, facts.tone !== null && classes[facts.tone])}
      style={{ width: `${facts.share * 100}%` }}
    />
    <span className={classes.due} style={{ left: `${facts.dueAt * 100}%` }} />
  </div>
)

type ClockCardProps = {
  readonly facts: ClockFacts
  readonly open: boolean
  readonly workingId: string
  readonly onToggle: () => void
}

const ClockCard = ({ facts, open, workingId, onToggle }: ClockCardProps): ReactNode => (
  <div className={classNames(classes.clock, open && classes.open)}>
    <h2>
      <button
        type="button"
        className={classes.cardButton}
        aria-expanded={open}
        aria-controls={workingId}
        title={`How ${facts.name.toLowerCase()} was worked out`}
        onClick={onToggle}
      >
        {facts.name}
      </button>
    </h2>
    <div className={classes.figure}>
      <b>{facts.figure}</b>
      <span>{facts.unit}</span>
      <StatusMark kind={facts.kind}>{facts.status}</StatusMark>
    </div>
    <Track facts={facts} />
    <p className={classes.underline}>{facts.underline}</p>
  </div>
)

/** One card a clock of the referral; of the decisions to treat only the newest, the others are in the table. */
const cardsOf = (clocks: readonly PathwayClock<JourneyEvent>[]): PathwayClock<JourneyEvent>[] => {
  const newest = clocks.findLast(({ code }) => code === 'treated_31')
  return clocks.filter((clock) => clock.code !== 'treated_31' || clock === newest)
}

/** The card whose working is open at first: the one that waits longest for its end, as the eye goes there. */
const firstOpen = (all: readonly ClockFacts[]): string | null =>
  (all.find(({ key }) => key.startsWith('treated_62')) ?? all[0])?.key ?? null

const NOTHING_COUNTS =
  'No clock runs: no diagnosis here that counts for the register has a month and a year. Look under Details.'
const NOTHING_AFTER_DEATH = 'No clock runs: nothing is owed after a death.'

const noneWords = (deathDate: PartialDate | null, leftOn: PartialDate | null): string => {
  if (deathDate !== null) return NOTHING_AFTER_DEATH
  if (leftOn === null) return NOTHING_COUNTS
  return `No clock runs: the registration with this practice ended, ${formatPartialDate(leftOn)}.`
}

type ClocksProps = Omit<ClockCardsProps, 'personId'> & {
  readonly personId: string
  readonly pathway: ShownPathway | undefined
}

const Clocks = ({
  personId,
  episodes,
  events,
  deathDate,
  leftOn,
  standings,
  today,
  pathway,
}: ClocksProps): ReactNode => {
  const compact = useMedia('(max-height: 799px)')
  const [toggled, setToggled] = useState<string | null>()
  const workingId = useId()
  const own = pathway === undefined ? [] : cardsOf(pathway.clocks).map((clock) => pathwayClockFacts(clock, today))
  const contacts = contactClocks({ episodes, events, deathDate, leftOn }, today).map((clock) =>
    contactFacts(
      clock,
      standings.find(({ kind }) => kind === clock.kind),
      today,
    ),
  )
  const all = [...own, ...contacts]
  const open = toggled === undefined ? (compact ? null : firstOpen(all)) : toggled
  const shown = all.find(({ key }) => key === open)
  if (all.length === 0) return <p className={classes.none}>{noneWords(deathDate, leftOn)}</p>
  return (
    <>
      <div className={classes.cards}>
        {all.map((facts) => (
          <ClockCard
            key={facts.key}
            facts={facts}
            open={facts.key === open}
            workingId={workingId}
            onToggle={() => setToggled(facts.key === open ? null : facts.key)}
          />
        ))}
      </div>
      <div id={workingId}>
        {shown !== undefined && <ClockWorking personId={personId} facts={shown} pathway={pathway} cards={all} />}
      </div>
    </>
  )
}

/** The clocks of the pathway shown and of the newest diagnosis, with the working of one of them under the cards. */
export const ClockCards = (props: ClockCardsProps): ReactNode => {
  const { shown: pathway } = usePathwayChoice(props.personId)
  return (
    <section
      className={classes.clocks}
      aria-label={pathway === undefined ? 'Clocks' : `Clocks, ${pathway.name.toLowerCase()}`}
    >
      <Clocks key={pathway?.id ?? 'none'} {...props} pathway={pathway} />
    </section>
  )
}
