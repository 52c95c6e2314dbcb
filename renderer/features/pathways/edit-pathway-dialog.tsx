import { type ReactNode, useState } from 'react'
import {
  BLANK_DATE,
  type DateParts,
  formatPartialDate,
  isFuture,
  type IsoDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'
import { TUMOUR_GROUPS, type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode } from '#shared/features/register/schema.ts'
import { eventThatStarts, priorityStartedBy } from '#shared/features/pathways/linking.ts'
import { type Pathway, PRIORITIES, type Priority } from '#shared/features/pathways/schema.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { EventChoice } from './event-choice.tsx'
import { type Faults, PathwayFormDialog } from './pathway-form-dialog.tsx'
import { useStale, written } from './pathway-writes.ts'

type EditPathwayDialogProps = {
  readonly personId: string
  /** null: a new one. */
  readonly pathway: Pathway | null
  /** What a new pathway may take with it. */
  readonly unlinked: readonly JourneyEvent[]
  readonly banner: ReactNode
  readonly today: IsoDate
  readonly onClose: () => void
  readonly onStarted?: (id: string) => void
}

const LABELS = {
  tumourGroup: 'Where cancer is suspected',
  priority: 'How fast',
  date: 'Referral sent on',
  hospital: 'Hospital',
  reference: 'Booking reference',
  episodeId: 'Diagnosis it led to',
  note: 'Note',
} as const

const NONE = 'none'

/** What the date is of, by the event that is logged for it. */
const DATE_LABELS = {
  urgent_referral: LABELS.date,
  routine_referral: LABELS.date,
  referral_received: 'Referral received on',
  consultant_upgrade: 'Upgraded on',
} as const

const lineOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** A diagnosis among others of the person: two of one site are told apart by their dates. */
const diagnosisWords = ({ site, tumourGroup, diagnosisDate }: Episode): string =>
  `${site ?? tumourGroupLabel(tumourGroup)}, ${diagnosisDate === null ? 'date not known' : formatPartialDate(diagnosisDate)}`

/** Starts a pathway, with its referral and what has been logged already, or changes what is known of one. */
export const EditPathwayDialog = (props: EditPathwayDialogProps): ReactNode => {
  const { personId, unlinked, today } = props
  const { stale, heed } = useStale()
  const pathway = useAsOpened(
    props.pathway,
    { stale },
    (one) => one && [one.tumourGroup, one.priority, one.episodeId, one.hospital, one.reference, one.note],
  )
  const [tumourGroup, setTumourGroup] = useState<TumourGroup | null>(pathway?.tumourGroup ?? null)
  const [priority, setPriority] = useState<Priority | null>(pathway?.priority ?? 'urgent_suspected_cancer')
  const [hospital, setHospital] = useState(pathway?.hospital ?? '')
  const [reference, setReference] = useState(pathway?.reference ?? '')
  const [note, setNote] = useState(pathway?.note ?? '')
  const [episodeId, setEpisodeId] = useState(pathway?.episodeId ?? NONE)
  const [parts, setParts] = useState<DateParts>(BLANK_DATE)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const episodes = useCoreQuery('register', 'person', { id: personId }).data?.episodes ?? []
  const takesReferral = unlinked.some(({ id, eventType }) => chosen.has(id) && priorityStartedBy(eventType) !== null)
  const beginsWith = priority === null ? null : eventThatStarts(priority)
  const wantsDate = pathway === null && !takesReferral && beginsWith !== null
  const labels = beginsWith === null ? LABELS : { ...LABELS, date: DATE_LABELS[beginsWith] }
  const read = partialDateFromParts(parts)
  const blank = !read.ok && read.reason === 'blank'
  const check = (): Faults => ({
    ...(tumourGroup === null ? { tumourGroup: 'Choose where it is suspected, or “Not known yet”' } : {}),
    ...(priority === null ? { priority: 'Choose how fast it was asked for' } : {}),
    ...(wantsDate && !read.ok && !blank ? { date: read.message } : {}),
    ...(wantsDate && read.ok && isFuture(read.value, today)
      ? { date: 'This date has not come yet. Start it once it has happened.' }
      : {}),
  })
  const save = async () => {
    if (tumourGroup === null || priority === null) return null
    const fields = {
      personId,
      tumourGroup,
      priority,
      episodeId: episodeId === NONE ? null : episodeId,
      hospital: lineOrNull(hospital),
      reference: lineOrNull(reference),
      note: lineOrNull(note),
    }
    if (pathway !== null)
      return heed(
        await written(core.pathways.save({ id: pathway.id, version: pathway.version, pathway: fields }), 'Saved.'),
      )
    const sent = wantsDate && read.ok ? { eventType: beginsWith, ...read.value } : null
    const events = unlinked.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }))
    const started = core.pathways.start({ pathway: fields, sent, events })
    const refused = await written(started, 'Pathway started.')
    if (refused === null) props.onStarted?.((await started).id)
    return refused
  }
  return (
    <PathwayFormDialog
      title={pathway === null ? 'Start a pathway' : 'Change this pathway'}
      banner={props.banner}
      confirm={pathway === null ? 'Start the pathway' : 'Save the pathway'}
      labels={labels}
      onClose={props.onClose}
      check={check}
      onSave={save}
    >
      {({ idOf, faults }) => (
        <>
          <SelectField<TumourGroup>
            id={idOf('tumourGroup')}
            label={LABELS.tumourGroup}
            error={faults['tumourGroup']}
            searchable
            options={TUMOUR_GROUPS.map(({ code, label }) => ({ value: code, label }))}
            value={tumourGroup}
            onChange={setTumourGroup}
          />
          <SelectField<Priority>
            id={idOf('priority')}
            label={LABELS.priority}
            error={faults['priority']}
            options={PRIORITIES.map(({ code, label }) => ({ value: code, label }))}
            value={priority}
            onChange={setPriority}
          />
          {wantsDate && (
            <DateField
              id={idOf('date')}
              label={labels.date}
              hint="It is logged with the pathway. Leave it blank if it is not known."
              optional
              error={faults['date']}
              value={parts}
              onChange={setParts}
              calendarFrom={today}
            />
          )}
          <TextField
            id={idOf('hospital')}
            label={LABELS.hospital}
            optional
            error={faults['hospital']}
            value={hospital}
            onChange={setHospital}
            maxLength={80}
          />
          <TextField
            id={idOf('reference')}
            label={LABELS.reference}
            hint="Such as the number on the e-Referral request"
            optional
            error={faults['reference']}
            value={reference}
            onChange={setReference}
            maxLength={40}
          />
          {episodes.length > 0 && (
            <SelectField<string>
              id={idOf('episodeId')}
              label={LABELS.episodeId}
              error={faults['episodeId']}
              options={[
                { value: NONE, label: 'None yet' },
                ...episodes.map((one) => ({ value: one.id, label: diagnosisWords(one) })),
              ]}
              value={episodeId}
              onChange={(id) => setEpisodeId(id ?? NONE)}
            />
          )}
          {pathway !== null && (
            <TextAreaField
              id={idOf('note')}
              label={LABELS.note}
              optional
              error={faults['note']}
              value={note}
              onChange={setNote}
              maxLength={1000}
            />
          )}
          {pathway === null && unlinked.length > 0 && (
            <EventChoice
              legend="Already logged: what belongs to it?"
              events={unlinked}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </>
      )}
    </PathwayFormDialog>
  )
}
