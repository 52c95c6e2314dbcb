import { isOtherSkinCancer, onQofRegister } from '#shared/domain/qof-register.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { isEarlyStage, parseStage } from '#shared/domain/stage.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { countParts, type FigureSheet } from './figure-sheet.ts'
import { placeInPeriod, type ReportPeriod, type YearOfPeriod, yearsOfPeriod } from './period.ts'
import type { ReportSource, SourceEpisode, SourcePerson } from './source.ts'

/** Whether a diagnosis is of a kind that new cases are counted in: see the rule `new-diagnoses`. */
const isCountedKind = (episode: SourceEpisode): boolean =>
  !isOtherSkinCancer(episode) &&
  onQofRegister({ ...episode, diagnosisDate: { date: '2003-04-01', precision: 'day' } }).onRegister

type Placed = { readonly episode: SourceEpisode; readonly year: YearOfPeriod }

const placeInYears = (episode: SourceEpisode, years: readonly YearOfPeriod[]): Placed[] => {
  const { diagnosisDate } = episode
  const year =
    diagnosisDate === null ? undefined : years.find((each) => placeInPeriod(diagnosisDate, each) === 'inside')
  return year === undefined ? [] : [{ episode, year }]
}

const countBy = <T, K extends string>(
  items: readonly T[],
  keys: readonly K[],
  keyOf: (item: T) => K,
): Map<K, number> => {
  const counts = new Map(keys.map((key) => [key, 0]))
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

const groupCodes = TUMOUR_GROUPS.map(({ code }) => code)

/** `new`, `new.<group>`, and with several years `new.<year>` and `new.<group>.<year>`: a table with both margins. */
const measureGroups = (sheet: FigureSheet, placed: readonly Placed[], years: readonly YearOfPeriod[]): void => {
  sheet.count('new', placed.length)
  countParts(
    sheet,
    'new',
    countBy(placed, groupCodes, ({ episode }) => episode.tumourGroup),
  )
  if (years.length < 2) return
  const yearKeys = years.map(({ from }) => from)
  countParts(
    sheet,
    'new',
    countBy(placed, yearKeys, ({ year }) => year.from),
  )
  for (const group of groupCodes) {
    const inGroup = placed.filter(({ episode }) => episode.tumourGroup === group)
    countParts(
      sheet,
      `new.${group}`,
      countBy(inGroup, yearKeys, ({ year }) => year.from),
    )
  }
  for (const key of yearKeys)
    sheet.sum(
      `new.${key}`,
      groupCodes.map((group) => `new.${group}.${key}`),
    )
}

/** `stage.known`, `.early`, `.late`, `.0` to `.4` and `.not-known`, out of `new`. */
const measureStage = (sheet: FigureSheet, placed: readonly Placed[]): void => {
  const groups = placed.map(({ episode }) =>
    episode.stage === null ? null : (parseStage(episode.stage)?.group ?? null),
  )
  const number = (wanted: string | null): number => groups.filter((group) => group === wanted).length
  for (const stage of ['0', '1', '2', '3', '4']) sheet.count(`stage.${stage}`, number(stage))
  const early = groups.filter((group) => group !== null && isEarlyStage(group)).length
  const late = number('3') + number('4')
  sheet.count('stage.not-known', number(null))
  sheet.count('stage.early', early)
  sheet.count('stage.late', late)
  sheet.count('stage.known', early + late)
  sheet.count('stage.rest', number(null) + number('0'))
  sheet.sum('stage.early', ['stage.1', 'stage.2'])
  sheet.sum('stage.late', ['stage.3', 'stage.4'])
  sheet.sum('stage.known', ['stage.early', 'stage.late'])
  sheet.sum('stage.rest', ['stage.0', 'stage.not-known'])
  sheet.sum('new', ['stage.known', 'stage.rest'])
}

/** `route.<code>`, `route.known` and `route.not-emergency` (known and not an emergency), out of `new`. */
const measureRoutes = (sheet: FigureSheet, placed: readonly Placed[]): void => {
  const codes = ROUTES_TO_DIAGNOSIS.map(({ code }) => code)
  const counts = countBy(placed, codes, ({ episode }) => episode.route)
  for (const [code, value] of counts) sheet.count(`route.${code}`, value)
  const emergency = counts.get('emergency') ?? 0
  const known = placed.length - (counts.get('not_known') ?? 0)
  sheet.count('route.known', known)
  sheet.count('route.not-emergency', known - emergency)
  sheet.sum('new', ['route.known', 'route.not_known'])
  sheet.sum('route.known', ['route.emergency', 'route.not-emergency'])
  const others = codes.filter((code) => code !== 'emergency' && code !== 'not_known')
  sheet.sum(
    'route.not-emergency',
    others.map((code) => `route.${code}`),
  )
}

/** A new diagnosis that a period counts, with whose it is. */
export interface CountedNew {
  readonly person: SourcePerson
  readonly episode: SourceEpisode
}

/** The new diagnoses that a period counts: see the rule `new-diagnoses`. */
export const countedNewOf = (people: ReportSource['people'], period: ReportPeriod): CountedNew[] => {
  const years = yearsOfPeriod(period)
  return people.flatMap((person) =>
    person.episodes
      .filter((episode) => episode.kind === 'new_primary' && isCountedKind(episode))
      .filter((episode) => placeInYears(episode, years).length > 0)
      .map((episode) => ({ person, episode })),
  )
}

/**
 * New diagnoses of the period by tumour group and year, stage and route, and what was left out: `new-left.vague`
 * (a date too vague to place), `new-left.undated` (no date) and `new-left.kind` (a kind that is not counted).
 */
export const measureDiagnoses = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  const years = yearsOfPeriod(period)
  const primaries = people.flatMap(({ episodes }) => episodes.filter(({ kind }) => kind === 'new_primary'))
  const counted = primaries.filter(isCountedKind)
  const placed = counted.flatMap((episode) => placeInYears(episode, years))
  const isPlaced = new Set(placed.map(({ episode }) => episode))
  const touchesPeriod = ({ diagnosisDate }: SourceEpisode): boolean =>
    diagnosisDate !== null && placeInPeriod(diagnosisDate, period) !== 'outside'
  measureGroups(sheet, placed, years)
  measureStage(sheet, placed)
  measureRoutes(sheet, placed)
  sheet.count('new-left.vague', counted.filter((episode) => !isPlaced.has(episode) && touchesPeriod(episode)).length)
  sheet.count('new-left.undated', counted.filter(({ diagnosisDate }) => diagnosisDate === null).length)
  sheet.count('new-left.kind', primaries.filter((episode) => !isCountedKind(episode) && touchesPeriod(episode)).length)
  const toTheDay = placed.filter(({ episode }) => episode.diagnosisDate?.precision === 'day').length
  sheet.count('new-date.day', toTheDay)
  sheet.count('new-date.vague', placed.length - toTheDay)
  sheet.sum('new', ['new-date.day', 'new-date.vague'])
}
