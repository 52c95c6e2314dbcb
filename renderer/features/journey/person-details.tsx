import { IconPencil, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { type Episode, EPISODE_KINDS, type Person } from '#shared/features/register/schema.ts'
import { fullDate } from '#shared/features/journey/words.ts'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { siteWords } from './person-words.ts'
import classes from './person.module.css'

type PersonDetailsProps = {
  readonly person: Person
  readonly episodes: readonly Episode[]
  readonly mayEdit: boolean
}

const BLANK = 'blank'

const personFacts = (person: Person): { term: string; value: ReactNode }[] => [
  { term: 'Surname', value: person.surname },
  { term: 'Given names', value: person.givenName },
  { term: 'Title', value: person.title ?? BLANK },
  { term: 'NHS number', value: person.nhsNumber === null ? BLANK : formatNhsNumber(person.nhsNumber) },
  { term: 'Practice number', value: person.localId ?? BLANK },
  { term: 'Born', value: person.birthDate === null ? BLANK : formatIsoDate(person.birthDate) },
  { term: 'Sex', value: labelOf(SEX_CODES, person.sex) },
  { term: 'Postcode', value: person.postcode ?? BLANK },
  { term: 'Usual GP', value: person.usualGp ?? BLANK },
  { term: 'Named lead', value: person.namedLeadName ?? BLANK },
  { term: 'Died', value: person.deathDate === null ? 'No death recorded' : formatPartialDate(person.deathDate) },
  { term: 'Onward sharing', value: person.leaveOutOfSharing ? 'Left out' : 'Included' },
]

const episodeFacts = (episode: Episode): { term: string; value: ReactNode }[] => [
  { term: 'Kind', value: EPISODE_KINDS.find(({ code }) => code === episode.kind)?.label ?? episode.kind },
  { term: 'Group', value: tumourGroupLabel(episode.tumourGroup) },
  { term: 'ICD-10', value: episode.icd10Code ?? BLANK },
  { term: 'Diagnosed', value: episode.diagnosisDate === null ? 'not known' : fullDate(episode.diagnosisDate) },
  { term: 'Stage', value: episode.stage ?? BLANK },
  { term: 'Route', value: routeLabel(episode.route) },
  { term: 'Hospital', value: episode.hospital ?? BLANK },
  { term: 'QOF register', value: `${episode.onQofRegister ? 'On it' : 'Not on it'}. ${episode.qofReason}` },
]

const EditLink = ({ href, children }: { readonly href: string; readonly children: string }): ReactNode => (
  <Link href={href} asChild>
    <ButtonLink size="small" icon={IconPencil}>
      {children}
    </ButtonLink>
  </Link>
)

/** The facts about one person and each diagnosis. Changed on pages of their own. */
export const PersonDetails = ({ person, episodes, mayEdit }: PersonDetailsProps): ReactNode => (
  <div className={classes.details}>
    <Panel title="Person" actions={mayEdit && <EditLink href={`/people/${person.id}/edit`}>Edit the details</EditLink>}>
      <DataList facts={personFacts(person)} />
    </Panel>
    <div className={classes.stack}>
      {episodes.map((episode) => (
        <Panel
          key={episode.id}
          title={siteWords(episode)}
          actions={
            mayEdit && <EditLink href={`/people/${person.id}/diagnoses/${episode.id}`}>Edit the diagnosis</EditLink>
          }
        >
          <DataList facts={episodeFacts(episode)} />
        </Panel>
      ))}
      {episodes.length === 0 && <p className={classes.nothing}>No diagnosis here yet.</p>}
      {mayEdit && (
        <div>
          <Link href={`/people/${person.id}/diagnoses/new`} asChild>
            <ButtonLink icon={IconPlus}>Add a diagnosis</ButtonLink>
          </Link>
        </div>
      )}
    </div>
  </div>
)
