import { recogniseCancerTerm, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import type { Incoming, IncomingBlock, RejectedBlock } from './incoming.ts'
import type { Lookable } from './look.ts'
import type { Match } from './match.ts'
import type { KnownPerson } from './our-people.ts'
import { columnsOf, readKnown, readPeople } from './read-people.ts'

/** Everybody a list names, found on the register by the rules of an import, before anything is decided about them. */
export interface ListPeople {
  readonly people: readonly { readonly incoming: Incoming; readonly match: Match }[]
  readonly rejected: readonly RejectedBlock[]
  /** Everybody on the register. */
  readonly known: readonly KnownPerson[]
  /** The rows of the list as they were read, each once, before those of one person were put together. */
  readonly blocks: readonly IncomingBlock[]
  readonly rowsIn: number
}

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
  context: JobContext,
  draft: Lookable,
  choices: readonly ColumnChoice[],
): Promise<ListPeople> => {
  const blocks: IncomingBlock[] = []
  const plan = await columnsOf(context, draft, choices, [])
  const read = await readPeople(context, draft.table, plan, (block) => {
    const told = { ...block, diagnoses: block.diagnoses.map(asCancerOfPlace) }
    blocks.push(told)
    return told
  })
  const known: KnownPerson[] = []
  const matcher = await readKnown(context, (people) => void known.push(...people))
  const gathered = read.people.take(0, read.people.size)
  return {
    people: gathered.flatMap((one) =>
      one.ok ? [{ incoming: one.incoming, match: matcher.match(one.incoming.person) }] : [],
    ),
    rejected: [...read.rejected, ...gathered.flatMap((one) => (one.ok ? [] : one.rejected))],
    known,
    blocks,
    rowsIn: draft.table.body.length,
  }
}
