import type { z } from 'zod'
import { peopleWords } from '#renderer/features/measures/public.ts'
import type { PeopleCaveat, reportPeopleSchema } from '#shared/features/reports/people-behind.ts'

type Answer = Pick<z.output<typeof reportPeopleSchema>, 'asOf' | 'caveats' | 'frozen' | 'counted' | 'removed' | 'total'>

const CAVEAT_WORDS: Readonly<Record<PeopleCaveat, string>> = {
  'no-history': 'The history of this register does not reach back to when the report was counted.',
  ways: 'Referrals, clocks and hospitals are taken as they are recorded today.',
  rule: 'The report was counted by another version of the rule.',
  'letter-days': 'Letters could take other days when the report was counted.',
  'not-kept': 'An earlier version did not keep the true count.',
}

const number = (value: number): string => value.toLocaleString('en-GB')

/** Who the people of a figure are, whether they add up to it, and why they may not: one sentence each. */
export const behindSentences = ({ asOf, caveats, frozen, counted, removed, total }: Answer): string[] => {
  const people = total + removed
  const times = counted === people ? '' : `, counted ${number(counted)} times`
  const when = asOf === 'freeze' ? 'as they were recorded when the report was counted' : 'as they are recorded today'
  return [
    `${peopleWords(people)}${times}, ${when}.`,
    ...caveats.map((caveat) => CAVEAT_WORDS[caveat]),
    ...(frozen === null || frozen === counted ? [] : [`When the report was frozen it was ${number(frozen)}.`]),
    ...(removed === 0 ? [] : [`${peopleWords(removed)} taken off the register since cannot be shown.`]),
  ]
}
