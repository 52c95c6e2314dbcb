import { AppError } from '#shared/contract/errors.ts'
import { type Finding, findingsOf } from '#shared/features/checks/public.ts'
import type { Kept } from '#shared/features/checks/schema.ts'
import type { CommandContext } from '../../context.ts'
import { checkFactsOf, isDemoPractice } from '../../projections/check-hits.ts'
import { readFacts } from '../../projections/person-facts.ts'

/** What the rules find about somebody as they are at this point of the transaction. */
const findingsNow = async ({ handle, env }: CommandContext, personId: string): Promise<readonly Finding[]> => {
  const [facts] = await readFacts(handle, [personId])
  if (facts === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  return findingsOf(checkFactsOf(facts, isDemoPractice(handle), env.clock.today()))
}

/** One reason a finding: a reason for other values makes room for the new one. */
const storeReason = async (
  context: CommandContext,
  personId: string,
  { rule, subjectId, fingerprint }: Finding,
  reason: string,
): Promise<void> => {
  const { db, env, user } = context
  const given = { fingerprint, reason, by_name: user.name, made_on: env.clock.today() }
  const earlier = await db
    .selectFrom('check_override')
    .select('id')
    .where('person_id', '=', personId)
    .where('rule', '=', rule)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  if (earlier !== undefined) await context.update('check_override', earlier.id, given, null)
  else
    await context.insert('check_override', {
      id: env.ids.next(),
      person_id: personId,
      rule,
      subject_id: subjectId,
      ...given,
    })
}

/**
 * Keeps something unusual with a reason.
 * @throws AppError `not-found` when the rule does not ask about it any more, `conflict` for what cannot be so.
 */
export const keepUnusual = async (
  context: CommandContext,
  { personId, rule, subjectId, reason }: { personId: string; rule: string; subjectId: string; reason: string },
): Promise<void> => {
  const finding = (await findingsNow(context, personId)).find((one) => one.rule === rule && one.subjectId === subjectId)
  if (finding === undefined)
    throw new AppError('not-found', 'There is nothing to keep any more: somebody has changed what was unusual.')
  if (finding.severity === 'error')
    throw new AppError('conflict', 'This cannot be so, whatever the reason. Correct it instead.')
  context.note({ rule })
  await storeReason(context, personId, finding, reason)
}

/**
 * Keeps what somebody looked at in a form, in the transaction that saves the form, so that one undo takes back both.
 * What is not found as it was asked about is passed over: then the values are others and will be asked about again.
 */
export const keepWithSave = async (context: CommandContext, personId: string, kept: readonly Kept[]): Promise<void> => {
  if (kept.length === 0) return
  const findings = await findingsNow(context, personId)
  for (const { rule, fingerprint, reason } of kept) {
    const asked = findings.filter(
      (one) => one.rule === rule && one.fingerprint === fingerprint && one.severity === 'warning',
    )
    for (const finding of asked) await storeReason(context, personId, finding, reason)
  }
}

/** As {@link keepWithSave}, for the person whose diagnosis this is. */
export const keepWithEpisode = async (
  context: CommandContext,
  episodeId: string,
  kept: readonly Kept[],
): Promise<void> => {
  if (kept.length === 0) return
  const { person_id } = await context.db
    .selectFrom('cancer_episode')
    .select('person_id')
    .where('id', '=', episodeId)
    .executeTakeFirstOrThrow()
  await keepWithSave(context, person_id, kept)
}

/** Takes back a reason. @throws AppError `not-found`, `stale`. */
export const askAgain = (context: CommandContext, id: string, version: number): Promise<void> =>
  context.remove('check_override', id, version)
