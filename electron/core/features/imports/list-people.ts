import { recogniseCancerTerm, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { firstLine, type Incoming, type IncomingBlock, rejectionOf, type RejectedBlock } from './incoming.ts'
import type { Lookable } from './look.ts'
import { KnownPeople, type Match } from './match.ts'
import { mergeBlocks } from './merge-blocks.ts'
import type { OurRow } from './our-people.ts'
import { PeopleOfFile } from './people-of-file.ts'
import { columnsOf, peopleFile, readBlocks, readEverybody } from './read-people.ts'

/** Everybody a list names, found on the register by the rules of an import, before anything is decided about them. */
export interface ListPeople {
  readonly people: readonly { readonly incoming: Incoming; readonly match: Match }[]
  readonly rejected: readonly RejectedBlock[]
  /** Everybody on the register. */
  readonly known: Iterable<OurRow>
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
 * A list of cancers names the place and means a cancer of it: `Sigmoid colon`. A record on the register may
 * hold such words without a group, as they were typed or came in; to compare two lists of cancers by it is safe.
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
  const plan = await columnsOf(context, draft, choices, [])
  const people = new PeopleOfFile()
  const blocks: IncomingBlock[] = []
  const rejected: RejectedBlock[] = []
  const file = peopleFile(draft.table, plan, context.env.clock.today())
  const slices = readBlocks(context, file, 'Reading people', {
    block(block) {
      const told = { ...block, diagnoses: block.diagnoses.map(asCancerOfPlace) }
      people.add(told)
      blocks.push(told)
    },
    rejected: (block) => rejected.push(block),
  })
  while ((await slices.next()).done !== true);
  rejected.push(...people.settle())
  const everybody = await readEverybody(context)
  const known = new KnownPeople(everybody)
  const byLine = new Map(blocks.map((block) => [firstLine(block), block]))
  const found: ListPeople['people'][number][] = []
  for (const { lines, warnings } of people.everybody()) {
    const own = lines.flatMap((line) => byLine.get(line) ?? [])
    const merged = mergeBlocks(own, warnings, 'compared')
    if (merged.ok) found.push({ incoming: merged.incoming, match: known.match(merged.incoming.person) })
    else rejected.push(...own.map((block) => rejectionOf(block, merged.reason)))
  }
  return { people: found, rejected, known: everybody, blocks, rowsIn: draft.table.body.length }
}
