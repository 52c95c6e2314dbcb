import { type ReactNode, useDeferredValue, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { usePath } from '#renderer/app/router.tsx'
import { urlText, useUrlState } from '#renderer/app/url-state.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { type EpisodeDraft, emptyEpisode, isBlankEpisode, readEpisode } from './episode-draft.ts'
import { DiagnosisFields } from './episode-fields.tsx'
import { EPISODE_LABELS } from './episode-sections.ts'
import { prefixed, summaryOf } from './form-faults.ts'
import { FormFrame } from './form-frame.tsx'
import { DuplicatePanel, StalePanel } from './form-panels.tsx'
import classes from './form.module.css'
import { NotFoundPerson } from './not-found-person.tsx'
import { readDate } from './form-reading.ts'
import { draftOfPerson, emptyPerson, fieldsOfPerson, type PersonDraft, readPerson } from './person-draft.ts'
import { differencesOf } from './person-differences.ts'
import { IdentityFields } from './person-fields.tsx'
import { PersonSections } from './person-more-fields.tsx'
import { PERSON_LABELS } from './person-sections.ts'
import { bannerOf, crumbsOf } from './person-words.ts'
import { RemovePerson } from './remove-person.tsx'
import { UnusualPanel } from './unusual-panel.tsx'
import { toastSaved, useFormSave } from './use-form-save.ts'
import { useFormChecks } from './use-unusual.ts'

const IDENTITY = ['surname', 'givenName', 'nhsNumber', 'birthDate'] as const

/** The part of the form somebody came for. */
const ADDRESS = { part: urlText() }

const LABELS = { ...PERSON_LABELS, ...EPISODE_LABELS }

/**
 * Who on the register this could be, as far as it is typed. Somebody who is here already is asked about only once what
 * tells them from others has been changed.
 */
const useDuplicates = (draft: PersonDraft, start: PersonDraft, exceptId: string | null) => {
  const { surname, givenName, nhsNumber, birthDate } = useDeferredValue(draft)
  const number = parseNhsNumber(nhsNumber)
  const named = surname.trim() !== '' && givenName.trim() !== ''
  const changed =
    exceptId === null || IDENTITY.some((field) => JSON.stringify(draft[field]) !== JSON.stringify(start[field]))
  const asks = changed && (named || number.ok)
  const typed = {
    nhsNumber: number.ok ? number.nhsNumber : null,
    surname: named ? surname : '',
    givenName: named ? givenName : '',
    birthDate: readDate(birthDate, true).value?.date ?? null,
    exceptId,
  }
  const found = useCoreQuery('register', 'possibleDuplicates', typed, { enabled: asks })
  return asks ? (found.data ?? []) : []
}

type PersonFormProps = {
  /** null: somebody new. Otherwise as they are on the register now. */
  readonly person: Person | null
}

const PersonForm = ({ person }: PersonFormProps): ReactNode => {
  const [start, setStart] = useState<PersonDraft>(() =>
    person === null ? emptyPerson : draftOfPerson(fieldsOfPerson(person)),
  )
  const [version, setVersion] = useState(person?.version ?? 0)
  const [draft, setDraft] = useState(start)
  const [episode, setEpisode] = useState<EpisodeDraft>(emptyEpisode)
  const [, goTo] = usePath()
  const [{ part }] = useUrlState(ADDRESS)
  const form = useFormSave(LABELS)
  const isNew = person === null
  const dirty = JSON.stringify([draft, isNew ? episode : null]) !== JSON.stringify([start, isNew ? emptyEpisode : null])
  const guard = useLeaveGuard(dirty)
  const duplicates = useDuplicates(draft, start, person?.id ?? null)
  const read = readPerson(draft, today())
  const diagnosis = !isNew || isBlankEpisode(episode) ? null : readEpisode(episode, today())
  const users = useCoreQuery('access', 'users', {}, { enabled: form.stale })
  const checks = useFormChecks({
    personId: person?.id ?? null,
    person: read.fields,
    episode: diagnosis === null ? null : { id: null, fields: diagnosis.fields },
  })

  const send = async (overVersion: number): Promise<void> => {
    const faults = { ...prefixed('person', read.faults), ...prefixed('episode', diagnosis?.faults ?? {}) }
    if (Object.keys(faults).length > 0) return form.refuse(faults)
    form.clear()
    if (checks.stops) return checks.ask()
    const saved = await form.send(() =>
      isNew
        ? core.register.addPerson({ person: read.fields, episode: diagnosis?.fields ?? null, kept: checks.kept })
        : core.register.savePerson({ id: person.id, version: overVersion, person: read.fields, kept: checks.kept }),
    )
    if (saved === null) return
    toastSaved(isNew ? 'Added to the register.' : 'Saved.', saved.undo, () => isNew && goTo('/register'))
    guard.goAfterSave(`/people/${saved.id}/${isNew ? 'journey' : 'details'}`)
  }
  const change = (typed: Partial<PersonDraft>): void => setDraft((before) => ({ ...before, ...typed }))
  const save = (): void => {
    if (!form.saving) void send(version)
  }
  const loadCurrent = (): void => {
    if (person === null) return
    const current = draftOfPerson(fieldsOfPerson(person))
    setStart(current)
    setDraft(current)
    setVersion(person.version)
    form.settleStale()
  }
  const saveOver = (): void => {
    if (person === null) return
    setVersion(person.version)
    void send(person.version)
  }
  const look = (): void => {
    const [only] = duplicates
    const found = new URLSearchParams({ q: draft.surname.trim() })
    guard.leaveTo(
      duplicates.length === 1 && only !== undefined ? `/people/${only.id}/journey` : `/register?${found.toString()}`,
    )
  }

  return (
    <>
      <FormFrame
        title={isNew ? 'Add a person' : 'Edit a person'}
        state={isNew || dirty ? 'Not saved yet' : 'Nothing changed yet'}
        faults={summaryOf(form.faults, LABELS)}
        attempt={form.attempt}
        failure={form.failure}
        notice={
          form.stale && person !== null ? (
            <StalePanel
              differences={differencesOf(
                draftOfPerson(fieldsOfPerson(person)),
                draft,
                (id) => users.data?.find((user) => user.id === id)?.name ?? 'somebody',
              )}
              onLoad={loadCurrent}
              onSaveMine={saveOver}
            />
          ) : undefined
        }
        saving={form.saving}
        save="Save"
        onSave={save}
        onDiscard={() => guard.leaveTo(isNew ? '/register' : `/people/${person.id}/details`)}
        more={
          isNew ? undefined : (
            <RemovePerson
              id={person.id}
              version={person.version}
              patient={bannerOf(person, today())}
              onRemoved={() => guard.goAfterSave('/register')}
            />
          )
        }
        side={
          <>
            <UnusualPanel things={checks.open} wrong={checks.wrong} onKeep={checks.keep} asked={checks.asked} />
            <DuplicatePanel people={duplicates} onLook={look} />
          </>
        }
      >
        <IdentityFields draft={draft} onChange={change} faults={form.faults} />
        {isNew && (
          <>
            <h2 className={classes.part}>
              First diagnosis
              <span className={classes.count}>Leave it blank if it is not known yet</span>
            </h2>
            <DiagnosisFields draft={episode} onChange={setEpisode} faults={form.faults} />
          </>
        )}
        <PersonSections draft={draft} onChange={change} faults={form.faults} opensFilled={!isNew} part={part} />
      </FormFrame>
      {guard.question}
    </>
  )
}

const AddPerson = (): ReactNode => {
  usePageTitle('addPerson')
  useBreadcrumbs([{ label: 'Register', path: '/register' }, { label: 'Add a person' }])
  return <PersonForm person={null} />
}

const EditPerson = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('editPerson')
  const found = useCoreQuery('register', 'person', { id })
  useBreadcrumbs([...crumbsOf(id, found.data?.person), { label: 'Edit' }])
  if (found.error !== null) return <NotFoundPerson message={found.error.message} />
  if (found.data === undefined) return <SkeletonPanel lines={8} />
  return (
    <>
      <PatientBanner patient={bannerOf(found.data.person, today())} />
      <PersonForm key={id} person={found.data.person} />
    </>
  )
}

type PersonFormPageProps = {
  /** Record id of the person to edit; null to add somebody. */
  readonly personId: string | null
}

/** `/register/new` and `/people/:id/edit`. */
export const PersonFormPage = ({ personId }: PersonFormPageProps): ReactNode =>
  personId === null ? <AddPerson /> : <EditPerson id={personId} />
