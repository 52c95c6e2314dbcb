import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { blockKey, commonPlaces } from '#shared/features/toolkit/merge.ts'
import type { CommandContext } from '../../context.ts'
import { blockRows } from './documents.ts'

interface Stored {
  readonly id: string
  readonly place: number
  readonly content: string
}

/** A stretch between blocks that are as they were: what stood there, what stands there now, and the room for it. */
interface Stretch {
  readonly old: readonly Stored[]
  readonly now: readonly string[]
  readonly after: number
  readonly before: number
}

const STEP = 1024

const stretchesOf = (old: readonly Stored[], now: readonly string[]): Stretch[] => {
  const pairs = commonPlaces(
    old.map(({ content }) => content),
    now,
  )
  let fromOld = 0
  let fromNow = 0
  return [...pairs, [old.length, now.length] as const].flatMap(([toOld, toNow]) => {
    const stretch = {
      old: old.slice(fromOld, toOld),
      now: now.slice(fromNow, toNow),
      after: old[fromOld - 1]?.place ?? 0,
      before: old[toOld]?.place ?? Infinity,
    }
    fromOld = toOld + 1
    fromNow = toNow + 1
    return stretch.old.length === 0 && stretch.now.length === 0 ? [] : [stretch]
  })
}

/** Places for new blocks between two that stay; null where the room between them is used up. */
const placesIn = (after: number, before: number, count: number): number[] | null => {
  const step = before === Infinity ? STEP : (before - after) / (count + 1)
  const places = Array.from({ length: count }, (_, at) => after + step * (at + 1))
  const isRising = places.every((place, at) => place > (places[at - 1] ?? after) && place < before)
  return isRising ? places : null
}

const storeStretch = async (context: CommandContext, documentId: string, stretch: Stretch): Promise<boolean> => {
  const { old, now, after, before } = stretch
  const kept = Math.min(old.length, now.length)
  const added = now.slice(kept)
  const places = placesIn(old[kept - 1]?.place ?? after, old[kept]?.place ?? before, added.length)
  if (places === null) return false
  for (const [at, { id }] of old.entries()) {
    if (at < kept) await context.update('toolkit_block', id, { content: now[at] ?? '' }, null)
    else await context.remove('toolkit_block', id, null)
  }
  await context.insertMany(
    'toolkit_block',
    added.map((content, at) => ({
      id: context.env.ids.next(),
      document_id: documentId,
      place: places[at] ?? 0,
      content,
    })),
  )
  return true
}

/** Gives every block a whole place again. */
const spread = async (context: CommandContext, old: readonly Stored[]): Promise<void> => {
  for (const [at, { id }] of old.entries()) await context.update('toolkit_block', id, { place: (at + 1) * STEP }, null)
}

/** Stores a text: the blocks that differ, and no others. @returns whether anything did. */
export const storeText = async (
  context: CommandContext,
  documentId: string,
  text: ToolkitDocument,
): Promise<boolean> => {
  const old = await blockRows(context.db, documentId)
  const now = text.content.map(blockKey)
  const stretches = stretchesOf(old, now)
  for (const stretch of stretches) {
    if (await storeStretch(context, documentId, stretch)) continue
    await spread(context, await blockRows(context.db, documentId))
    await storeText(context, documentId, text)
    return true
  }
  return stretches.length > 0
}
