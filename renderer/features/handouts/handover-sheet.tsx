import { Fragment, type ReactNode } from 'react'
import type { HandoverCard } from '#shared/features/handouts/handover-card.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { ContactWords, Unknown } from './unknown.tsx'
import classes from './handouts.module.css'

type HandoverSheetProps = {
  readonly card: HandoverCard
  readonly person: Person
  readonly practiceName: string
  /** "23 Nov 2026, 09:06, by Dr Anjali Rao" */
  readonly printed: string
}

const listed = (lines: readonly string[], none: string): ReactNode =>
  lines.length === 0
    ? none
    : lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))

const known = (words: string | null, unknown: string): ReactNode => words ?? <Unknown>{unknown}</Unknown>

const Line = ({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

const Head = ({ person }: { readonly person: Person }): ReactNode => (
  <header className={classes.who}>
    <h2>{displayName(person)}</h2>
    <div>
      <span>Born</span>
      <b>{person.birthDate === null ? 'not known' : formatIsoDate(person.birthDate)}</b>
    </div>
    <div>
      <span>NHS number</span>
      <b>{person.nhsNumber === null ? 'not known' : formatNhsNumber(person.nhsNumber)}</b>
    </div>
    <div>
      <span>Telephone</span>
      <b>{person.phoneMobile ?? person.phoneHome ?? 'not recorded'}</b>
    </div>
  </header>
)

const InOneBreath = ({ card }: { readonly card: HandoverCard }): ReactNode => (
  <section>
    <h3>In one breath</h3>
    <dl>
      <Line term="Diagnosis">
        {card.diagnoses.length === 0 ? <Unknown>None recorded</Unknown> : listed(card.diagnoses, '')}
      </Line>
      <Line term="Now">{known(card.now, 'Not recorded')}</Line>
      <Line term="Treatment aim">{known(card.aim, 'Not in any letter yet')}</Line>
      <Line term="Missing">{listed(card.missing, 'No letter is late')}</Line>
      <Line term="Next">{listed(card.next, 'Nothing is due')}</Line>
    </dl>
  </section>
)

const WhoToRing = ({ card }: { readonly card: HandoverCard }): ReactNode => (
  <section>
    <h3>Who to ring</h3>
    <dl>
      <Line term="Hospital nurse">
        <ContactWords contact={card.hospitalNurse} nobody="No hospital nurse recorded" />
        {card.hospitalContact !== null && <span className={classes.name}>{card.hospitalContact}</span>}
      </Line>
      <Line term="Here">
        <ContactWords contact={card.here} nobody="No named lead and no number recorded" />
      </Line>
      <Line term="Out of hours">
        <ContactWords contact={card.outOfHours} nobody="No number recorded" />
      </Line>
    </dl>
    <h3 className={classes.second}>Ring the same day for</h3>
    {card.ringSameDay === null ? (
      <p className={classes.alone}>
        <Unknown>No treatment summary says</Unknown>
      </p>
    ) : (
      <ul className={classes.boxes}>
        {card.ringSameDay.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </section>
)

/** The card as it is printed: half an A4, ink on white, what is not known in dashes. */
export const HandoverSheet = ({ card, person, practiceName, printed }: HandoverSheetProps): ReactNode => (
  <article className={classes.card} aria-label="Handover card">
    <Head person={person} />
    <div className={classes.columns}>
      <InOneBreath card={card} />
      <WhoToRing card={card} />
    </div>
    <footer className={classes.foot}>
      {practiceName}. Printed {printed}. Shred when out of date.
    </footer>
  </article>
)
