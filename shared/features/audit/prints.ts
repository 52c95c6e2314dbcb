/**
 * What is printed with nobody's record in it, by its code in the audit trail: what the printer's queue calls it, and what
 * the trail says. What is printed of a person, or of a list of people, has methods of its own.
 */
export const PRINTS = {
  'plan-board': { title: 'Throughline action plan', sentence: 'Printed the board of the action plan' },
  'plan-timeline': { title: 'Throughline action plan', sentence: 'Printed the timeline of the action plan' },
  'plan-list': { title: 'Throughline action plan', sentence: 'Printed the list of the action plan' },
  'plan-draft': { title: 'Draft of the action plan', sentence: 'Printed the draft of the action plan' },
  'plan-baseline': { title: 'Baseline of the action plan', sentence: 'Printed the baseline of the action plan' },
  'plan-coverage': { title: 'Coverage of the action plan', sentence: 'Printed what the action plan covers' },
  'plan-logs': { title: 'Logs of the action plan', sentence: 'Printed a log of the action plan' },
  brainstorm: { title: 'Brainstorm', sentence: 'Printed the brainstorm of the action plan' },
  action: { title: 'Action', sentence: 'Printed an action' },
  drivers: { title: 'Driver diagram', sentence: 'Printed the driver diagram' },
  'board-paper': { title: 'Board paper', sentence: 'Printed a board paper' },
  contacts: { title: 'Contacts', sentence: 'Printed the contacts' },
  development: { title: 'Personal development plan', sentence: 'Printed a personal development plan' },
  measure: { title: 'Measures', sentence: 'Printed a measure' },
  measures: { title: 'Measures', sentence: 'Printed the library of measures' },
  patterns: { title: 'Throughline pathway patterns', sentence: 'Printed the pathway patterns' },
} as const satisfies Record<string, { readonly title: string; readonly sentence: string }>
export type Print = keyof typeof PRINTS

export const PRINT_CODES = Object.keys(PRINTS) as readonly Print[]

/** What the trail says of a print; `null` for what is no code of a print. */
export const printSentence = (code: unknown): string | null => {
  const found = PRINT_CODES.find((one) => one === code)
  return found === undefined ? null : PRINTS[found].sentence
}
