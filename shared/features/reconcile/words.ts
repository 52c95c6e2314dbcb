import { labelOf } from '#shared/domain/people.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { type DaysApart, type Decision, DECISIONS, type ItemKind, LIST_SOURCES, type Reconciliation } from './schema.ts'

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

const signed = (value: number): string => (value < 0 ? `−${number(-value)}` : number(value))

/** `11 days later`, `1 day earlier`, `the same day`: how the date of a list stands to ours. */
export const apartWords = (days: number): string => {
  if (days === 0) return 'the same day'
  const size = Math.abs(days)
  return `${number(size)} ${size === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`
}

/** One sentence on the days between two dates: the middle, how far they reach, and what could not be counted. */
export const daysApartWords = ({ counted, notCounted, spread }: DaysApart): string => {
  const left =
    notCounted === 0 ? '' : ` ${number(notCounted)} could not be counted: the day is not known on both sides.`
  if (spread === null) return notCounted === 0 ? 'No date differs.' : left.trim()
  if (spread.least === spread.most)
    return `Their date is ${apartWords(spread.median)}${counted === 1 ? '' : ` for each of ${number(counted)}`}.${left}`
  return `Their date is ${apartWords(spread.median)} (median of ${number(counted)}), from ${signed(spread.least)} to ${signed(spread.most)} days.${left}`
}

/** `Hospital MDT list, 1 Apr 2025 to 31 Mar 2026, every tumour group`. */
export const aboutWords = ({
  source,
  from,
  to,
  tumourGroups,
}: Pick<Reconciliation, 'source' | 'from' | 'to' | 'tumourGroups'>): string =>
  `${labelOf(LIST_SOURCES, source)}, ${formatIsoDate(from)} to ${formatIsoDate(to)}, ${
    tumourGroups === null ? 'every tumour group' : tumourGroups.map(tumourGroupLabel).join(', ')
  }`

/** What can be decided about an item of a kind, in the order of the buttons. */
export const decisionsFor = (kind: ItemKind): readonly (typeof DECISIONS)[number][] =>
  DECISIONS.filter(({ of }) => of === kind)

/** `Added to the register`. */
export const decidedWords = (decision: Decision): string => DECISIONS.find(({ code }) => code === decision)?.done ?? ''

/** Kinds about which somebody has to decide something. */
export const TO_DECIDE: readonly ItemKind[] = ['theirs_only', 'ours_only', 'other_date', 'set_aside']
