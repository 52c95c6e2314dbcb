import { readDay } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { BLANK_DATE, type DateParts, dayPartsOf, type IsoDate } from '#shared/domain/partial-date.ts'
import type { ActionDates } from '#shared/features/plan/board.ts'
import type { PlanMilestone } from '#shared/features/plan/schema.ts'

type PlanMilestoneFields = Omit<PlanMilestone, 'id' | 'version'>

export interface MilestoneDraft {
  /** Tells the lines of the form apart. */
  readonly key: number
  readonly title: string
  readonly due: DateParts
}

/** A new action as its form holds it. */
export interface ActionForm {
  readonly objectiveId: string
  readonly title: string
  readonly owner: string
  readonly partners: string
  readonly starts: DateParts
  readonly due: DateParts
  readonly measureCodes: readonly string[]
  readonly milestones: readonly MilestoneDraft[]
}

export const blankMilestone = (key: number): MilestoneDraft => ({ key, title: '', due: BLANK_DATE })

/** The form of a new action with where it stands filled in. */
export const newActionForm = (objectiveId: string, dates: ActionDates): ActionForm => ({
  objectiveId,
  title: '',
  owner: '',
  partners: '',
  starts: dayPartsOf(dates.startsOn),
  due: dayPartsOf(dates.dueOn),
  measureCodes: [],
  milestones: [blankMilestone(0)],
})

/** What to save of a new action. */
export interface NewAction {
  readonly fields: {
    readonly objectiveId: string
    readonly title: string
    readonly ownerName: string | null
    readonly partners: string
    readonly startsOn: IsoDate
    readonly dueOn: IsoDate
  }
  readonly milestones: PlanMilestoneFields[]
  readonly measureCodes: string[]
}

type Read<Value> = { readonly value: Value } | { readonly faults: FieldFaults }

/** Name of a milestone's field in the form. */
export const milestoneField = (key: number, part: 'title' | 'due'): string => `milestone-${part}-${key}`

const isBlank = ({ title, due }: MilestoneDraft): boolean =>
  title.trim() === '' && Object.values(due).every((part) => part.trim() === '')

/** The milestones that were typed; a line that was left blank is none. */
const readMilestones = (drafts: readonly MilestoneDraft[]): Read<PlanMilestoneFields[]> => {
  const faults: Record<string, string> = {}
  const value = drafts
    .filter((draft) => !isBlank(draft))
    .flatMap(({ key, title, due }) => {
      const read = readDay(due)
      if (title.trim() === '') faults[milestoneField(key, 'title')] = 'Say what is to be reached'
      if ('fault' in read) faults[milestoneField(key, 'due')] = read.fault
      else if (read.day === null) faults[milestoneField(key, 'due')] = 'Enter the day it is due'
      return 'day' in read && read.day !== null ? [{ title: title.trim(), dueOn: read.day, metOn: null }] : []
    })
  return Object.keys(faults).length === 0 ? { value } : { faults }
}

/** First and last day as typed, or what to put right. */
export const readDates = (starts: DateParts, due: DateParts): Read<ActionDates> => {
  const faults: Record<string, string> = {}
  const [from, to] = [readDay(starts), readDay(due)]
  if ('fault' in from) faults['startsOn'] = from.fault
  else if (from.day === null) faults['startsOn'] = 'Enter the day it starts'
  if ('fault' in to) faults['dueOn'] = to.fault
  else if (to.day === null) faults['dueOn'] = 'Enter the day it is due'
  if ('fault' in from || 'fault' in to || from.day === null || to.day === null) return { faults }
  if (from.day > to.day) return { faults: { dueOn: 'It is due before it starts' } }
  return { value: { startsOn: from.day, dueOn: to.day } }
}

/** What to add, or what to put right. */
export const readActionForm = (form: ActionForm): Read<NewAction> => {
  const dates = readDates(form.starts, form.due)
  const milestones = readMilestones(form.milestones)
  const faults = {
    ...(form.title.trim() === '' ? { title: 'Say what is to be done' } : {}),
    ...('faults' in dates ? dates.faults : {}),
    ...('faults' in milestones ? milestones.faults : {}),
  }
  if ('faults' in dates || 'faults' in milestones || Object.keys(faults).length > 0) return { faults }
  return {
    value: {
      fields: {
        objectiveId: form.objectiveId,
        title: form.title.trim(),
        ownerName: form.owner.trim() === '' ? null : form.owner.trim(),
        partners: form.partners.trim(),
        ...dates.value,
      },
      milestones: milestones.value,
      measureCodes: [...form.measureCodes],
    },
  }
}
