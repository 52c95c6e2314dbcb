import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'

/**
 * The people behind a figure of a frozen report, for use inside the practice. No format of a report holds any of it.
 */

/**
 * Why a list may not add up to the number that was frozen. no-history: the history does not reach back to it, so that
 * people are counted as they are today. ways: referrals, clocks and hospitals are taken as they are today. rule and
 * letter-days: it was counted by another rule, or letters could take other days. not-kept: an earlier version did not keep
 * the true count.
 */
export const PEOPLE_CAVEATS = ['no-history', 'ways', 'rule', 'letter-days', 'not-kept'] as const
export type PeopleCaveat = (typeof PEOPLE_CAVEATS)[number]

/** Figures of a compared list count its entries, some of whom are nobody on the register. */
const OF_A_LIST = /^list-\d+\./

/** Whether people of the register stand behind a figure of a report of one practice. */
export const countsPeople = (figure: string): boolean => !OF_A_LIST.test(figure)

export const reportPeopleInputSchema = z.object({
  id: uuidSchema,
  figure: z.string().max(80),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
})

const count = z.number().int().min(0)

export const reportPeopleSchema = z.object({
  /** When the figures of the report were counted, or today, where the history does not reach back. */
  asOf: z.enum(['freeze', 'today']),
  caveats: z.array(z.enum(PEOPLE_CAVEATS)),
  /** The true count as it was frozen, also where the report hides it; `null` where it was not kept. */
  frozen: count.nullable(),
  /** What the people found add up to: with two diagnoses somebody counts twice. */
  counted: count,
  /** People among them who were taken off the register since and cannot be shown. */
  removed: count,
  rows: z.array(
    z.object({
      person: personLineSchema,
      /** How often they are counted, and how often they would be by what is recorded today. */
      times: z.number().int().min(1),
      now: count,
    }),
  ),
  /** Those who can be shown. */
  total: count,
})
