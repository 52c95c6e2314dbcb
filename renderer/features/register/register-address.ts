import { oneList, readUrlState, urlChoice, urlFlag, urlText, type UrlField } from '#renderer/app/url-state.ts'
import type { SortState } from '#renderer/ui/table/columns.ts'
import { labelOf } from '#shared/domain/people.ts'
import { TUMOUR_GROUPS, type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import {
  DUE_FILTERS,
  LIVING_FILTERS,
  REGISTER_SORTS,
  REGISTER_VIEWS,
  type RegisterFilter,
  type RegisterSort,
} from '#shared/features/register/schema.ts'

/** Columns shown until somebody chooses others, in order. The person always comes first. */
export const USUAL_COLUMNS: readonly string[] = ['person', 'cancer', 'diagnosed', 'strip', 'due', 'lead']

/** A list, print or file without the person would be rows of nobody: that column is there without being said. */
const urlColumns: UrlField<readonly string[]> = {
  usual: USUAL_COLUMNS,
  read: oneList((text) => ['person', ...text.split(',').filter((part) => part !== '' && part !== 'person')]),
  write: (columns) => columns.filter((id) => id !== 'person').join(','),
}

const urlGroups: UrlField<readonly TumourGroup[]> = {
  usual: [],
  read: oneList((text) =>
    text.split(',').flatMap((part) => TUMOUR_GROUPS.find(({ code }) => code === part)?.code ?? []),
  ),
  write: (groups) => groups.join(','),
}

/** The row of the list that somebody left from; -1 when they have not been anywhere yet. */
const urlRow: UrlField<number> = {
  usual: -1,
  read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
  write: String,
}

const ANY = 'any'

/** Everything that the register keeps in its address, so that a view is a link and Back comes to the same place. */
export const registerAddress = {
  view: urlChoice(
    REGISTER_VIEWS.map(({ code }) => code),
    'everyone',
  ),
  q: urlText(),
  group: urlGroups,
  living: urlChoice([ANY, ...LIVING_FILTERS.map(({ code }) => code)], ANY),
  due: urlChoice([ANY, ...DUE_FILTERS.map(({ code }) => code)], ANY),
  sort: urlChoice(REGISTER_SORTS, 'name'),
  desc: urlFlag(),
  columns: urlColumns,
  preview: urlFlag(true),
  at: urlRow,
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type RegisterAddress = {
  readonly [Name in keyof typeof registerAddress]: ValueOf<(typeof registerAddress)[Name]>
}
/** The view without the search: what is drawn from this alone has nothing to do while somebody types. */
export type ViewWithoutSearch = Omit<RegisterAddress, 'q' | 'at'>
export type ChangeAddress = (change: Partial<RegisterAddress>, options?: { readonly replace?: boolean }) => void

/** The register as it opens: everyone, by name. */
export const usualAddress = Object.fromEntries(
  Object.entries(registerAddress).map(([name, { usual }]) => [name, usual]),
) as RegisterAddress

type AddressField = UrlField<unknown>
/** Where somebody stands in a view is not part of it. */
const NOT_OF_THE_VIEW: ReadonlySet<string> = new Set(['at', 'preview'])

/** What a view looks like as a link: filter, order and columns, in one spelling whatever way they were chosen. */
export const viewText = (address: RegisterAddress): string => {
  const params = new URLSearchParams()
  for (const [name, field] of Object.entries(registerAddress) as [keyof RegisterAddress, AddressField][]) {
    const text = field.write(address[name])
    if (!NOT_OF_THE_VIEW.has(name) && text !== field.write(field.usual)) params.set(name, text)
  }
  return params.toString()
}

/** The view behind the text of a link. What is not understood is left at the usual. */
export const viewFrom = (text: string): RegisterAddress =>
  readUrlState(registerAddress, new URLSearchParams(text)) as RegisterAddress

/** The filter as the contract takes it. */
export const filterOf = ({ view, q, group, living, due }: RegisterAddress): RegisterFilter => ({
  view,
  search: q.slice(0, 80),
  tumourGroups: [...group],
  living: living === ANY ? null : living,
  due: due === ANY ? null : due,
})

/** What leaves only the saved view: no search and no added filter. */
export const noFilters = { q: '', group: [], living: ANY, due: ANY, at: -1 } as const satisfies Partial<RegisterAddress>

/** How many things narrow the view. */
export const filterCount = ({ q, group, living, due }: RegisterAddress): number =>
  [q.trim() !== '', group.length > 0, living !== ANY, due !== ANY].filter(Boolean).length

/** What narrows the view, in words: for a print, which has no chips. */
export const filterWords = ({ q, group, living, due }: RegisterAddress): readonly string[] => [
  ...(q.trim() === '' ? [] : [`found by “${q.trim()}”`]),
  ...(group.length === 0 ? [] : [group.map(tumourGroupLabel).join(' or ')]),
  ...(living === ANY ? [] : [labelOf(LIVING_FILTERS, living)]),
  ...(due === ANY ? [] : [labelOf(DUE_FILTERS, due)]),
]

const SORT_COLUMNS: Readonly<Record<RegisterSort, string>> = {
  name: 'person',
  cancer: 'cancer',
  diagnosed: 'diagnosed',
  due: 'due',
  born: 'born',
}

/** The sort as the table shows it. */
export const sortStateOf = ({ sort, desc }: RegisterAddress): SortState => ({
  column: SORT_COLUMNS[sort],
  direction: desc ? 'descending' : 'ascending',
})

/** A press on a column's head, as a change of the address. */
export const sortChange = ({ column, direction }: SortState): Partial<RegisterAddress> => ({
  sort: REGISTER_SORTS.find((sort) => SORT_COLUMNS[sort] === column) ?? 'name',
  desc: direction === 'descending',
  at: -1,
})
