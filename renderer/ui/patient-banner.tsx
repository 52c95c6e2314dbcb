import type { ReactNode } from 'react'
import { displayName } from '#shared/domain/people.ts'
import { classNames } from './class-names.ts'
import classes from './patient-banner.module.css'

export type BannerPatient = {
  readonly surname: string
  readonly givenName?: string | undefined
  readonly title?: string | undefined
  /** What they like to be called, where that is another name. */
  readonly knownAs?: string | undefined
  /** The practice's own number: all there is to call somebody by whose name is not recorded. */
  readonly localId?: string | undefined
  /** In words: "14 Mar 1958". */
  readonly born: string
  /** Whole years; for somebody who has died, the age then. */
  readonly age?: number | undefined
  readonly sex: string
  /** As 999 000 0018. */
  readonly nhsNumber?: string | undefined
  /** Site and date: "Sigmoid colon cancer, 4 Sep 2026". */
  readonly diagnosis?: string | undefined
  readonly namedLead?: string | undefined
  /** "2 Mar 2026", for somebody who has died. */
  readonly died?: string | undefined
}

type PatientBannerProps = {
  readonly patient: BannerPatient
  /** `page` across a patient's pages; `preview` stacked at the top of a side pane; `strip` on one line over a decision. */
  readonly layout?: 'page' | 'preview' | 'strip'
  /** Name of the region, where two records stand beside each other. */
  readonly label?: string
  readonly actions?: ReactNode
}

const NameLine = ({ patient }: { readonly patient: BannerPatient }): ReactNode => (
  <>
    {displayName({ surname: patient.surname, givenName: patient.givenName, localId: patient.localId })}
    {patient.title !== undefined && <span className={classes.title}> ({patient.title})</span>}
    {patient.knownAs !== undefined && <span className={classes.title}>, known as {patient.knownAs}</span>}
  </>
)

const regionNames = { page: 'Patient', preview: 'Patient in the preview', strip: 'Patient to decide on' } as const

type Fact = readonly [term: string, value: ReactNode, divided?: boolean]

const bornWords = ({ born, age }: BannerPatient, unit: string): ReactNode => (
  <>
    {born}
    {age !== undefined && <span className={classes.weak}> ({unit === '' ? age : `${age} ${unit}`})</span>}
  </>
)

const pageFacts = (patient: BannerPatient): readonly Fact[] => {
  const facts: Fact[] = [['Born', bornWords(patient, 'years')]]
  if (patient.died !== undefined) facts.push(['Died', patient.died])
  facts.push(['Sex', patient.sex], ['NHS number', patient.nhsNumber ?? 'not known'])
  if (patient.diagnosis !== undefined) facts.push(['Diagnosis', patient.diagnosis, true])
  if (patient.namedLead !== undefined) facts.push(['Named lead', patient.namedLead, true])
  return facts
}

const shortFacts = (patient: BannerPatient): readonly Fact[] => {
  const facts: Fact[] = [['Born', bornWords(patient, '')]]
  if (patient.died !== undefined) facts.push(['Died', patient.died])
  facts.push(['Sex', patient.sex], ['NHS number', patient.nhsNumber ?? 'not known'])
  return facts
}

/**
 * Who this is. The heaviest block on the screen, in a navy that nothing else uses. Name, birth, sex and NHS number are
 * always in it, in this order, as the Common User Interface guidance for NHS systems has them.
 */
export const PatientBanner = ({ patient, layout = 'page', label, actions }: PatientBannerProps): ReactNode => {
  const facts = layout === 'page' ? pageFacts(patient) : shortFacts(patient)
  return (
    <section
      className={classNames(classes.banner, classes[layout])}
      aria-label={label ?? regionNames[layout]}
      data-patient
    >
      <p className={classes.name}>
        <NameLine patient={patient} />
      </p>
      <dl className={classes.facts}>
        {facts.map(([term, value, divided]) => (
          <div
            key={term}
            className={classNames(classes.fact, divided && classes.divided, term === 'Sex' && classes.plain)}
          >
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}

type PatientPageProps = { readonly banner: ReactNode; readonly children: ReactNode }

/**
 * A patient's page: the banner stays in view while the rest scrolls, and is printed again at the head of every sheet.
 * The printer only repeats a table's head, hence the table, which is layout and nothing to a screen reader.
 */
export const PatientPage = ({ banner, children }: PatientPageProps): ReactNode => (
  <table className={classes.sheet} role="presentation">
    <thead className={classes.sheetHead}>
      <tr>
        <td>{banner}</td>
      </tr>
    </thead>
    <tbody className={classes.sheetBody}>
      <tr>
        <td>{children}</td>
      </tr>
    </tbody>
  </table>
)
