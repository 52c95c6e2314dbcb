import { readDay, textOrNull } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type DateParts, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { ActionFields, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { readPounds } from './action-words.ts'

/** What stands in the boxes of the form about an action. */
export interface EditForm {
  readonly title: string
  readonly words: string
  readonly objectiveId: string
  readonly alsoObjectiveIds: readonly string[]
  readonly ownerName: string
  readonly partners: string
  readonly startsOn: DateParts
  readonly dueOn: DateParts
  readonly costWords: string
  readonly costPence: string
  readonly riskWords: string
  readonly evidenceWords: string
  /** Actions that must be done first. */
  readonly needs: readonly string[]
}

/** An action as it is typed. */
export const editFormOf = (action: PlanActionDetail): EditForm => ({
  title: action.title,
  words: action.words,
  objectiveId: action.objectiveId,
  alsoObjectiveIds: action.alsoObjectiveIds,
  ownerName: action.ownerName ?? '',
  partners: action.partners,
  startsOn: dayPartsOf(action.startsOn),
  dueOn: dayPartsOf(action.dueOn),
  costWords: action.costWords,
  costPence: action.costPence === null ? '' : String(action.costPence / 100),
  riskWords: action.riskWords,
  evidenceWords: action.evidenceWords,
  needs: action.needs,
})

/** What was typed as the contract takes it, or what to put right. */
export const readEditForm = (form: EditForm): { readonly fields: ActionFields } | { readonly faults: FieldFaults } => {
  const [from, to] = [readDay(form.startsOn), readDay(form.dueOn)]
  const startsOn = 'fault' in from ? null : from.day
  const dueOn = 'fault' in to ? null : to.day
  const title = textOrNull(form.title)
  const cost = readPounds(form.costPence)
  const isBackwards = startsOn !== null && dueOn !== null && dueOn < startsOn
  const faults: FieldFaults = {
    ...(title === null ? { title: 'Say what is to be done' } : {}),
    ...('fault' in from ? { startsOn: from.fault } : startsOn === null ? { startsOn: 'Enter the day' } : {}),
    ...('fault' in to ? { dueOn: to.fault } : dueOn === null ? { dueOn: 'Enter the day' } : {}),
    ...(isBackwards ? { dueOn: 'It is due before it starts' } : {}),
    ...('fault' in cost ? { costPence: cost.fault } : {}),
  }
  if (title === null || startsOn === null || dueOn === null || 'fault' in cost || Object.keys(faults).length > 0)
    return { faults }
  const { words, partners, costWords, riskWords, evidenceWords, objectiveId } = form
  return {
    fields: {
      title,
      words,
      partners,
      costWords,
      riskWords,
      evidenceWords,
      objectiveId,
      alsoObjectiveIds: form.alsoObjectiveIds.filter((id) => id !== objectiveId),
      ownerName: textOrNull(form.ownerName),
      startsOn,
      dueOn,
      costPence: cost.pence,
    },
  }
}
