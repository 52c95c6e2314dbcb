import { readDay, textOrNull } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type DateParts, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { SummaryAction, SummaryFields, TreatmentSummary } from '#shared/features/letters/summary-slots.ts'

/** One thing to do, as it is typed. */
export interface ActionForm {
  readonly key: number
  readonly title: string
  readonly ownerId: string | null
  readonly dueDate: DateParts
}

/** Whether the summary asks something of the practice, as one of three choices. */
export type ActionsAsked = 'yes' | 'no' | 'not_said'

export interface SummaryForm {
  readonly aim: SummaryFields['aim'] | 'not_said'
  readonly treatmentGiven: string
  readonly effects: string
  readonly alertSymptoms: string
  readonly followUp: string
  readonly contact: string
  readonly actionsAsked: ActionsAsked
  readonly actions: readonly ActionForm[]
}

export const emptyAction = (key: number): ActionForm => ({ key, title: '', ownerId: null, dueDate: dayPartsOf(null) })

/** What somebody wrote down before, or nothing yet. */
export const summaryFormOf = (summary: TreatmentSummary | null): SummaryForm => ({
  aim: summary?.aim ?? 'not_said',
  treatmentGiven: summary?.treatmentGiven ?? '',
  effects: summary?.effects ?? '',
  alertSymptoms: summary?.alertSymptoms ?? '',
  followUp: summary?.followUp ?? '',
  contact: summary?.contact ?? '',
  actionsAsked: summary === null || summary.actionsAsked === null ? 'not_said' : summary.actionsAsked ? 'yes' : 'no',
  actions: [],
})

type Read = { readonly fields: SummaryFields; readonly actions: SummaryAction[] } | { readonly faults: FieldFaults }

/** What to save, or what to put right. A task without a title is left out while nothing else of it is filled in. */
export const readSummaryForm = (form: SummaryForm): Read => {
  const faults: Record<string, string> = {}
  const actions: SummaryAction[] = []
  for (const { key, title, ownerId, dueDate } of form.actionsAsked === 'yes' ? form.actions : []) {
    const due = readDay(dueDate)
    if ('fault' in due) faults[`dueDate-${key}`] = due.fault
    const isBlank = textOrNull(title) === null && ownerId === null && 'day' in due && due.day === null
    if (isBlank) continue
    if (textOrNull(title) === null) faults[`title-${key}`] = 'Say what is to be done, or take the task out'
    actions.push({ title: title.trim(), ownerId, dueDate: 'day' in due ? due.day : null })
  }
  if (Object.keys(faults).length > 0) return { faults }
  return {
    actions,
    fields: {
      aim: form.aim === 'not_said' ? null : form.aim,
      treatmentGiven: textOrNull(form.treatmentGiven),
      effects: textOrNull(form.effects),
      alertSymptoms: textOrNull(form.alertSymptoms),
      followUp: textOrNull(form.followUp),
      contact: textOrNull(form.contact),
      actionsAsked: form.actionsAsked === 'not_said' ? null : form.actionsAsked === 'yes',
    },
  }
}
