import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { LEARNING_THEMES } from '#shared/features/learning/codes.ts'
import type { learningActionFieldsSchema, AnalysisFields } from '#shared/features/learning/schema.ts'
import { LEARNING_RULES_VERSION } from '#shared/features/learning/suggestions.ts'
import type { z } from 'zod'
import type { CommandContext } from '../../context.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { LearningEventTable } from '../../db/schema-of-learning.ts'
import { addTask } from '../tasks/public.ts'
import { learningRow } from './queries.ts'
import { suggestedDiagnoses } from './suggested.ts'

interface OfDiagnosis {
  readonly personId: string
  readonly episodeId: string
}

interface Which {
  readonly personId: string
  readonly id: string
}

interface Written {
  readonly id: string
  readonly version: number
}

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const ofDiagnosis = async (
  { db }: CommandContext,
  { personId, episodeId }: OfDiagnosis,
): Promise<LearningEventTable | null> => {
  const episode = await db
    .selectFrom('cancer_episode')
    .select('id')
    .where('id', '=', episodeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (episode === undefined) throw new AppError('not-found', 'This diagnosis is no longer on the register.')
  const row = await db.selectFrom('learning_event').selectAll().where('episode_id', '=', episodeId).executeTakeFirst()
  return row ?? null
}

/** A row about a diagnosis, with why it is suggested today; none of the reasons where somebody takes it up unasked. */
const newRow = async (
  context: CommandContext,
  { personId, episodeId }: OfDiagnosis,
): Promise<NewRow<'learning_event'>> => {
  const { db, env, user } = context
  const [suggested] = await suggestedDiagnoses(db, { episodeId }, env.clock.today())
  return {
    id: env.ids.next(),
    person_id: personId,
    episode_id: episodeId,
    state: 'draft',
    reasons: JSON.stringify(suggested?.reasons ?? []),
    rules_version: LEARNING_RULES_VERSION,
    opened_on: env.clock.today(),
    opened_by: user.name,
    themes: '[]',
  }
}

/**
 * Begins the analysis of a diagnosis, or takes up one that was set aside.
 * @throws AppError `conflict` where there is one already.
 */
export const takeUp = async (context: CommandContext, which: OfDiagnosis): Promise<Written> => {
  const there = await ofDiagnosis(context, which)
  if (there === null) {
    const row = await newRow(context, which)
    await context.insert('learning_event', { ...row, led_by: context.user.name })
    return { id: row.id, version: 1 }
  }
  if (there.state !== 'set_aside')
    throw new AppError('conflict', 'There is an analysis of this diagnosis already. Open it from the list.')
  const patch = { state: 'draft', set_aside_reason: null } as const
  return { id: there.id, version: await context.update('learning_event', there.id, patch, null) }
}

/**
 * Sets a suggestion or a draft aside; what is written in the draft stays.
 * @throws AppError `conflict` where it was discussed.
 */
export const setAside = async (
  context: CommandContext,
  { reason, ...which }: OfDiagnosis & { readonly reason: string },
): Promise<Written> => {
  const there = await ofDiagnosis(context, which)
  const patch = { state: 'set_aside', set_aside_reason: reason } as const
  if (there === null) {
    const row = await newRow(context, which)
    await context.insert('learning_event', { ...row, ...patch })
    return { id: row.id, version: 1 }
  }
  if (there.state !== 'draft')
    throw new AppError('conflict', 'This was discussed or set aside already. Look at it before you set it aside.')
  return { id: there.id, version: await context.update('learning_event', there.id, patch, null) }
}

const isWritten = (row: LearningEventTable): boolean =>
  [row.what_happened, row.went_well, row.could_be_better, row.contributory_factors, row.learning_points].some(
    (text) => text !== null,
  )

/** Brings back what was set aside: a suggestion goes by the rules again, a draft with words in it is a draft again. */
export const bringBack = async (context: CommandContext, which: Which, version: number): Promise<void> => {
  const row = await learningRow(context.db, which.personId, which.id)
  if (row.version === version && row.state !== 'set_aside')
    throw new AppError('conflict', 'This is not set aside any more.')
  const actions = await context.db
    .selectFrom('learning_action')
    .select('id')
    .where('learning_event_id', '=', row.id)
    .executeTakeFirst()
  if (isWritten(row) || actions !== undefined)
    await context.update('learning_event', row.id, { state: 'draft', set_aside_reason: null }, version)
  else await context.remove('learning_event', row.id, version)
}

const blankToNull = (text: string): string | null => (text === '' ? null : text)

const requireOpen = (row: LearningEventTable, version: number): void => {
  if (row.version !== version) return
  if (row.state === 'closed')
    throw new AppError('conflict', 'This analysis is closed. Open it again to change what it says.')
  if (row.state === 'set_aside') throw new AppError('conflict', 'This was set aside. Take it up again to write in it.')
}

/** Keeps what is written. What is half written is kept too: only the next step asks for more. */
export const saveAnalysis = async (
  context: CommandContext,
  which: Which,
  version: number,
  fields: AnalysisFields,
): Promise<number> => {
  const row = await learningRow(context.db, which.personId, which.id)
  requireOpen(row, version)
  if (row.state === 'discussed') checkDiscussed(context, fields.meetingDate)
  const themes = LEARNING_THEMES.flatMap(({ code }) => (fields.themes.includes(code) ? [code] : []))
  return context.update(
    'learning_event',
    row.id,
    {
      led_by: fields.ledBy,
      meeting_date: fields.meetingDate,
      took_part: blankToNull(fields.tookPart),
      what_happened: blankToNull(fields.whatHappened),
      went_well: blankToNull(fields.wentWell),
      could_be_better: blankToNull(fields.couldBeBetter),
      themes: JSON.stringify(themes),
      contributory_factors: blankToNull(fields.contributoryFactors),
      avoidable: fields.avoidable,
      learning_points: blankToNull(fields.learningPoints),
      review_date: fields.reviewDate,
    },
    version,
  )
}

const checkDiscussed = ({ env }: CommandContext, meetingDate: string | null): void => {
  const today = env.clock.today()
  if (meetingDate === null) refuse('meetingDate', 'Enter the day of the meeting')
  else if (meetingDate > today)
    refuse('meetingDate', `The meeting is still to come. Enter a day up to ${formatIsoDate(today)}`)
}

/**
 * How far an analysis is. To be discussed it needs a meeting that was held; to be closed a theme and what was learnt.
 * @throws AppError `validation` that names what is missing.
 */
export const setLearningState = async (
  context: CommandContext,
  which: Which,
  version: number,
  state: 'draft' | 'discussed' | 'closed',
): Promise<number> => {
  const row = await learningRow(context.db, which.personId, which.id)
  if (row.version === version && row.state === 'set_aside') requireOpen(row, version)
  if (row.version === version && state !== 'draft') {
    checkDiscussed(context, row.meeting_date)
    if (state === 'closed') {
      if (row.themes === '[]') refuse('themes', 'Choose a theme before you close it')
      if (row.learning_points === null) refuse('learningPoints', 'Write down what was learnt before you close it')
    }
  }
  const closedOn = state === 'closed' ? context.env.clock.today() : null
  return context.update('learning_event', row.id, { state, closed_on: closedOn }, version)
}

/** Adds a change that was agreed, as a task: about the practice, or about this person. One undo takes back both. */
export const addLearningAction = async (
  context: CommandContext,
  which: Which,
  action: z.output<typeof learningActionFieldsSchema>,
): Promise<{ id: string; taskId: string }> => {
  const row = await learningRow(context.db, which.personId, which.id)
  requireOpen(row, row.version)
  const { title, ownerId, dueDate, aboutPerson } = action
  const taskId = await addTask(context, { title, ownerId, dueDate, personId: aboutPerson ? row.person_id : null })
  const id = context.env.ids.next()
  await context.insert('learning_action', {
    id,
    learning_event_id: row.id,
    person_id: row.person_id,
    task_id: taskId,
  })
  return { id, taskId }
}
