import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { practiceRegister } from '#shared/domain/practice-register.ts'
import { onQofRegister } from '#shared/domain/qof-register.ts'
import type { Episode, EpisodeFields, Person } from '#shared/features/register/schema.ts'
import { draftOfEpisode, type EpisodeDraft, emptyEpisode, readEpisode } from './episode-draft.ts'
import { episodeDifferences } from './episode-differences.ts'
import { DiagnosisFields } from './episode-fields.tsx'
import { EpisodeSections } from './episode-more-fields.tsx'
import { EPISODE_LABELS } from './episode-sections.ts'
import { prefixed, summaryOf } from './form-faults.ts'
import { FormFrame } from './form-frame.tsx'
import { StalePanel } from './form-panels.tsx'
import classes from './form.module.css'
import { NotFoundPerson } from './not-found-person.tsx'
import { bannerOf, crumbsOf } from './person-words.ts'
import { UnusualPanel } from './unusual-panel.tsx'
import { toastSaved, useFormSave } from './use-form-save.ts'
import { useFormChecks } from './use-unusual.ts'

/** Whether this diagnosis puts somebody on the QOF register and the practice's own, and why, as it is being typed. */
const RegisterPanel = ({ fields }: { readonly fields: EpisodeFields }): ReactNode => {
  const qof = onQofRegister(fields)
  const own = practiceRegister(fields)
  return (
    <Panel title="Cancer registers" aside={qof.rule}>
      <div className={classes.panelWords} role="status">
        <p>
          <StatusMark kind={qof.onRegister ? 'on-track' : 'not-measured'}>
            {qof.onRegister ? 'On the QOF register' : 'Not on the QOF register'}
          </StatusMark>
        </p>
        <p>{qof.reason}.</p>
        {own.chosen && (
          <p>
            <StatusMark kind={own.onRegister ? 'on-track' : 'not-measured'}>
              {own.onRegister ? 'On the practice’s own register' : 'Left off the practice’s own register'}
            </StatusMark>
          </p>
        )}
      </div>
    </Panel>
  )
}

type EpisodeFormProps = { readonly person: Person; readonly episode: Episode | null }

const EpisodeForm = ({ person, episode }: EpisodeFormProps): ReactNode => {
  const [start, setStart] = useState<EpisodeDraft>(() => (episode === null ? emptyEpisode : draftOfEpisode(episode)))
  const [version, setVersion] = useState(episode?.version ?? 0)
  const [draft, setDraft] = useState(start)
  const form = useFormSave(EPISODE_LABELS)
  const dirty = JSON.stringify(draft) !== JSON.stringify(start)
  const guard = useLeaveGuard(dirty)
  const details = `/people/${person.id}/details`
  const read = readEpisode(draft, today())
  const checks = useFormChecks({
    personId: person.id,
    person: null,
    episode: { id: episode?.id ?? null, fields: read.fields },
  })
  const send = async (overVersion: number): Promise<void> => {
    const faults = prefixed('episode', read.faults)
    if (Object.keys(faults).length > 0) return form.refuse(faults)
    form.clear()
    if (checks.stops) return checks.ask()
    const saved = await form.send(() =>
      episode === null
        ? core.register.addEpisode({ personId: person.id, episode: read.fields, kept: checks.kept })
        : core.register.saveEpisode({ id: episode.id, version: overVersion, episode: read.fields, kept: checks.kept }),
    )
    if (saved === null) return
    toastSaved(episode === null ? 'Diagnosis added.' : 'Diagnosis saved.', saved.undo)
    guard.goAfterSave(details)
  }
  const remove = async (): Promise<void> => {
    if (episode === null) return
    const removed = await form.send(() => core.register.removeEpisode({ id: episode.id, version }))
    if (removed === null) return
    toastSaved('Diagnosis removed. Its events stay with the person.', removed.undo)
    guard.goAfterSave(details)
  }
  const loadCurrent = (): void => {
    if (episode === null) return
    const current = draftOfEpisode(episode)
    setStart(current)
    setDraft(current)
    setVersion(episode.version)
    form.settleStale()
  }
  return (
    <>
      <FormFrame
        title={episode === null ? 'Add a diagnosis' : 'Edit a diagnosis'}
        state={episode === null || dirty ? 'Not saved yet' : 'Nothing changed yet'}
        faults={summaryOf(form.faults, EPISODE_LABELS)}
        attempt={form.attempt}
        failure={form.failure}
        notice={
          form.stale && episode !== null ? (
            <StalePanel
              differences={episodeDifferences(draftOfEpisode(episode), draft)}
              onLoad={loadCurrent}
              onSaveMine={() => void send(episode.version)}
            />
          ) : undefined
        }
        saving={form.saving}
        save="Save"
        onSave={() => {
          if (!form.saving) void send(version)
        }}
        onDiscard={() => guard.leaveTo(details)}
        more={
          episode === null ? undefined : (
            <Button kind="dangerOutline" icon={IconTrash} onClick={() => void remove()}>
              Remove this diagnosis
            </Button>
          )
        }
        side={
          <>
            <UnusualPanel things={checks.open} wrong={checks.wrong} onKeep={checks.keep} asked={checks.asked} />
            {draft.tumourGroup !== null && <RegisterPanel fields={read.fields} />}
          </>
        }
      >
        <DiagnosisFields draft={draft} onChange={setDraft} faults={form.faults} />
        <EpisodeSections
          draft={draft}
          onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
          faults={form.faults}
          fields={read.fields}
        />
      </FormFrame>
      {guard.question}
    </>
  )
}

type EpisodeFormPageProps = {
  readonly personId: string
  /** Record id of the diagnosis to edit; null to add one. */
  readonly episodeId: string | null
}

/** `/people/:id/diagnoses/new` and `/people/:id/diagnoses/:episodeId`. */
export const EpisodeFormPage = ({ personId, episodeId }: EpisodeFormPageProps): ReactNode => {
  const label = episodeId === null ? 'Add a diagnosis' : 'Edit a diagnosis'
  usePageTitle(episodeId === null ? 'addDiagnosis' : 'editDiagnosis')
  const found = useCoreQuery('register', 'person', { id: personId })
  useBreadcrumbs([...crumbsOf(personId, found.data?.person), { label }])
  if (found.error !== null) return <NotFoundPerson message={found.error.message} />
  if (found.data === undefined) return <SkeletonPanel lines={8} />
  const episode = found.data.episodes.find(({ id }) => id === episodeId) ?? null
  if (episodeId !== null && episode === null) {
    return (
      <NotFoundPerson message="This diagnosis is no longer on the register. It may have been removed on another screen." />
    )
  }
  return (
    <>
      <PatientBanner patient={bannerOf(found.data.person, today())} />
      <EpisodeForm key={episodeId} person={found.data.person} episode={episode} />
    </>
  )
}
