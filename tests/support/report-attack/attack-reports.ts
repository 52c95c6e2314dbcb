import * as fc from 'fast-check'
import { canonicalJson } from '#core/canonical-json.ts'
import { makeReport } from '#tests/core/reports/make-report.ts'
import { type Reading, readReport, readWarily } from './reader.ts'
import { anyList, anyPeriod, anyRegister, anySections, hidingRules } from './registers.ts'
import { countedMarks, hiddenAs, type Sent } from './sent.ts'
import { strangeNumbers } from './sentences.ts'

/** What attacks on many made-up reports came to. */
export interface Outcome {
  readonly reports: number
  readonly hidden: number
  /** Counts that were searched for, those that are printed nowhere among them, by each of the two readers. */
  readonly attacked: number
  /** Of those, the ones of which the search came to no end: neither told nor proved hidden. */
  readonly gaveUp: number
  /** Reports with a small count under a dagger. */
  readonly blurred: number
  /** Hidden counts that were worked out, with their true value; numbers in sentences that no table shows; and such. */
  readonly leaks: readonly string[]
}

/** Attacks made-up reports of one practice each, by what their .json files say and nothing else. */
export const attackReports = (reports: number, seed: number): Outcome => {
  let hidden = 0
  let attacked = 0
  let gaveUp = 0
  let blurred = 0
  const leaks: string[] = []
  fc.assert(
    fc.property(
      anyRegister,
      fc.option(anyList),
      anyPeriod,
      hidingRules,
      anySections,
      (people, list, period, smallNumbers, sections) => {
        const made = makeReport({ people, period, smallNumbers, sections, lists: list === null ? [] : [list] })
        const sent = JSON.parse(canonicalJson(made.dataset)) as Sent
        const truths = new Map(made.counted.figures().map(({ id, value }) => [id, value]))
        const account = (reading: Reading): void => {
          for (const { id, least, most, how } of reading.told) {
            const truth = truths.get(id)
            if (truth === undefined) leaks.push(`${id} is no count of the report`)
            else if (truth >= least && truth <= most) leaks.push(`${smallNumbers}: ${id} is ${truth}, told as ${how}`)
          }
        }
        // A small count under a dagger: whoever takes daggers for great ones starts from something untrue.
        const isBlurred = [...hiddenAs(sent)].some(
          ([id, why]) => why === 'protect' && (truths.get(id) ?? 0) <= (smallNumbers === 'hide-1-to-5' ? 5 : 7),
        )
        blurred += Number(isBlurred)
        const wary = readWarily(sent)
        hidden += wary.hidden
        for (const reading of isBlurred ? [wary] : [wary, readReport(sent)]) {
          attacked += reading.unseen
          gaveUp += reading.gaveUp
          account(reading)
        }
        leaks.push(...strangeNumbers(sent).map((number) => `A sentence says ${number}`))
        const marks = countedMarks(sent)
        const said = sent.hiddenCounts
        if (marks.small !== said.small || marks.protect !== said.protect) leaks.push('The counted marks differ')
        if (
          smallNumbers === 'hide-1-to-7-round-5' &&
          /"unit":"days","estimate":\{[^}]*\d\.\d/.test(JSON.stringify(sent))
        )
          leaks.push('A median of a rounded report has a fraction')
      },
    ),
    { seed, numRuns: reports, endOnFailure: true },
  )
  return { reports, hidden, attacked, gaveUp, blurred, leaks }
}
