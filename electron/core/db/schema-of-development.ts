import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { Area } from '#shared/features/development/public.ts'
import type { EvidenceKind, SessionRole } from '#shared/features/development/schema.ts'

interface Own {
  id: string
  /** Whose it is. */
  user_id: string
  version: number
}

export interface DevelopmentNeedTable extends Own {
  area: Area
  /** 1 to 4. */
  level_now: number
  /** 1 to 4. */
  level_wanted: number
  words: string
}

export interface DevelopmentGoalTable extends Own {
  title: string
  area: Area | null
  why: string
  how: string
  by_when: IsoDate | null
  done_on: IsoDate | null
  evidence: string
}

export interface DevelopmentEvidenceTable extends Own {
  learnt_on: IsoDate
  words: string
  form: EvidenceKind
  hours: number
  reflection: string
  goal_id: string | null
}

export interface DevelopmentSessionTable extends Own {
  held_on: IsoDate
  title: string
  role: SessionRole
  audience: string | null
  people: number | null
  hours: number
  met_need: number | null
  right_level: number | null
  will_change: number | null
  well_run: number | null
  to_change: string
}

export interface DevelopmentQuestionTable extends Own {
  question: string
  contact_id: string | null
  asked_on: IsoDate
  answer: string
  answered_on: IsoDate | null
  /** 0 or 1. */
  useful: number | null
}

export interface LessonCardTable {
  id: string
  title: string
  problem: string
  tried: string
  happened: string
  area: Area | null
  by_role: string
  made_on: IsoDate
  /** JSON. */
  chart: string | null
  origin: string | null
  added_on: IsoDate | null
  checksum: string | null
  version: number
}

/** What people write down of their own learning, and the cards that practices share. */
export interface DevelopmentTables {
  development_need: DevelopmentNeedTable
  development_goal: DevelopmentGoalTable
  development_evidence: DevelopmentEvidenceTable
  development_session: DevelopmentSessionTable
  development_question: DevelopmentQuestionTable
  lesson_card: LessonCardTable
}
