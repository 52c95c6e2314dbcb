import { recogniseCancerTerm, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { planColumns } from './column-plan.ts'
import { layoutOf } from './find-table.ts'
import type { IncomingBlock, RejectedBlock } from './incoming.ts'
import type { Table } from './layouts/layout.ts'
import { knownPeople } from './our-people.ts'
import { mapBlocks, matchPeople, type ReadFile } from './plan.ts'

/** Everybody a list names, found on the register by the rules of an import, before anything is decided about them. */
export interface ListPeople extends ReadFile {
  /** The rows of the list as they were read, each once, before those of one person were put together. */
  readonly blocks: readonly IncomingBlock[]
  readonly rowsIn: number
}

const BLOCKS_A_SLICE = 1_000

interface Placed {
  readonly kind: string
  readonly tumourGroup: TumourGroup
  readonly site: string | null
}

/**
 * A list of cancers names the place and means a cancer of it: `Sigmoid colon`. In a practice's own record such words
 * might mean anything, so an import leaves the group for a person to choose; to compare two lists of cancers by it is
 * safe.
 */
export const asCancerOfPlace = <Cancer extends Placed>(cancer: Cancer): Cancer => {
  if (cancer.tumourGroup !== 'not_known' || cancer.kind !== 'new_primary' || cancer.site === null) return cancer
  const found = recogniseCancerTerm(`cancer of ${cancer.site}`)
  return found === null || found.kind !== 'new_primary'
    ? cancer
    : { ...cancer, tumourGroup: found.tumourGroup, site: found.site }
}

/**
 * Reads a list as people and finds them on the register as an import would. Saves nothing.
 * @throws AppError `validation` when people cannot be told apart by the columns chosen.
 */
export const listPeople = async (
  { env, report, read }: JobContext,
  table: Table,
  choices: readonly ColumnChoice[],
): Promise<ListPeople> => {
  const today = env.clock.today()
  const plan = planColumns(table, choices, today)
  const blocks = layoutOf(table.layout).blocks(table.body, (column) => plan.isIdentifier(column))
  const into: { read: IncomingBlock[]; rejected: RejectedBlock[] } = { read: [], rejected: [] }
  for (let start = 0; start < blocks.length; start += BLOCKS_A_SLICE) {
    await report({ step: 'Reading people', done: start, total: blocks.length, unit: 'people' })
    mapBlocks(blocks.slice(start, start + BLOCKS_A_SLICE), plan, today, into)
  }
  await report({ step: 'Comparing with the register', done: 0, total: into.read.length, unit: 'people' })
  const told = into.read.map((block) => ({ ...block, diagnoses: block.diagnoses.map(asCancerOfPlace) }))
  const file = matchPeople(told, into.rejected, await knownPeople(read))
  return { ...file, blocks: told, rowsIn: table.body.length }
}
