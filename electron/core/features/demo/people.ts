import { dayNumber } from '#shared/domain/calendar.ts'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { Chance } from './chance.ts'
import type { AskedOf, AskingSetting } from './asked.ts'
import { withAsking } from './asking.ts'
import { type DetailedPerson, type DetailSetting, withDetails } from './details.ts'
import { type LearningSetting, type LearntOf, withLearning } from './learning.ts'
import { NAMED_NHS_NUMBERS, namedPeople } from './named-people.ts'
import { ordinaryPerson } from './ordinary-person.ts'
import { seededIds } from './seeded-ids.ts'
import { type SlipSetting, withSlips } from './slips.ts'

export interface DemoOptions {
  patients: number
  /** Any whole number: the same seed and day give the same people, byte for byte. */
  seed: number
  today: IsoDate
  /** Accounts that lead people's care, in the order Rao, Tranter, Eze. */
  leadIds: readonly string[]
}

const PREFIXES = 1_000_000
/** Has no factor in common with the number of prefixes, so every prefix comes once before any comes again. */
const STEP = 618_033
const FIRST_LOCAL_ID = 20_114
const IDS_SEED = 0x1d5
const REFERRALS_SEED = 0x2ef
const DETAILS_SEED = 0xde7a
const REGISTRATION_IDS_SEED = 0x9e6
const ASKING_SEED = 0xa5c
const ASKING_IDS_SEED = 0x71d
const SLIPS_SEED = 0x511
const LEARNING_SEED = 0x1ea
const LEARNING_IDS_SEED = 0x1e5

/** Valid numbers from 999 000 0000 to 999 999 9999, not in a row as no practice's are, each once. */
export const scatteredNhsNumbers = function* (): Generator<string, void, void> {
  for (let index = 1; index < PREFIXES; index += 1) {
    const prefix = (index * STEP) % PREFIXES
    const [number] = testNhsNumbers(prefix).take(1)
    const has = number?.slice(3, 9) === String(prefix).padStart(6, '0')
    if (number !== undefined && has && !NAMED_NHS_NUMBERS.has(number)) yield number
  }
}

/**
 * Made-up people of a practice, the ones with a known story first. Every identifier, date and word follows from the
 * seed and the day. At most about 900,000: the test range of NHS numbers holds no more.
 */
export const demoPeople = function* ({
  patients,
  seed,
  today,
  leadIds,
}: DemoOptions): Generator<DetailedPerson & AskedOf & LearntOf, void, void> {
  const chance = new Chance(seed)
  const setting = {
    today: dayNumber(today),
    ids: seededIds(seed ^ IDS_SEED, today),
    leadIds,
    referrals: new Chance(seed ^ REFERRALS_SEED),
  }
  const details: DetailSetting = {
    chance: new Chance(seed ^ DETAILS_SEED),
    today: setting.today,
    ids: seededIds(seed ^ REGISTRATION_IDS_SEED, today),
  }
  const asking: AskingSetting = {
    chance: new Chance(seed ^ ASKING_SEED),
    ids: seededIds(seed ^ ASKING_IDS_SEED, today),
    today,
    leadIds,
  }
  const learning: LearningSetting = {
    chance: new Chance(seed ^ LEARNING_SEED),
    ids: seededIds(seed ^ LEARNING_IDS_SEED, today),
    today,
    leadIds,
  }
  const slips: SlipSetting = { chance: new Chance(seed ^ SLIPS_SEED), lastOf: new Map() }
  let made = 0
  for (const person of namedPeople(chance, setting)) {
    if (made === patients) return
    yield withLearning(learning, withAsking(asking, withDetails(details, person)))
    made += 1
  }
  for (const nhsNumber of scatteredNhsNumbers()) {
    if (made === patients) return
    const person = ordinaryPerson(chance, setting, nhsNumber, String(FIRST_LOCAL_ID + made * 3))
    yield withLearning(learning, withAsking(asking, withSlips(slips, withDetails(details, person))))
    made += 1
  }
}
