import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import {
  carerFacts,
  contactFacts,
  deathFacts,
  episodeFacts,
  identityFacts,
  languageFacts,
  practiceFacts,
} from './details-facts.ts'
import classes from './details.module.css'
import { FactsPanel } from './facts-panel.tsx'
import { cancerWords } from './person-words.ts'
import { RegistrationsPanel } from './registrations-panel.tsx'

type GroupsProps = { readonly person: Person; readonly mayEdit: boolean }

const PersonGroups = ({ person, mayEdit }: GroupsProps): ReactNode => {
  const at = (part?: string): string | undefined =>
    mayEdit ? `/people/${person.id}/edit${part === undefined ? '' : `?part=${part}`}` : undefined
  const death = deathFacts(person)
  return (
    <>
      <FactsPanel title="Who they are" what="who they are" facts={identityFacts(person)} editAt={at()} />
      <FactsPanel
        title="Address and contact"
        what="the address and contact"
        facts={contactFacts(person)}
        editAt={at('contact')}
      />
      <FactsPanel
        title="Language and needs"
        what="language and needs"
        facts={languageFacts(person)}
        editAt={at('more')}
      />
      <FactsPanel title="Carer" what="the carer" facts={carerFacts(person)} editAt={at('carer')} />
      <FactsPanel
        title="At the practice"
        what="the practice’s part"
        facts={practiceFacts(person)}
        editAt={at('practice')}
      />
      {death.some(({ value }) => value !== null) && (
        <FactsPanel title="Death" what="the death" facts={death} editAt={at('death')} />
      )}
    </>
  )
}

type DiagnosesProps = { readonly personId: string; readonly episodes: readonly Episode[]; readonly mayEdit: boolean }

const Diagnoses = ({ personId, episodes, mayEdit }: DiagnosesProps): ReactNode => (
  <>
    {episodes.map((episode) => (
      <FactsPanel
        key={episode.id}
        title={cancerWords(episode)}
        what={`the diagnosis: ${cancerWords(episode)}`}
        facts={episodeFacts(episode)}
        editAt={mayEdit ? `/people/${personId}/diagnoses/${episode.id}` : undefined}
      />
    ))}
    {episodes.length === 0 && <p className={classes.nothing}>No diagnosis here yet.</p>}
    {mayEdit && (
      <div>
        <Link href={`/people/${personId}/diagnoses/new`} asChild>
          <ButtonLink icon={IconPlus}>Add a diagnosis</ButtonLink>
        </Link>
      </div>
    )}
  </>
)

/** Everything known of one person, in groups, as a page of theirs. Changed on pages of their own. */
export const DetailsTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const mayEdit = useMay('register.write')
  const { data, error } = useCoreQuery('register', 'person', { id: personId })
  if (error !== null && data === undefined) {
    return (
      <div className={classes.details}>
        <InlineAlert tone="bad" spoken title="The details could not be read">
          {error.message}
        </InlineAlert>
      </div>
    )
  }
  if (data === undefined) return <SkeletonPanel label="Loading the details" lines={6} />
  return (
    <div className={classes.details}>
      <div className={classes.stack}>
        <PersonGroups person={data.person} mayEdit={mayEdit} />
      </div>
      <div className={classes.stack}>
        <Diagnoses personId={personId} episodes={data.episodes} mayEdit={mayEdit} />
        <RegistrationsPanel person={data.person} registrations={data.registrations} mayEdit={mayEdit} />
      </div>
    </div>
  )
}
