import * as fc from 'fast-check'
import { canonicalJson } from '#core/canonical-json.ts'
import { makeReport } from '#tests/core/reports/make-report.ts'
import { type Reading, readReport, readWarily } from './reader.ts'
import { anyList, anyPeriod, anyRegister, hidingRules } from './registers.ts'
import { countedMarks, hiddenAs, type Sent } from './sent.ts'
import { strangeNumbers } from './sentences.ts'

/** What attacks on many made-up reports came to. */
export interface Outcome {
  readonly reports: number
  readonly hidden: number
  /** Counts of which the search came to no end: neither told nor proved hidden. */
  readonly gaveUp: number
  /** Reports with a small count under a dagger. */
  readonly blurred: number
  /** Hidden counts that were worked out, with their true value; numbers in sentences that no table shows; and such. */
  readonly leaks: readonly string[]
}

/** Attacks made-up reports of one practice each, by what their .json files say and nothing else. */
export const attackReports = (reports: number, seed: number): Outcome => {
  let hidden = 0
  let gaveUp = 0
  let blurred = 0
  const leaks: string[] = []
  fc.assert(
    fc.property(anyRegister, fc.option(anyList), anyPeriod, hidingRules, (people, list, period, smallNumbers) => {
      const made = makeReport({ people, period, smallNumbers, lists: list === null ? [] : [list] })
      const sent = JSON.parse(canonicalJson(made.dataset)) as Sent
      const truths = new Map(made.sheet.figures().map(({ id, value }) => [id, value]))
      const account = (reading: Reading): void => {
        for (const { id, least, most, how } of reading.told) {
          const truth = truths.get(id) ?? -1
          if (truth >= least && truth <= most) leaks.push(`${smallNumbers}: ${id} is ${truth}, told as ${how}`)
        }
      }
      const reading = readReport(sent)
      hidden += reading.hidden
      gaveUp += reading.gaveUp
      // A small count under a dagger: whoever takes daggers for great ones starts from something untrue.
      const isBlurred = [...hiddenAs(sent)].some(
        ([id, why]) => why === 'protect' && (truths.get(id) ?? 0) <= (smallNumbers === 'hide-1-to-5' ? 5 : 7),
      )
      if (!isBlurred) account(reading)
      blurred += Number(isBlurred)
      account(readWarily(sent))
      leaks.push(...strangeNumbers(sent).map((number) => `A sentence says ${number}`))
      const marks = countedMarks(sent)
      const said = sent.hiddenCounts
      if (marks.small !== said.small || marks.protect !== said.protect) leaks.push('The counted marks differ')
      if (smallNumbers === 'hide-1-to-7-round-5' && /"unit":"days","estimate":\{[^}]*\d\.\d/.test(JSON.stringify(sent)))
        leaks.push('A median of a rounded report has a fraction')
    }),
    { seed, numRuns: reports },
  )
  return { reports, hidden, gaveUp, blurred, leaks }
}
