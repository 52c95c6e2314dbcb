import { NOT_KNOWN, TOP_DEATH_PLACES } from './demographics.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { placeInPeriod, type ReportPeriod } from './period.ts'
import { countsForRegister } from './register-measure.ts'
import type { ReportSource } from './source.ts'

/** Places that deaths are counted by; `not-known` comes last. */
export const DEATH_PARTS = [...TOP_DEATH_PLACES, { code: NOT_KNOWN, label: 'Not recorded' }] as const

/**
 * Deaths in the period of people with a diagnosis that counts for the register, of any cause: `deaths`, with
 * `deaths.<place>` and `deaths.not-known`, which add up to it, and `deaths-left.vague` (a date too vague to place).
 */
export const measureDeaths = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  const died = people
    .filter(({ episodes }) => episodes.some(countsForRegister))
    .map(({ deathDate, deathPlace = null }) => ({
      place: deathPlace ?? NOT_KNOWN,
      fits: deathDate === null ? 'outside' : placeInPeriod(deathDate, period),
    }))
  const inside = died.filter(({ fits }) => fits === 'inside')
  sheet.count('deaths', inside.length)
  for (const { code } of DEATH_PARTS) sheet.count(`deaths.${code}`, inside.filter(({ place }) => place === code).length)
  sheet.sum(
    'deaths',
    DEATH_PARTS.map(({ code }) => `deaths.${code}`),
  )
  sheet.count('deaths-left.vague', died.filter(({ fits }) => fits === 'unsure').length)
}
