import { type DateParts, dayPartsOf, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { FIVE_OBJECTIVES, type PlanSheet, type SheetAction } from '#shared/features/plan/public.ts'
import type { Plan, PlanFields } from '#shared/features/plan/schema.ts'
import type { CoreClient } from '#shared/contract/index.ts'
import { readDay } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type PlanForm, planFormOf, readPlanForm } from '#renderer/features/plan-start/public.ts'

type BringIn = Parameters<CoreClient['plan']['bringIn']>[0]

/** What is chosen and typed on the way from a spreadsheet to a plan. */
export interface BringInForm {
  /** Of the plan to begin, where there is none. */
  readonly about: PlanForm
  /** When actions start whose sheet does not say so. */
  readonly starts: DateParts
  /** Rows that stay out, by their key. */
  readonly left: ReadonlySet<string>
  /** Objectives chosen for single rows, by their key. */
  readonly chosen: ReadonlyMap<string, number>
  /** The objective of every other row that names none. */
  readonly others: number | null
}

/** Tells the rows of all sheets apart. */
export const keyOf = ({ sheet, line }: Pick<SheetAction, 'sheet' | 'line'>): string => `${line} ${sheet ?? ''}`

/** Where a row stands, in words: its line, and its sheet where several were read. */
export const placeWords = ({ sheet, line }: Pick<SheetAction, 'sheet' | 'line'>, { read }: PlanSheet): string =>
  sheet === null || read.length < 2 ? `Line ${line}` : `${sheet}, line ${line}`

/** 1 April of the financial year that a day lies in. */
const financialYear = (today: IsoDate): IsoDate => {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5) < '04-01' ? year - 1 : year}-04-01`
}

const newPlan = (organisation: string, today: IsoDate): PlanFields => {
  const startsOn = financialYear(today)
  const year = Number(startsOn.slice(0, 4))
  return { title: `Action plan ${year} to ${year + 3}`, organisation, startsOn, strengths: '', gaps: '' }
}

/** Whether the plan has an action of this title already. */
export const isInPlan = ({ title }: Pick<SheetAction, 'title'>, plan: Plan | null): boolean =>
  plan?.actions.some((action) => normaliseName(action.title) === normaliseName(title)) ?? false

const repeated = (sheet: PlanSheet, plan: Plan | null): ReadonlySet<string> =>
  new Set(sheet.actions.filter((action) => isInPlan(action, plan)).map(keyOf))

/** The form of a sheet that was just read: what the plan has already stays out. */
export const newBringInForm = (
  sheet: PlanSheet,
  plan: Plan | null,
  { organisation, today }: { readonly organisation: string; readonly today: IsoDate },
): BringInForm => {
  const fields = newPlan(organisation, today)
  return {
    about: planFormOf(fields),
    starts: dayPartsOf(plan?.startsOn ?? fields.startsOn),
    left: repeated(sheet, plan),
    chosen: new Map(),
    others: null,
  }
}

/** The objectives that rows may go under. */
export const objectivesOf = (plan: Plan | null): readonly { readonly number: number; readonly title: string }[] =>
  plan?.objectives ?? FIVE_OBJECTIVES

/** The objective of a row, as it names it or as it was chosen. */
export const objectiveOf = (action: SheetAction, { chosen, others }: BringInForm): number | null =>
  action.objective ?? chosen.get(keyOf(action)) ?? others

/** The rows that come in. */
export const broughtIn = ({ actions }: PlanSheet, { left }: BringInForm): SheetAction[] =>
  actions.filter((action) => !left.has(keyOf(action)))

/** Whether some row does not say when it starts: then none of them does. */
export const asksForStarts = ({ actions }: PlanSheet): boolean => actions.some(({ startsOn }) => startsOn === null)

const startFault = (actions: readonly SheetAction[], starts: IsoDate | null, sheet: PlanSheet): string | null => {
  if (starts === null) return 'Enter the day on which they start'
  const early = actions.filter((action) => action.startsOn === null && action.dueOn < starts)
  const [first] = early
  if (first === undefined) return null
  const others = early.length === 1 ? '' : `, and ${early.length - 1} more are due before this day too`
  return `${placeWords(first, sheet)} is due on ${formatIsoDate(first.dueOn)}${others}. Choose an earlier day, or leave it out`
}

const rowsFaults = (actions: readonly SheetAction[], form: BringInForm): FieldFaults => {
  if (actions.length === 0) return { rows: 'Tick at least one action to bring in' }
  const without = actions.filter((action) => objectiveOf(action, form) === null).length
  if (without === 0) return {}
  return {
    others: `${without === 1 ? '1 action names' : `${without} actions name`} no objective. Choose one, or leave ${without === 1 ? 'it' : 'them'} out`,
  }
}

const broughtAction = (
  action: SheetAction,
  form: BringInForm,
  { starts, fileName, place }: { readonly starts: IsoDate | null; readonly fileName: string; readonly place: string },
): BringIn['actions'][number] => {
  const { title, words, ownerName, partners, startsOn, dueOn, costWords, riskWords } = action
  const { milestones, measureCodes, status } = action
  return {
    objective: objectiveOf(action, form) ?? 0,
    fields: { title, words, ownerName, partners, startsOn: startsOn ?? starts ?? dueOn, dueOn, costWords, riskWords },
    milestones,
    measureCodes,
    status,
    origin: { kind: 'spreadsheet', id: null, words: `${fileName}, ${place.toLowerCase()}` },
  }
}

/** What to bring in, or what to put right. */
export const readBringInForm = (
  form: BringInForm,
  sheet: PlanSheet,
  plan: Plan | null,
): { readonly input: BringIn } | { readonly faults: FieldFaults } => {
  const actions = broughtIn(sheet, form)
  const about = plan === null ? readPlanForm(form.about, { strengths: '', gaps: '' }) : null
  const day = readDay(form.starts)
  const starts = 'fault' in day ? null : day.day
  const asked = asksForStarts(sheet)
  const fault = 'fault' in day ? day.fault : startFault(actions, starts, sheet)
  const faults = {
    ...(about !== null && 'faults' in about ? about.faults : {}),
    ...(asked && fault !== null ? { starts: fault } : {}),
    ...rowsFaults(actions, form),
  }
  if (Object.keys(faults).length > 0 || (about !== null && 'faults' in about)) return { faults }
  return {
    input: {
      planId: plan?.id ?? null,
      fields: about?.fields ?? null,
      actions: actions.map((action) =>
        broughtAction(action, form, { starts, fileName: sheet.fileName, place: placeWords(action, sheet) }),
      ),
    },
  }
}
