import { oneList, urlChoice, type UrlField, urlList, urlText } from '#renderer/app/url-state.ts'
import type { SortState } from '#renderer/ui/table/columns.ts'
import {
  ACTION_STATUSES,
  type ActionStatus,
  OPEN_STATUSES,
  type Plan,
  type PlanAction,
} from '#shared/features/plan/schema.ts'
import { LIST_SORTS, USUAL_LIST_COLUMNS } from './list-order.ts'

export const PLAN_VIEWS = ['board', 'timeline', 'list'] as const
export type PlanView = (typeof PLAN_VIEWS)[number]

const urlStatuses: UrlField<readonly ActionStatus[]> = {
  usual: [],
  read: oneList<ActionStatus>((text) =>
    text.split(',').flatMap((part) => ACTION_STATUSES.find(({ code }) => code === part)?.code ?? []),
  ),
  write: (value) => value.join(','),
}

const BASE = 36
const SPREAD = 31
const LARGEST = 2 ** 32

/** Stands for an owner in the address, where no name may be. */
export const ownerKey = (name: string): string =>
  [...name].reduce((sum, letter) => (sum * SPREAD + (letter.codePointAt(0) ?? 0)) % LARGEST, 1).toString(BASE)

/** What the page of the plan keeps in its address. An objective is kept by its number, an owner by a key. */
export const planAddress = {
  /** A plan other than the one of today, by its id. */
  plan: urlText(''),
  view: urlChoice(PLAN_VIEWS, 'board'),
  /** `usual`: open ones on the timeline, all of them elsewhere. */
  show: urlChoice(['usual', 'open', 'all'], 'usual'),
  owner: urlText(''),
  objective: urlText(''),
  status: urlStatuses,
  measure: urlText(''),
  /** Squares that are unfolded, such as 4.2 for the fourth objective in the second year. */
  unfolded: urlList(),
  sort: urlChoice(LIST_SORTS, 'action'),
  order: urlChoice(['ascending', 'descending'], 'ascending'),
  columns: urlList(USUAL_LIST_COLUMNS),
  /** The action that one comes back from. */
  at: urlText(''),
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type PlanAddress = { readonly [Name in keyof typeof planAddress]: ValueOf<(typeof planAddress)[Name]> }
export type ChangePlan = (change: Partial<PlanAddress>, options?: { readonly replace?: boolean }) => void

/** Whether only open actions are shown. */
export const showsOpenOnly = ({ show, view }: Pick<PlanAddress, 'show' | 'view'>): boolean =>
  show === 'open' || (show === 'usual' && view === 'timeline')

export type PlanFilters = Pick<PlanAddress, 'show' | 'view' | 'owner' | 'objective' | 'status' | 'measure'>

/** What takes every filter off. */
export const NO_FILTERS = { show: 'all', owner: '', objective: '', status: [], measure: '' } as const

export const isFiltered = (filters: PlanFilters): boolean =>
  showsOpenOnly(filters) ||
  filters.owner !== '' ||
  filters.objective !== '' ||
  filters.status.length > 0 ||
  filters.measure !== ''

/** The actions that the filters let through, in the order of the plan. The same list where nothing is left out. */
export const shownActions = (
  plan: Pick<Plan, 'objectives'>,
  actions: readonly PlanAction[],
  filters: PlanFilters,
): readonly PlanAction[] => {
  if (!isFiltered(filters)) return actions
  const openOnly = showsOpenOnly(filters)
  const objectiveId = plan.objectives.find(({ number }) => String(number) === filters.objective)?.id
  return actions.filter(
    (action) =>
      (!openOnly || OPEN_STATUSES.includes(action.status)) &&
      (filters.owner === '' || (action.ownerName !== null && ownerKey(action.ownerName) === filters.owner)) &&
      (objectiveId === undefined ||
        action.objectiveId === objectiveId ||
        action.alsoObjectiveIds.includes(objectiveId)) &&
      (filters.status.length === 0 || filters.status.includes(action.status)) &&
      (filters.measure === '' || action.measureCodes.includes(filters.measure)),
  )
}

export const sortOf = ({ sort, order }: Pick<PlanAddress, 'sort' | 'order'>): SortState => ({
  column: sort,
  direction: order,
})

/** Where the page of an action is. */
export const actionPath = (id: string): string => `/plan/actions/${id}`
