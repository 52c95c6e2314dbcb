import type { NewNetworkPractice } from '#shared/features/network/schema.ts'
import type { CommandContext } from '../../context.ts'

/**
 * Puts practices on the list of the network, each once: of two with the same code the first counts, and one that is on
 * the list already stays as it is.
 */
export const addPractices = async (
  context: CommandContext,
  practices: readonly NewNetworkPractice[],
): Promise<{ added: number; undo: number }> => {
  const listed = await context.db.selectFrom('network_practice').select('ods_code').execute()
  const known = new Set(listed.map(({ ods_code }) => ods_code))
  const wanted = new Map(practices.toReversed().map((practice) => [practice.odsCode, practice]))
  const fresh = [...wanted.values()].filter(({ odsCode }) => !known.has(odsCode)).toReversed()
  await context.insertMany(
    'network_practice',
    fresh.map(({ odsCode, name, listSize }) => ({
      id: context.env.ids.next(),
      ods_code: odsCode,
      name,
      list_size: listSize,
    })),
  )
  context.note({ practices: fresh.length })
  return { added: fresh.length, undo: context.auditSeq }
}
