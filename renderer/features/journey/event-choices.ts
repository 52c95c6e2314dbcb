import { EVENT_GROUPS, EVENT_TYPES, type EventGroup, LANES } from '#shared/features/journey/event-types.ts'
import { METHODS, TOLD_BY } from '#shared/features/journey/schema.ts'
import { laneLabel } from '#shared/features/journey/words.ts'

const GROUP_NAMES: Readonly<Record<EventGroup, string>> = {
  symptom: 'Before referral',
  practice: 'At the practice',
  test: 'Tests',
  referral: 'Referral',
  hospital: 'At the hospital',
  treatment: 'Treatment',
  letter: 'Letters received',
  support: 'Support',
  end: 'End of life',
}

/** Every event to choose from, under headings. */
export const eventChoices = EVENT_GROUPS.map((group) => ({
  group: GROUP_NAMES[group],
  items: EVENT_TYPES.filter((type) => type.group === group).map(({ code, label }) => ({ value: code, label })),
}))

export const laneChoices = LANES.map((lane) => ({ value: lane, label: laneLabel(lane) }))

export const toldByChoices = TOLD_BY.map(({ code, label }) => ({ value: code, label }))

export const methodChoices = METHODS.map(({ code, label }) => ({ value: code, label }))
