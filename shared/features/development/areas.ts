import { FIVE_OBJECTIVES } from '#shared/features/plan/public.ts'

const titleOf = (number: number): string =>
  FIVE_OBJECTIVES.find((objective) => objective.number === number)?.words ?? `Objective ${number}`

/** What the role of a lead asks of somebody: its five objectives, and what all of them need. Our own list. */
export const AREAS = [
  { code: 'objective_1', label: `1. ${titleOf(1)}` },
  { code: 'objective_2', label: `2. ${titleOf(2)}` },
  { code: 'objective_3', label: `3. ${titleOf(3)}` },
  { code: 'objective_4', label: `4. ${titleOf(4)}` },
  { code: 'objective_5', label: `5. ${titleOf(5)}` },
  { code: 'leadership', label: 'Leadership' },
  { code: 'data', label: 'Data and measures' },
  { code: 'communication', label: 'Communication' },
  { code: 'clinical', label: 'Clinical knowledge' },
  { code: 'people', label: 'Working with people affected' },
] as const
export type Area = (typeof AREAS)[number]['code']
export const AREA_CODES = AREAS.map(({ code }) => code)

/** The words of an area. */
export const areaLabel = (area: Area): string => AREAS.find(({ code }) => code === area)?.label ?? area

/** How far somebody is in an area, from 1. */
export const LEVELS = ['New to it', 'Can do it with help', 'Can do it alone', 'Could teach it'] as const

/** "3, can do it alone". @param level from 1 to 4. */
export const levelWords = (level: number): string => `${level}, ${(LEVELS[level - 1] ?? '').toLowerCase()}`
