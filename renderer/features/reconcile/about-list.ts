import { readDay } from '#renderer/app/typed.ts'
import {
  addDays,
  addMonths,
  type DateParts,
  dayPartsOf,
  formatIsoDate,
  type IsoDate,
} from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import {
  type AboutList,
  aboutListSchema,
  LIST_SOURCES,
  type ListSource,
  type Reconciliation,
} from '#shared/features/reconcile/schema.ts'

/** What the list is, as it is typed. */
export interface TypedAbout {
  readonly name: string
  readonly source: ListSource
  readonly from: DateParts
  readonly to: DateParts
  readonly everyGroup: boolean
  readonly groups: readonly TumourGroup[]
}

/** `Hospital MDT list, 23 Nov 2026`. */
export const suggestedName = (source: ListSource, today: IsoDate): string =>
  `${labelOf(LIST_SOURCES, source)}, ${formatIsoDate(today)}`

/** The form to begin with: the year up to today, or what was said of the list that this one takes the place of. */
export const startAbout = (today: IsoDate, earlier: Reconciliation | null): TypedAbout => ({
  name: suggestedName(earlier?.source ?? 'hospital', today),
  source: earlier?.source ?? 'hospital',
  from: dayPartsOf(earlier?.from ?? addDays(addMonths(today, -12), 1)),
  to: dayPartsOf(earlier?.to ?? today),
  everyGroup: earlier === null || earlier.tumourGroups === null,
  groups: earlier?.tumourGroups ?? [],
})

export type AboutFaults = Readonly<Partial<Record<'name' | 'from' | 'to' | 'tumourGroups', string>>>

type Read = { readonly ok: true; readonly value: AboutList } | { readonly ok: false; readonly faults: AboutFaults }

/** What to ask the core for, or what to put right first, by field. */
export const readAbout = ({ name, source, from, to, everyGroup, groups }: TypedAbout): Read => {
  const days = { from: readDay(from), to: readDay(to) }
  const faults: Record<string, string> = {}
  for (const field of ['from', 'to'] as const) {
    const day = days[field]
    if ('fault' in day) faults[field] = day.fault
    else if (day.day === null) faults[field] = 'Enter the day, month and year'
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const parsed = aboutListSchema.safeParse({
    name,
    source,
    from: 'day' in days.from ? days.from.day : null,
    to: 'day' in days.to ? days.to.day : null,
    tumourGroups: everyGroup ? null : groups,
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  }
}
