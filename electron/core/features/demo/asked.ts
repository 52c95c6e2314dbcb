import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import type { Chance } from './chance.ts'

/** What asking is drawn with: draws of its own, so that no journey moves. */
export interface AskingSetting {
  readonly chance: Chance
  readonly ids: Ids
  readonly today: IsoDate
  /** Accounts that lead people's care, in the order Rao, Tranter, Eze. */
  readonly leadIds: readonly string[]
}

/** What was asked of hospitals about a person, and what their treatment summaries say. */
export interface AskedOf {
  readonly queries: NewRow<'hospital_query'>[]
  readonly queryItems: NewRow<'hospital_query_item'>[]
  readonly querySteps: NewRow<'hospital_query_step'>[]
  readonly summaries: NewRow<'treatment_summary'>[]
  readonly tasks: NewRow<'task'>[]
}
