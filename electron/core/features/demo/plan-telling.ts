import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ActionStatus } from '#shared/features/plan/schema.ts'

/** How the actions of the demo practice's plan are told. */

export interface StoryMilestone {
  readonly title: string
  readonly due: IsoDate
  readonly met: IsoDate | null
}

export interface StoryUpdate {
  readonly on: IsoDate
  readonly words: string
  readonly status: ActionStatus
  readonly next?: string
  readonly ask?: string
}

export interface StoryAction {
  readonly code: string
  readonly title: string
  readonly status: ActionStatus
  readonly owner: string
  readonly with?: string
  readonly from: IsoDate
  readonly due: IsoDate
  readonly ended?: IsoDate
  readonly cost?: string
  readonly risk?: string
  readonly measure?: { readonly code: string; readonly target: number; readonly by: IsoDate }
  readonly milestones?: readonly StoryMilestone[]
  readonly updates?: readonly StoryUpdate[]
  readonly also?: readonly number[]
  readonly needs?: readonly string[]
}

export const RAO = 'Dr Anjali Rao'
export const TRANTER = 'Beth Tranter'
export const EZE = 'Tunde Eze'
export const KETTLE = 'Mina Kettle'

export const met = (title: string, due: IsoDate, day: IsoDate = due): StoryMilestone => ({ title, due, met: day })
export const toMeet = (title: string, due: IsoDate): StoryMilestone => ({ title, due, met: null })
export const update = (
  on: IsoDate,
  status: ActionStatus,
  words: string,
  more: Partial<StoryUpdate> = {},
): StoryUpdate => ({
  on,
  status,
  words,
  ...more,
})
