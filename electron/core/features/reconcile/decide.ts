import { AppError } from '#shared/contract/errors.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import { type Decision, DECISIONS, type decideSchema } from '#shared/features/reconcile/schema.ts'
import {
  type EpisodeFields,
  episodeFieldsSchema,
  type PersonFields,
  personFieldsSchema,
} from '#shared/features/register/schema.ts'
import { may } from '#shared/permissions.ts'
import type { z } from 'zod'
import type { CommandContext } from '../../context.ts'
import { partialFrom } from '../../db/rows.ts'
import type { ReconciliationItemTable, ReconciliationTable } from '../../db/schema-of-lists.ts'
import { undoChangeSet } from '../../db/undo.ts'
import { addEpisode, addPerson, setDiagnosisDate } from '../register/public.ts'
import { addTask } from '../tasks/public.ts'
import type { ListEntry } from './found-item.ts'
import { oneCancer } from './pair-cancers.ts'
import { entryFrom, reconciliationRow } from './queries.ts'
import { everyCancer } from './store.ts'

type Asked = z.output<typeof decideSchema>

/** Days until the task of asking the hospital is due: a week, as for any letter that is asked for. Ours, no rule. */
const ASK_WITHIN_DAYS = 7

const itemRow = async ({ db }: CommandContext, id: string): Promise<ReconciliationItemTable> => {
  const row = await db.selectFrom('reconciliation_item').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This is no longer in the list. A newer list may have taken its place.')
  return row
}

interface Undecided {
  readonly item: ReconciliationItemTable
  readonly list: ReconciliationTable
}

/** The item, if this can be decided about it now. */
const undecided = async (context: CommandContext, { id, version }: Asked, decision: Decision): Promise<Undecided> => {
  const item = await itemRow(context, id)
  const list = await reconciliationRow(context.db, item.reconciliation_id)
  if (list.closed_on !== null) throw new AppError('conflict', 'This list is closed. Open it again first, then decide.')
  if (DECISIONS.find(({ code }) => code === decision)?.of !== item.kind)
    throw new AppError('validation', 'This cannot be decided about an item of this kind.')
  if (item.version === version && item.decision !== null)
    throw new AppError('conflict', 'This has been decided already. Take that back first.')
  return { item, list }
}

const keepDecision = (
  { env, user, auditSeq, update }: CommandContext,
  { id, version, reason }: Asked,
  decision: Decision,
): Promise<number> =>
  update(
    'reconciliation_item',
    id,
    {
      decision,
      decision_reason: reason === '' ? null : reason,
      decided_by: user.name,
      decided_on: env.clock.today(),
      decided_seq: auditSeq,
    },
    version,
  )

/** Decides about an item and nothing else. @throws AppError `validation`, `conflict`, `not-found`, `stale`. */
export const decide = async (context: CommandContext, asked: Asked, decision: Decision): Promise<number> => {
  await undecided(context, asked, decision)
  return keepDecision(context, asked, decision)
}

const personFields = ({ person }: ListEntry): PersonFields =>
  personFieldsSchema.parse({
    title: person.title,
    surname: person.surname ?? '',
    givenName: person.givenName ?? '',
    nhsNumber: person.nhsNumber,
    localId: person.localId,
    birthDate: person.birthDate,
    sex: person.sex ?? 'X',
    postcode: person.postcode,
    usualGp: person.usualGp,
    namedLeadId: null,
    leaveOutOfSharing: false,
    deathDate: person.deathDate,
  })

const episodeFields = ({ diagnosis }: ListEntry): EpisodeFields => {
  if (diagnosis === null) throw new Error('an item of the list has no cancer')
  return episodeFieldsSchema.parse({
    kind: diagnosis.kind,
    tumourGroup: diagnosis.tumourGroup,
    site: diagnosis.site,
    icd10Code: diagnosis.icd10Code,
    diagnosisDate: diagnosis.date,
    stage: diagnosis.stage,
    route: diagnosis.route,
    hospital: diagnosis.hospital,
    codeSource: diagnosis.icd10Code === null ? null : 'imported',
  })
}

/** Somebody new of the list is one person, however many cancers it tells of them. */
const addNewPerson = async (
  context: CommandContext,
  item: ReconciliationItemTable,
  entry: ListEntry,
): Promise<string> => {
  const personId = await addPerson(context, personFields(entry), null)
  const others = await context.db
    .selectFrom('reconciliation_item')
    .select('id')
    .where('reconciliation_id', '=', item.reconciliation_id)
    .where('kind', '=', 'theirs_only')
    .where('list_person', '=', item.list_person)
    .where('person_id', 'is', null)
    .where('id', '<>', item.id)
    .execute()
  for (const { id } of others) await context.update('reconciliation_item', id, { person_id: personId }, null)
  return personId
}

const THERE_BY_NOW =
  'This person has a cancer of this kind on the register that was not there when the list was compared. Look at the person first, or compare the list again. Nothing was changed.'

/**
 * When the two were compared, each cancer of ours that this one could have been was another of the list.
 * @throws AppError `stale` when there is one by now that was not.
 */
const refuseThereByNow = async (
  { db }: CommandContext,
  { reconciliation_id: listId }: ReconciliationItemTable,
  personId: string,
  { diagnosis }: ListEntry,
): Promise<void> => {
  const ours = (await everyCancer(db, personId)).get(personId) ?? []
  const alike = ours.filter((our) => diagnosis !== null && oneCancer(diagnosis, our)).map(({ id }) => id)
  if (alike.length === 0) return
  const told = await db
    .selectFrom('reconciliation_item')
    .select('episode_id')
    .where('reconciliation_id', '=', listId)
    .where('episode_id', 'in', alike)
    .execute()
  const compared = new Set(told.map(({ episode_id: id }) => id))
  if (alike.some((id) => !compared.has(id))) throw new AppError('stale', THERE_BY_NOW)
}

/**
 * Adds a cancer of the list to the register, with its person where nobody there is them.
 * @throws AppError `validation` where the list says too little of them; `conflict` where somebody has their NHS number
 *   by now; `stale` where they have the cancer by now.
 */
export const addToRegister = async (
  context: CommandContext,
  asked: Asked,
): Promise<{ version: number; personId: string }> => {
  const { item } = await undecided(context, asked, 'added')
  const entry = entryFrom(item.entry)
  if (entry === null) throw new Error('an item of the list has nothing of the list')
  if (item.person_id !== null) await refuseThereByNow(context, item, item.person_id, entry)
  const personId = item.person_id ?? (await addNewPerson(context, item, entry))
  const episodeId = await addEpisode(context, personId, episodeFields(entry))
  const linked = await context.update(
    'reconciliation_item',
    item.id,
    { person_id: personId, episode_id: episodeId },
    asked.version,
  )
  return { version: await keepDecision(context, { ...asked, version: linked }, 'added'), personId }
}

const MOVED_ON =
  'Our date is no longer what was compared. Look at the person first, or compare the list again. Nothing was changed.'

/** Takes the date of the list for ours. @throws AppError `stale` when ours has changed since the two were compared. */
export const takeTheirs = async (context: CommandContext, asked: Asked): Promise<number> => {
  const { item } = await undecided(context, asked, 'took_theirs')
  const theirs = partialFrom(item.theirs_date, item.theirs_date_precision)
  const episode =
    item.episode_id === null
      ? undefined
      : await context.db
          .selectFrom('cancer_episode')
          .select(['id', 'diagnosis_date', 'diagnosis_date_precision'])
          .where('id', '=', item.episode_id)
          .executeTakeFirst()
  if (
    theirs === null ||
    episode === undefined ||
    episode.diagnosis_date !== item.ours_date ||
    episode.diagnosis_date_precision !== item.ours_date_precision
  )
    throw new AppError('stale', MOVED_ON)
  await setDiagnosisDate(context, episode.id, theirs)
  return keepDecision(context, asked, 'took_theirs')
}

/** Makes a task of asking the hospital why its list lacks a cancer of ours. */
export const askHospital = async (context: CommandContext, asked: Asked): Promise<number> => {
  const { item, list } = await undecided(context, asked, 'asked')
  await addTask(context, {
    personId: item.person_id,
    title: `Ask the hospital: not on the list “${list.name}”`,
    note: asked.reason === '' ? null : asked.reason,
    dueDate: addDays(context.env.clock.today(), ASK_WITHIN_DAYS),
  })
  return keepDecision(context, asked, 'asked')
}

/**
 * Takes a decision back, with what it changed on the register where nobody has worked on that since.
 * @returns how much was kept because somebody has.
 * @throws AppError `conflict` when nothing is decided; `stale`, `not-found`.
 */
export const takeBack = async (
  context: CommandContext,
  { id, version }: { id: string; version: number },
): Promise<number> => {
  const item = await itemRow(context, id)
  if (item.version !== version)
    throw new AppError('stale', 'Somebody changed this meanwhile. Look at what is there now, then try again.')
  if (item.decision === null || item.decided_seq === null)
    throw new AppError('conflict', 'Nothing has been decided about this yet.')
  if ((item.decision === 'added' || item.decision === 'took_theirs') && !may(context.user.role, 'register.write'))
    throw new AppError('forbidden', 'Your role does not allow this. Ask the cancer lead of your practice.')
  const { restored, kept } = await undoChangeSet(context.handle, context.recorder, item.decided_seq)
  // After a newer list the item is another row than the one that was decided about, and that one is gone.
  await context.update(
    'reconciliation_item',
    id,
    { decision: null, decision_reason: null, decided_by: null, decided_on: null, decided_seq: null },
    null,
  )
  context.note({ takesBack: item.decided_seq, restored, kept })
  return kept
}
