import { AppError } from '#shared/contract/errors.ts'
import type { EntryFields, EntryKind } from '#shared/features/development/schema.ts'
import type { CommandContext } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { contactsOf } from '../contacts/public.ts'
import { refuse, requireCome } from '../plan/public.ts'

const TABLES = {
  need: 'development_need',
  goal: 'development_goal',
  evidence: 'development_evidence',
  session: 'development_session',
  question: 'development_question',
} as const satisfies Record<EntryKind, string>

type Fields<Kind extends EntryKind> = Extract<EntryFields, { kind: Kind }>

interface Which {
  readonly id: string
  readonly version: number
}

const GONE = 'This is gone. It may have been removed on another screen.'

/**
 * Refuses what is not the user's own, in the words for what is not there: nobody learns what others have.
 * @throws AppError `not-found`.
 */
const requireOwn = async ({ db, user }: CommandContext, kind: EntryKind, id: string): Promise<void> => {
  // Each of these tables has both columns; the cast names one of them for the builder.
  const row = await db
    .selectFrom(TABLES[kind] as 'development_goal')
    .select('user_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.user_id !== user.id) throw new AppError('not-found', GONE)
}

const requireFreeArea = async ({ db, user }: CommandContext, { area }: Fields<'need'>, id: string): Promise<void> => {
  const other = await db
    .selectFrom('development_need')
    .select('id')
    .where('user_id', '=', user.id)
    .where('area', '=', area)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other !== undefined) refuse('entry.area', 'This area is written down already. Change it there')
}

const requirePeer = async ({ db }: CommandContext, { contactId }: Fields<'question'>, id: string): Promise<void> => {
  if (contactId === null) return
  const peers = await contactsOf(db, 'peer')
  if (peers.some((peer) => peer.id === contactId)) return
  // Whoever was asked stays written down, though they count as something else by now.
  const before = await db
    .selectFrom('development_question')
    .select('contact_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (before?.contact_id !== contactId) refuse('entry.contactId', 'Choose somebody who is a peer in your contacts')
}

/** What a row cannot tell by itself. @param id of the row; of a new one, its id to be. */
const check = async (context: CommandContext, entry: EntryFields, id: string): Promise<void> => {
  switch (entry.kind) {
    case 'need':
      return requireFreeArea(context, entry, id)
    case 'goal':
      return requireCome(context, 'entry.doneOn', entry.doneOn)
    case 'evidence':
      requireCome(context, 'entry.learntOn', entry.learntOn)
      if (entry.goalId !== null) await requireOwn(context, 'goal', entry.goalId)
      return
    case 'session':
      return requireCome(context, 'entry.heldOn', entry.heldOn)
    case 'question':
      requireCome(context, 'entry.askedOn', entry.askedOn)
      requireCome(context, 'entry.answeredOn', entry.answeredOn)
      return requirePeer(context, entry, id)
  }
}

const needColumns = ({ area, words, levelNow, levelWanted }: Fields<'need'>) => ({
  area,
  words,
  level_now: levelNow,
  level_wanted: levelWanted,
})

const goalColumns = ({ title, area, why, how, byWhen, doneOn, evidence }: Fields<'goal'>) => ({
  title,
  area,
  why,
  how,
  by_when: byWhen,
  done_on: doneOn,
  evidence,
})

const evidenceColumns = ({ learntOn, words, form, hours, reflection, goalId }: Fields<'evidence'>) => ({
  learnt_on: learntOn,
  words,
  form,
  hours,
  reflection,
  goal_id: goalId,
})

const sessionColumns = ({ title, role, audience, people, hours, ...fields }: Fields<'session'>) => ({
  held_on: fields.heldOn,
  title,
  role,
  audience,
  people,
  hours,
  met_need: fields.metNeed,
  right_level: fields.rightLevel,
  will_change: fields.willChange,
  well_run: fields.wellRun,
  to_change: fields.toChange,
})

const questionColumns = ({ question, answer, contactId, askedOn, answeredOn, useful }: Fields<'question'>) => ({
  question,
  contact_id: contactId,
  asked_on: askedOn,
  answer,
  answered_on: answeredOn,
  useful: useful === null ? null : Number(useful),
})

/**
 * Writes something down for whoever is signed in.
 * @throws AppError `validation` for days to come, an area twice and a contact who is no peer; `not-found` for a goal of
 * somebody else.
 */
export const addEntry = async (context: CommandContext, entry: EntryFields): Promise<string> => {
  const id = context.env.ids.next()
  await check(context, entry, id)
  const own = { id, user_id: context.user.id }
  switch (entry.kind) {
    case 'need':
      await context.insert(TABLES.need, { ...own, ...needColumns(entry) })
      break
    case 'goal':
      await context.insert(TABLES.goal, { ...own, ...goalColumns(entry) })
      break
    case 'evidence':
      await context.insert(TABLES.evidence, { ...own, ...evidenceColumns(entry) })
      break
    case 'session':
      await context.insert(TABLES.session, { ...own, ...sessionColumns(entry) })
      break
    case 'question':
      await context.insert(TABLES.question, { ...own, ...questionColumns(entry) })
  }
  return id
}

/** @throws AppError as {@link addEntry}; `not-found` for what is somebody else's; `stale` as the recorder does. */
export const saveEntry = async (
  context: CommandContext,
  { id, version, entry }: Which & { readonly entry: EntryFields },
): Promise<number> => {
  await requireOwn(context, entry.kind, id)
  await check(context, entry, id)
  switch (entry.kind) {
    case 'need':
      return context.update(TABLES.need, id, needColumns(entry), version)
    case 'goal':
      return context.update(TABLES.goal, id, goalColumns(entry), version)
    case 'evidence':
      return context.update(TABLES.evidence, id, evidenceColumns(entry), version)
    case 'session':
      return context.update(TABLES.session, id, sessionColumns(entry), version)
    case 'question':
      return context.update(TABLES.question, id, questionColumns(entry), version)
  }
}

/** Removes an entry; evidence for a goal that goes stays, for none. @throws AppError as {@link saveEntry}. */
export const removeEntry = async (
  context: CommandContext,
  { id, version, kind }: Which & { readonly kind: EntryKind },
): Promise<void> => {
  await requireOwn(context, kind, id)
  await removeWithBelongings(context.handle, context.recorder, TABLES[kind], id, version)
}
