import { count, id, reference, type TableWords, text, VERSION } from './describe.ts'

/** The brainstorm that a plan begins with. */
export const TABLES_OF_BRAINSTORM: readonly TableWords[] = [
  {
    table: 'plan_theme',
    words: 'One theme of the brainstorm of a plan.',
    columns: {
      id: id('The theme'),
      plan_id: reference('The plan'),
      title: text('What it is called'),
      objective_id: reference('The objective that it serves', 'not said'),
      position: count('Its place among the themes, from left to right', 'any number between those of its neighbours'),
      version: VERSION,
    },
  },
  {
    table: 'plan_note',
    words: 'One note of the brainstorm of a plan.',
    columns: {
      id: id('The note'),
      plan_id: reference('The plan'),
      theme_id: reference('The theme', 'in no theme'),
      words: text('What it says'),
      said_by: text('Who said it', 'not noted'),
      votes: count('How many spoke for it', 'votes'),
      position: count('Its place in the theme, from above', 'any number between those of its neighbours'),
      version: VERSION,
    },
  },
]
