import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { NOT_LOGGED_YET, stepOf, suspectedGroup, usualPathway } from '#shared/features/pathways/public.ts'
import type { CommandContext } from '../../context.ts'
import { addPathway } from './commands.ts'
import { type ClockedPathway, clockedPathways, diagnosesOver62 } from './breaches.ts'
import { candidatesOf, type JudgedPathway, judgedPathways, openPathways } from './queries.ts'
import { dropSignOffs, mayLoseSignOffs } from './sign-offs.ts'

/** What other features may use of pathways in the core. */
export { clockedPathways, diagnosesOver62, dropSignOffs, judgedPathways, mayLoseSignOffs, openPathways }
export type { ClockedPathway, JudgedPathway }
export { readClockRules } from './clock-choices.ts'

/** The diagnosis that a referral led to, when it was logged afterwards; else what its own words say. */
const groupOf = async (
  { db }: CommandContext,
  event: NewJourneyEvent,
): Promise<{ tumourGroup: TumourGroup; episodeId: string | null }> => {
  const said = suspectedGroup(event.note)
  const episode =
    event.episodeId === null
      ? undefined
      : await db
          .selectFrom('cancer_episode')
          .select(['id', 'tumour_group', 'diagnosis_date'])
          .where('id', '=', event.episodeId)
          .executeTakeFirst()
  const ledToIt = episode?.diagnosis_date != null && episode.diagnosis_date >= event.date
  if (episode === undefined || !ledToIt) return { tumourGroup: said, episodeId: null }
  const group = episode.tumour_group as TumourGroup
  return said === 'not_known' || said === group
    ? { tumourGroup: group, episodeId: episode.id }
    : { tumourGroup: said, episodeId: null }
}

/**
 * The pathway of an event about which nobody said: a referral starts one in the same command, a hospital step goes to
 * the only one it can follow on, a letter to that of the event it answers. null: to none.
 */
export const pathwayForEvent = async (context: CommandContext, event: NewJourneyEvent): Promise<string | null> => {
  if (event.answersEventId !== null) {
    const answered = await context.db
      .selectFrom('journey_event')
      .select('pathway_id')
      .where('id', '=', event.answersEventId)
      .executeTakeFirst()
    if (answered?.pathway_id != null) return answered.pathway_id
  }
  const choice = usualPathway(await candidatesOf(context.db, event.personId), { id: NOT_LOGGED_YET, ...event })
  if (choice.kind === 'one') return choice.id
  // A referral that nobody placed is not left on no pathway, where no list would have it.
  const priority = choice.kind === 'starts' ? choice.priority : choice.kind === 'ask' ? choice.starts : null
  if (priority === null) return null
  return addPathway(context, {
    personId: event.personId,
    ...(await groupOf(context, event)),
    priority,
    hospital: event.hospital ?? null,
  })
}

/** A pathway learns its diagnosis when that is told on it, where the two are of one tumour group. */
export const linkDiagnosis = async (
  { db, update }: CommandContext,
  pathwayId: string | null,
  { eventType, episodeId }: Pick<NewJourneyEvent, 'eventType' | 'episodeId'>,
): Promise<void> => {
  if (pathwayId === null || episodeId === null || stepOf(eventType) !== 'told_cancer') return
  const pathway = await db
    .selectFrom('pathway')
    .innerJoin('cancer_episode', 'cancer_episode.tumour_group', 'pathway.tumour_group')
    .select('pathway.episode_id')
    .where('pathway.id', '=', pathwayId)
    .where('cancer_episode.id', '=', episodeId)
    .executeTakeFirst()
  if (pathway?.episode_id === null) await update('pathway', pathwayId, { episode_id: episodeId }, null)
}
