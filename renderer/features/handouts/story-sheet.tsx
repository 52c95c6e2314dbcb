import type { ReactNode } from 'react'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import type { Story, StoryLine } from '#shared/features/handouts/story.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { chosenLines, type StoryChoices } from './story-choices.ts'
import classes from './handouts.module.css'

type StorySheetProps = {
  readonly story: Story
  readonly choices: StoryChoices
  readonly person: Person
  readonly practiceName: string
  readonly today: IsoDate
}

const Lines = ({ lines }: { readonly lines: readonly StoryLine[] }): ReactNode => (
  <ul>
    {lines.map(({ id, text, note }) => (
      <li key={id}>
        {text}
        {note !== null && <q>{note}</q>}
      </li>
    ))}
  </ul>
)

const RING_WORDS = 'number not written down here yet'

const Ring = ({ story }: { readonly story: Story }): ReactNode => (
  <section>
    <h3>Who to ring</h3>
    <dl>
      {story.ring.map(({ who, name, phone }) => (
        <div key={who}>
          <dt>
            {who}
            {name !== null && `: ${name}`}
          </dt>
          <dd>{phone ?? RING_WORDS}</dd>
        </div>
      ))}
      <div>
        <dt>If you think that your life is in danger</dt>
        <dd>999</dd>
      </div>
    </dl>
    {story.ringSameDay !== null && (
      <>
        <h3>Ring on the same day if you have</h3>
        <ul>
          {story.ringSameDay.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
  </section>
)

const nameOf = ({ givenName, surname }: Person): string => `${givenName} ${surname}`.trim()

/** The whole journey as it is printed: A4, large type, in the words of the person it belongs to. */
export const StorySheet = ({ story, choices, person, practiceName, today }: StorySheetProps): ReactNode => {
  const cancers = chosenLines(story.cancers, choices)
  const years = story.years
    .map(({ year, lines }) => ({ year, lines: chosenLines(lines, choices) }))
    .filter(({ lines }) => lines.length > 0)
  const next = chosenLines(story.next, choices)
  return (
    <article className={classes.story} aria-label="Your care so far">
      <header>
        <h2>Your care so far</h2>
        <p>
          For {nameOf(person)}
          {person.birthDate !== null && `, born ${formatIsoDate(person.birthDate)}`}
          {person.nhsNumber !== null && `. NHS number ${formatNhsNumber(person.nhsNumber)}`}
        </p>
      </header>
      <p>
        This paper is yours. It says what happened, in order, as far as we know. If something is wrong or missing,
        please tell us.
      </p>
      {cancers.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
      <section>
        <h3>What happened</h3>
        {years.length === 0 && <p>Nothing is written down here yet.</p>}
        {years.map(({ year, lines }) => (
          <section key={year}>
            <h4>{year}</h4>
            <Lines lines={lines} />
          </section>
        ))}
      </section>
      {next.length > 0 && (
        <section>
          <h3>What comes next</h3>
          <Lines lines={next} />
        </section>
      )}
      <Ring story={story} />
      <footer>
        {practiceName}. Printed on {formatIsoDate(today)}. Keep it somewhere safe: it is about you.
      </footer>
    </article>
  )
}
