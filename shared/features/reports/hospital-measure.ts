import { countedNewOf } from './diagnosis-measure.ts'
import type { FigureSheet } from './figure-sheet.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportSource } from './source.ts'
import { holdsPersonMarks } from './text-marks.ts'

/**
 * A hospital is named from one referral more than any rule hides: what was typed once or twice may be no hospital's name,
 * and no rule may lean on a name that a small number stands beside.
 */
export const FEWEST_TO_NAME = 8

/** The id of the figure of a named hospital, by its place among those of the report. */
export const hospitalFigure = (at: number): string => `hospital-${at}`

/** Every figure of a hospital, and of those without one, begins so. */
export const HOSPITAL_FIGURE = /^hospital-/

const tidied = (name: string): string => name.trim().replaceAll(/\s+/g, ' ')

/** How a name is written most often, the first of the alphabet where that is a tie. */
const usualSpelling = (names: readonly string[]): string => {
  const spelt = [...Map.groupBy(names, (name) => name)].toSorted(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b),
  )
  return spelt[0]?.[0] ?? ''
}

const key = (name: string): string => name.toLocaleLowerCase('en-GB')

/**
 * The figure of a report that counts a referral. One person alone names no hospital, so that the names are the report's.
 * @param referredTo as it was typed. @param named the hospitals that the report names, in their order.
 */
export const hospitalFigureOf = (referredTo: string, named: readonly string[]): string => {
  const name = tidied(referredTo)
  if (name === '') return 'hospital-not-known'
  const at = named.findIndex((each) => key(each) === key(name))
  return at === -1 ? 'hospital-few' : hospitalFigure(at)
}

/**
 * Where those with a new diagnosis were referred: `hospital-<place>` for each named one, `hospital-few` for all others
 * together, and `hospital-not-known`. They add up to `new`. That a hospital is named, and how many are not, tells the
 * least that these counts can be.
 * @returns the names in the order of the alphabet, which tells nothing of their numbers, and how many are not named.
 */
export const measureHospitals = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  period: ReportPeriod,
): { hospitals: string[]; unnamedHospitals: number } => {
  const all = countedNewOf(people, period).map(({ episode }) => tidied(episode.referredTo ?? ''))
  const said = all.filter((name) => name !== '')
  const groups = [...Map.groupBy(said, key).values()]
    .map((names) => ({ name: usualSpelling(names), number: names.length }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const isNamed = ({ name, number }: (typeof groups)[number]): boolean =>
    number >= FEWEST_TO_NAME && !holdsPersonMarks(name)
  const named = groups.filter(isNamed)
  const others = groups.filter((group) => !isNamed(group))
  for (const [at, { number }] of named.entries()) sheet.count(hospitalFigure(at), number, FEWEST_TO_NAME)
  sheet.count(
    'hospital-few',
    others.reduce((sum, { number }) => sum + number, 0),
    others.length,
  )
  sheet.count('hospital-not-known', all.length - said.length)
  sheet.sum('new', [...named.map((_, at) => hospitalFigure(at)), 'hospital-few', 'hospital-not-known'])
  return { hospitals: named.map(({ name }) => name), unnamedHospitals: others.length }
}
