import type { IsoDate } from '#shared/domain/partial-date.ts'
import { frozenClock } from '../../clock.ts'
import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'

/** What a day of the story is told with: commands run as they did then, so that they date what they write themselves. */
export const onDay = (
  context: CommandContext,
  ids: Ids,
  day: IsoDate,
  name: string = context.user.name,
): CommandContext => ({
  ...context,
  env: { ...context.env, ids, clock: frozenClock(`${day}T10:00:00.000Z`) },
  user: { ...context.user, name },
  // One entry of the trail holds the whole demo: it is not about any one of these.
  note: () => undefined,
})
