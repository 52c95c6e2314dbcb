import type { PlanNote, PlanTheme } from '#shared/features/brainstorm/schema.ts'

/** A theme as the board answers it. */
export const aTheme = (id: string, title: string, objectiveId: string | null = null): PlanTheme => ({
  id,
  version: 1,
  title,
  objectiveId,
})

/** A note as the board answers it. */
export const aNote = (id: string, themeId: string | null, votes = 0, change: Partial<PlanNote> = {}): PlanNote => ({
  id,
  version: 1,
  themeId,
  words: `About ${id}`,
  saidBy: null,
  votes,
  actionCode: null,
  ...change,
})
