import { addMonths, type DateParts, dayPartsOf, type IsoDate } from '#shared/domain/partial-date.ts'
import { planYear } from '#shared/features/plan/public.ts'
import type { Plan, PlanFields } from '#shared/features/plan/schema.ts'
import { readDay } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'

/** What is typed of a plan as a whole. */
export interface PlanForm {
  readonly title: string
  readonly organisation: string
  readonly startsOn: DateParts
}

/** A plan starts with a month: the one after today, so that there is time to write it. */
const nextMonth = (today: IsoDate): IsoDate => addMonths(`${today.slice(0, 7)}-01`, 1)

const titleFor = (startsOn: IsoDate): string =>
  `Action plan ${startsOn.slice(0, 4)} to ${planYear(startsOn, 3).to.slice(0, 4)}`

const SUGGESTED = /^Action plan \d{4} to \d{4}$/

/** The form with another first day: a name that was suggested follows it, one of the lead's own stays. */
export const startingOn = (form: PlanForm, startsOn: DateParts): PlanForm => {
  const read = readDay(startsOn)
  const day = 'fault' in read ? null : read.day
  const follows = day !== null && SUGGESTED.test(form.title.trim())
  return { ...form, startsOn, ...(follows ? { title: titleFor(day) } : {}) }
}

/** A plan nobody has written anything of yet. */
export const newPlanFields = (organisation: string, today: IsoDate): PlanFields => {
  const startsOn = nextMonth(today)
  return { title: titleFor(startsOn), organisation, startsOn, strengths: '', gaps: '' }
}

/** What is said of a plan so far, for its form. */
export const planFormOf = ({ title, organisation, startsOn }: PlanFields): PlanForm => ({
  title,
  organisation,
  startsOn: dayPartsOf(startsOn),
})

/** The form read back onto a plan, or what to put right. */
export const readPlanForm = (
  form: PlanForm,
  before: Pick<Plan, 'strengths' | 'gaps'>,
): { readonly fields: PlanFields } | { readonly faults: FieldFaults } => {
  const read = readDay(form.startsOn)
  const startsOn = 'fault' in read ? null : read.day
  const faults = {
    ...(form.title.trim() === '' ? { title: 'Give the plan a name' } : {}),
    ...(form.organisation.trim() === '' ? { organisation: 'Say whose plan it is' } : {}),
    ...('fault' in read ? { startsOn: read.fault } : {}),
    ...(startsOn === null && !('fault' in read) ? { startsOn: 'Enter the day on which it starts' } : {}),
  }
  if (startsOn === null || Object.keys(faults).length > 0) return { faults }
  return {
    fields: {
      title: form.title.trim(),
      organisation: form.organisation.trim(),
      startsOn,
      strengths: before.strengths,
      gaps: before.gaps,
    },
  }
}
