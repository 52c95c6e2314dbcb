import type { Plan, PlanObjective, PlanYear } from '#shared/features/plan/schema.ts'
import type { PlanNote, PlanTheme } from './schema.ts'

/** One action that the notes suggest. Nothing of it is kept before the draft is accepted. */
export interface Suggestion {
  /** The note that it comes from. */
  readonly noteId: string
  readonly theme: string
  readonly title: string
  readonly votes: number
  readonly objectiveId: string
  readonly year: PlanYear
}

export interface Draft {
  readonly suggestions: readonly Suggestion[]
  /** Notes that no action is suggested from: in no theme, with fewer votes, or said already. */
  readonly leftOver: readonly PlanNote[]
}

/** What the draft takes of a plan: the squares that are filled already count when it spreads. */
export type DraftPlan = {
  readonly objectives: readonly Pick<PlanObjective, 'id' | 'number'>[]
  readonly actions: readonly (Pick<Plan['actions'][number], 'objectiveId' | 'title'> & { readonly year: PlanYear })[]
}

/** Of each theme, the most voted note falls in year 1, the next in year 2 and the third in year 3. */
const YEARS: readonly PlanYear[] = [1, 2, 3]

/**
 * Beginnings of words by which a note speaks of one of the five objectives, by its number. A first guess, made to be
 * corrected in the draft: no rule of anybody's.
 */
const SPEAKS_OF: Readonly<Record<number, readonly string[]>> = {
  1: [
    'lead',
    'protocol',
    'policy',
    'meeting',
    'responsib',
    'hand over',
    'handover',
    'who does',
    'training',
    'staff',
    'time',
  ],
  2: ['network', 'alliance', 'neighbour', 'other practices', 'share', 'compare', 'figures', 'report', 'benchmark'],
  3: [
    'service',
    'clinic',
    'commission',
    'prehab',
    'rehab',
    'fund',
    'transport',
    'local',
    'capacity',
    'directory',
    'plan for',
  ],
  4: [
    'letter',
    'review',
    'safety',
    'audit',
    'delay',
    'late',
    'wait',
    'week',
    'diagnos',
    'screen',
    'template',
    'code',
    'result',
    'summary',
    'referral',
    'register',
    'missed',
    'treatment',
    'follow-up',
    'follow up',
  ],
  5: [
    'patient',
    'carer',
    'famil',
    'people',
    'ask',
    'listen',
    'money',
    'benefit',
    'support',
    'need',
    'feel',
    'worr',
    'told',
    'inform',
    'alone',
    'isolat',
    'voice',
    'language',
    'nurse',
  ],
}

/** What two notes have in common that say the same. */
export const sameWords = (text: string): string =>
  text
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const timesSaid = (text: string, beginnings: readonly string[]): number => {
  const words = ` ${text.toLocaleLowerCase('en-GB').replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `
  return beginnings.filter((beginning) => words.includes(` ${beginning}`)).length
}

/** How much a note speaks of an objective: its own words weigh more than those of its theme. */
const speaksOf = (number: number, note: string, theme: string): number => {
  const beginnings = SPEAKS_OF[number] ?? []
  return 2 * timesSaid(note, beginnings) + timesSaid(theme, beginnings)
}

type Square = Pick<Suggestion, 'objectiveId' | 'year'>

const filled = (squares: readonly Square[], objectiveId: string, year: PlanYear): number =>
  squares.filter((square) => square.objectiveId === objectiveId && square.year === year).length

/** The objective that a note speaks of most; among equals the one with least in that year, then with least in all. */
const objectiveOf = (
  note: PlanNote,
  theme: PlanTheme,
  year: PlanYear,
  objectives: DraftPlan['objectives'],
  squares: readonly Square[],
): string | undefined => {
  if (theme.objectiveId !== null && objectives.some(({ id }) => id === theme.objectiveId)) return theme.objectiveId
  const ranked = objectives
    .map(({ id, number }) => ({
      id,
      number,
      spoken: speaksOf(number, note.words, theme.title),
      inYear: filled(squares, id, year),
      inAll: squares.filter(({ objectiveId }) => objectiveId === id).length,
    }))
    .toSorted((a, b) => b.spoken - a.spoken || a.inYear - b.inYear || a.inAll - b.inAll || a.number - b.number)
  return ranked[0]?.id
}

const LONGEST_TITLE = 120

/** A note as the title of an action: cut at a word where it is too long. */
export const titleOf = (words: string): string => {
  if (words.length <= LONGEST_TITLE) return words
  const cut = words.slice(0, LONGEST_TITLE - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > LONGEST_TITLE / 2 ? space : cut.length).trimEnd()}…`
}

/** Notes of a theme that may become actions, the most voted first; what is said twice counts once, with its most votes. */
const candidatesOf = (theme: PlanTheme, notes: readonly PlanNote[], said: ReadonlySet<string>): PlanNote[] => {
  const seen = new Set(said)
  return notes
    .filter(({ themeId, actionCode }) => themeId === theme.id && actionCode === null)
    .toSorted((a, b) => b.votes - a.votes)
    .filter(({ words }) => {
      const key = sameWords(words)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}

/**
 * A first draft of a plan from its brainstorm. Every theme gives its three most voted notes, one to each year, and those
 * that are actions already count among the three: a draft that was accepted suggests no more of itself. Each goes
 * to the objective of its theme, or else to the one that its words speak of, or else to the emptiest. What is said twice,
 * is an action already, or has been made into one, is not suggested.
 * @param notes in the order of the board, which settles between equal votes.
 */
export const draftFrom = (themes: readonly PlanTheme[], notes: readonly PlanNote[], plan: DraftPlan): Draft => {
  const said = new Set(plan.actions.map(({ title }) => sameWords(title)))
  const squares: Square[] = [...plan.actions]
  const suggestions: Suggestion[] = []
  for (const theme of themes) {
    const years = YEARS.slice(
      notes.filter(({ themeId, actionCode }) => themeId === theme.id && actionCode !== null).length,
    )
    for (const [index, note] of candidatesOf(theme, notes, said).slice(0, years.length).entries()) {
      const year = years[index] ?? 3
      const objectiveId = objectiveOf(note, theme, year, plan.objectives, squares)
      if (objectiveId === undefined) continue
      const { id: noteId, words, votes } = note
      const suggestion = { noteId, theme: theme.title, title: titleOf(words), votes, objectiveId, year }
      suggestions.push(suggestion)
      squares.push(suggestion)
      said.add(sameWords(words))
    }
  }
  const taken = new Set(suggestions.map(({ noteId }) => noteId))
  return { suggestions, leftOver: notes.filter(({ id, actionCode }) => !taken.has(id) && actionCode === null) }
}
