/** A group of notes. */
export interface PlanThemeTable {
  id: string
  plan_id: string
  title: string
  objective_id: string | null
  /** Any number between those of its neighbours. */
  position: number
  version: number
}

/** One thought of a brainstorm. */
export interface PlanNoteTable {
  id: string
  plan_id: string
  /** null: in no theme. */
  theme_id: string | null
  words: string
  said_by: string | null
  votes: number
  /** Any number between those of its neighbours in the theme. */
  position: number
  version: number
}

export interface BrainstormTables {
  plan_theme: PlanThemeTable
  plan_note: PlanNoteTable
}
