import type { SummaryFields, TreatmentSummary } from '#shared/features/letters/summary-slots.ts'
import type { TreatmentSummaryTable } from '../../db/schema-of-work.ts'

/** What a stored summary says. */
export const summaryFieldsFrom = (row: TreatmentSummaryTable): SummaryFields => ({
  aim: row.aim as SummaryFields['aim'],
  treatmentGiven: row.treatment_given,
  effects: row.effects,
  alertSymptoms: row.alert_symptoms,
  followUp: row.follow_up,
  contact: row.contact,
  actionsAsked: row.actions_asked === null ? null : row.actions_asked === 1,
})

/** A stored summary as the contract has it. */
export const summaryFrom = (row: TreatmentSummaryTable): TreatmentSummary => ({
  id: row.id,
  version: row.version,
  eventId: row.event_id,
  ...summaryFieldsFrom(row),
})

/** What is typed of a summary, as it is stored. */
export const summaryColumns = (fields: SummaryFields) => ({
  aim: fields.aim,
  treatment_given: fields.treatmentGiven,
  effects: fields.effects,
  alert_symptoms: fields.alertSymptoms,
  follow_up: fields.followUp,
  contact: fields.contact,
  actions_asked: fields.actionsAsked === null ? null : fields.actionsAsked ? 1 : 0,
})
