import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { NetworkPart } from './network-measure.ts'
import { type ReportPeriod, yearsOfPeriod } from './period.ts'
import type { SourceList } from './source.ts'

/**
 * What a figure counts, so that figures of two reports can be held together. `flow`: what happened between two days, so
 * that adjacent periods add up. `level`: how many there were on a day. `same`: comparable only with itself.
 */
export type FigureMeaning = (
  | ({ readonly kind: 'flow'; readonly measure: string } & ReportPeriod)
  | { readonly kind: 'level'; readonly measure: string; readonly on: IsoDate }
  | { readonly kind: 'same'; readonly measure: string; readonly of: string }
) & {
  /** Whose people: '' for this practice, `network` for all together, else the ODS code of another one. */
  readonly whose: string
}

export interface MeantPack {
  readonly period: ReportPeriod
  /** Day of freezing: what is counted as the register stands then. */
  readonly frozenOn: IsoDate
  readonly lists: readonly Pick<SourceList, 'source' | 'from' | 'to'>[]
  /** For a report of several practices. */
  readonly network?: NetworkPart | undefined
  /** The named hospitals, by the place in their figures. */
  readonly hospitals?: readonly string[]
}

const FLOWS =
  /^(new|new-left\.kind|stage|route|new-group|new-date|came|came-left|learning|learning-[a-z-]+|by-[a-z]+|sites|to-(?:referral|diagnosis)(?:-none)?|clock-\d+|clock-\d+-left\.assumed|hospital-not-known|deaths|visits|first-test|diagnosis-letter)(\.|$)/
const CARE_FLOW = /^(support-contact|care-review)\.(done|not-done|out-of)$/
const LEVELS = /^(register|own-register|register-left|letters|complete|missing)(\.|$)/
const AS_IT_STANDS = /^(left-out-of-sharing|new-left\.undated)$/
const HOSPITAL = /^hospital-(\d+)$/
const LIST = /^list-(\d+)\.(.+)$/
const YEAR_END = /\.(\d{4}-\d{2}-\d{2})$/

const yearOf = (id: string, period: ReportPeriod): { measure: string; year: ReportPeriod } | null => {
  const from = YEAR_END.exec(id)?.[1]
  const year = from === undefined ? undefined : yearsOfPeriod(period).find((each) => each.from === from)
  return year === undefined ? null : { measure: id.replace(YEAR_END, ''), year: { from: year.from, to: year.to } }
}

/** One practice of several: its figures count what its own reports count. */
const PRACTICE = /^practice-([A-Z]+)\.(.+)$/

/** What a figure of a report counts, and of whom. */
export const figureMeaning = (id: string, pack: MeantPack): FigureMeaning => {
  if (pack.network === undefined) return { ...meaningOf(id, pack), whose: '' }
  const [, letter, own] = PRACTICE.exec(id) ?? []
  const practice = pack.network.practices.find((one) => one.letter === letter)
  if (practice === undefined || own === undefined) return { ...meaningOf(id, pack), whose: 'network' }
  return { ...meaningOf(own, pack), whose: practice.isOwn ? '' : practice.odsCode }
}

type WithoutWhose<T> = T extends unknown ? Omit<T, 'whose'> : never

const meaningOf = (id: string, { period, frozenOn, lists, hospitals }: MeantPack): WithoutWhose<FigureMeaning> => {
  const list = LIST.exec(id)
  if (list !== null) {
    const compared = lists[Number(list[1])]
    const of = compared === undefined ? id : `${compared.source} ${compared.from} ${compared.to}`
    return { kind: 'same', measure: `list.${list[2]}`, of }
  }
  const hospital = hospitals?.[Number(HOSPITAL.exec(id)?.[1] ?? Number.NaN)]
  if (hospital !== undefined)
    return {
      kind: 'flow',
      measure: `hospital ${hospital.toLocaleLowerCase('en-GB')}`,
      from: period.from,
      to: period.to,
    }
  if (AS_IT_STANDS.test(id)) return { kind: 'level', measure: id, on: frozenOn }
  if (LEVELS.test(id)) return { kind: 'level', measure: id, on: period.to }
  if (!FLOWS.test(id) && !CARE_FLOW.test(id)) return { kind: 'same', measure: id, of: `${period.from} ${period.to}` }
  const yearly = yearOf(id, period)
  return yearly === null
    ? { kind: 'flow', measure: id, from: period.from, to: period.to }
    : { kind: 'flow', measure: yearly.measure, ...yearly.year }
}

/** Two figures with one key count the same. */
export const meaningKey = (meaning: FigureMeaning): string => `${meaning.whose}/${keyOf(meaning)}`

const keyOf = (meaning: FigureMeaning): string => {
  switch (meaning.kind) {
    case 'flow':
      return `${meaning.measure} ${meaning.from} ${meaning.to}`
    case 'level':
      return `${meaning.measure} on ${meaning.on}`
    case 'same':
      return `${meaning.measure} of ${meaning.of}`
  }
}

/** Levels that move only as people join or leave: a small change of one is a small number of people. */
const MOVED_BY_PEOPLE: readonly string[] = ['register', 'own-register', 'left-out-of-sharing']

const NET: readonly string[] = ['register', 'own-register']

/**
 * Whether the change of a level from one day to another is those who came less those who went. No report counts either of
 * them, so that a small change is no small number of people. On one and the same day nobody comes or goes: there the
 * change is the people who were put on late, or taken off.
 */
export const isNetBetweenDays = ({ kind, measure }: FigureMeaning): boolean => kind === 'level' && NET.includes(measure)

/** Whether a small difference of two such figures is a small number of people or diagnoses. */
export const movesByPeople = ({ kind, measure }: FigureMeaning): boolean =>
  kind === 'flow' || (kind === 'level' && MOVED_BY_PEOPLE.includes(measure))
