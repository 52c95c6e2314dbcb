import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { type CountedNew, countedNewOf } from './diagnosis-measure.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { placeInPeriod, type ReportPeriod } from './period.ts'
import type { ReportSource, SourceClock } from './source.ts'

/**
 * The four commonest cancers of the country, whatever this practice has: which four are commonest here would be told by
 * their order. Source: breast, prostate, lung and bowel are the commonest in every nation's registration statistics.
 */
export const INTERVAL_SITES = [
  { code: 'breast', label: 'Breast' },
  { code: 'prostate', label: 'Prostate' },
  { code: 'lung', label: 'Lung' },
  { code: 'lower_gi', label: 'Lower gastrointestinal' },
] as const satisfies readonly { code: TumourGroup; label: string }[]

/** Every row that intervals are counted by, the last being whatever is none of the four. */
export const INTERVAL_ROWS = [...INTERVAL_SITES, { code: 'others', label: 'All others' }] as const

const rowOf = (group: TumourGroup): string => INTERVAL_SITES.find(({ code }) => code === group)?.code ?? 'others'

/** The days between two milestones of a new diagnosis. Figures begin with `id`. */
export const DAY_INTERVALS = [
  {
    id: 'to-referral',
    label: 'First presentation to referral',
    daysOf: ({ episode }: CountedNew) => episode.toReferral,
  },
  { id: 'to-diagnosis', label: 'Referral to diagnosis', daysOf: ({ episode }: CountedNew) => episode.toDiagnosis },
] as const

/** The clocks of the standards. Figures begin with `id`. */
export const STANDARDS = [
  { id: 'clock-28', code: 'told_28', label: '28-day standard, told' },
  { id: 'clock-31', code: 'treated_31', label: '31-day standard, treated after the decision' },
  { id: 'clock-62', code: 'treated_62', label: '62-day standard, first treated' },
] as const

/**
 * `to-referral` and `to-diagnosis`: new diagnoses with both days known, with their spreads; `<id>-none` those without. By
 * site too. Both add up to `new`, whose parts by site are `sites.<row>`.
 */
const measureDays = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  const counted = countedNewOf(people, period)
  const byRow = Map.groupBy(counted, ({ episode }) => rowOf(episode.tumourGroup))
  const rows = INTERVAL_ROWS.map(({ code }) => ({ code, those: byRow.get(code) ?? [] }))
  // A group of the table of new diagnoses is one figure, wherever it stands.
  const siteOf = (code: string): string => (code === 'others' ? 'sites.others' : `new.${code}`)
  sheet.count('sites.others', byRow.get('others')?.length ?? 0)
  sheet.sum(
    'new',
    rows.map(({ code }) => siteOf(code)),
  )
  for (const { id, daysOf } of DAY_INTERVALS) {
    const known = (those: readonly CountedNew[]): number[] => those.flatMap((each) => daysOf(each) ?? [])
    const all = known(counted)
    sheet.count(id, all.length)
    sheet.count(`${id}-none`, counted.length - all.length)
    sheet.sum('new', [id, `${id}-none`])
    sheet.spread(id, { countId: id, values: all })
    for (const { code, those } of rows) {
      const days = known(those)
      sheet.count(`${id}.${code}`, days.length)
      sheet.count(`${id}-none.${code}`, those.length - days.length)
      sheet.sum(siteOf(code), [`${id}.${code}`, `${id}-none.${code}`])
      sheet.spread(`${id}.${code}`, { countId: `${id}.${code}`, values: days })
    }
    for (const part of [id, `${id}-none`])
      sheet.sum(
        part,
        rows.map(({ code }) => `${part}.${code}`),
      )
  }
}

/** How a clock that stopped stands for a period. */
const placeOf = (
  { stop, result, startAssumed }: SourceClock,
  period: ReportPeriod,
): 'met' | 'not-met' | 'assumed' | 'vague' | null => {
  const place = placeInPeriod(stop, period)
  if (place === 'outside') return null
  if (startAssumed) return 'assumed'
  if (place === 'unsure' || result === 'either') return 'vague'
  return result === 'within' ? 'met' : 'not-met'
}

/**
 * Clocks that stopped in the period, whatever came of the referral: `<id>.out-of` = `<id>.met` + `<id>.not-met`, the same
 * for each row as `<id>.<row>.out-of` and so on, and what was left out: `<id>-left.vague` and `<id>-left.assumed`.
 */
const measureStandards = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  const clocks = people.flatMap(({ clocks: own = [] }) => own)
  for (const { id, code: wanted } of STANDARDS) {
    const placed = clocks.flatMap((clock) => {
      const place = clock.code === wanted ? placeOf(clock, period) : null
      return place === null ? [] : [{ place, row: rowOf(clock.tumourGroup) }]
    })
    const number = (place: string, row: string | null): number =>
      placed.filter((each) => each.place === place && (row === null || each.row === row)).length
    const count = (prefix: string, row: string | null): void => {
      const [met, not] = [number('met', row), number('not-met', row)]
      sheet.count(`${prefix}.met`, met)
      sheet.count(`${prefix}.not-met`, not)
      sheet.count(`${prefix}.out-of`, met + not)
      sheet.sum(`${prefix}.out-of`, [`${prefix}.met`, `${prefix}.not-met`])
    }
    count(id, null)
    for (const { code } of INTERVAL_ROWS) count(`${id}.${code}`, code)
    for (const end of ['met', 'not-met', 'out-of'])
      sheet.sum(
        `${id}.${end}`,
        INTERVAL_ROWS.map(({ code }) => `${id}.${code}.${end}`),
      )
    for (const left of ['vague', 'assumed']) sheet.count(`${id}-left.${left}`, number(left, null))
  }
}

/** Days between milestones, and the standards met, of all and of the four commonest cancers. */
export const measureIntervals = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  measureDays(sheet, people, period)
  measureStandards(sheet, people, period)
}
