import { AppError } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/define.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Practice, User } from '#shared/features/access/schema.ts'
import type { Contacts } from '#shared/features/settings/contract.ts'
import type { CommandContext, Environment, Session } from '../../context.ts'
import type { Ids } from '../../ids.ts'
import { stopWaitingForDisk, waitForDisk } from '../../db/sqlite/maintenance.ts'
import { letOthersWork } from '../../turn.ts'
import { runInTransaction } from '../../write.ts'
import { saveContacts } from '../settings/public.ts'
import { demoContacts } from './contacts.ts'
import { storeDevelopment } from './development.ts'
import { storeDocuments } from './documents.ts'
import { demoPeople } from './people.ts'
import { storePlan } from './plan.ts'
import { storePlanLogs } from './plan-logs.ts'
import { beginReview, holdReview } from './plan-review.ts'
import { seededIds } from './seeded-ids.ts'
import type { DetailedPerson } from './details.ts'

const LEAD = 'Dr Anjali Rao'
const NURSE = 'Beth Tranter'
const PHARMACIST = 'Tunde Eze'
const LEADS = [LEAD, NURSE, PHARMACIST] as const

/** People on the register for each 10,000 on the list, as English practices have them. */
const PEOPLE_A_LIST = 340
const LIST_SIZE = 10_000
const PEOPLE_A_TRANSACTION = 1000
const PEOPLE_A_SLICE = 250
const PLAN_IDS_SEED = 0x91a

/** The practice of the demo and the people who work there. The first of them is the lead. */
export const demoPractice = (
  today: IsoDate,
  patients = PEOPLE_A_LIST,
): { practice: Practice; users: Omit<User, 'id'>[] } => ({
  practice: {
    name: 'Brackenfold Surgery',
    odsCode: 'A99901',
    nation: 'england',
    listSize: patients === PEOPLE_A_LIST ? LIST_SIZE : Math.max(1, Math.round((patients / PEOPLE_A_LIST) * LIST_SIZE)),
    listSizeOn: addDays(today, -Number(today.slice(8)) + 1),
    networkName: 'Ferrin Vale',
  },
  users: [
    { name: LEAD, jobTitle: 'Cancer lead', role: 'lead' },
    { name: NURSE, jobTitle: 'Practice nurse', role: 'clinical' },
    { name: PHARMACIST, jobTitle: 'Clinical pharmacist', role: 'clinical' },
    { name: 'Mina Kettle', jobTitle: 'Administrator', role: 'admin' },
  ],
})

export interface FillOptions {
  patients: number
  seed: number
  /** The day the demo's journeys lead up to. Left out: the clock's. */
  today?: IsoDate
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Whom the papers of the demo say to ring, at numbers that the regulator keeps for stories. */
const CONTACTS: Contacts = {
  practicePhone: '01632 960 140',
  outOfHoursName: 'Ferrin Vale out of hours',
  outOfHoursPhone: '01632 960 199',
}

/** Draws of their own, so that nobody on the register changes with them. */
const CONTACT_IDS_SEED = 0x5eed_c0
const LOG_IDS_SEED = 0x5eed_10
const DEVELOPMENT_IDS_SEED = 0x5eed_de
const REVIEW_IDS_SEED = 0x5eed_4e
const DOCUMENT_IDS_SEED = 0x5eed_d0

const takeFrom = <T>(items: Iterator<T>, most: number): T[] => {
  const taken: T[] = []
  while (taken.length < most) {
    const next = items.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

/** Makes people up and stores them, a few at a time: many at once would wait in memory for each other. */
const storeSome = async ({ addPeople }: CommandContext, people: Iterator<DetailedPerson>): Promise<number> => {
  let stored = 0
  while (stored < PEOPLE_A_TRANSACTION) {
    const some = takeFrom(people, PEOPLE_A_SLICE)
    if (some.length === 0) break
    await addPeople(some)
    stored += some.length
  }
  return stored
}

const leadIdsOf = async (session: Session): Promise<string[]> => {
  const accounts = await session.database.read.selectFrom('user_account').select(['id', 'name']).execute()
  return LEADS.flatMap((name) => accounts.find((account) => account.name === name)?.id ?? [])
}

/** What the lead has done besides looking after people: the plan with its logs and a review, learning, and documents. */
const storeWork = async (context: CommandContext, seed: number, today: IsoDate): Promise<void> => {
  const idsFor = (own: number): Ids => seededIds(seed ^ own, today)
  await storePlan(context, idsFor(PLAN_IDS_SEED), today)
  const reviewIds = idsFor(REVIEW_IDS_SEED)
  const reviewId = await beginReview(context, reviewIds, today)
  await storePlanLogs(context, idsFor(LOG_IDS_SEED), { today, reviewId })
  await holdReview(context, reviewIds, { today, reviewId })
  await storeDevelopment(context, idsFor(DEVELOPMENT_IDS_SEED), today)
  await storeDocuments(context, idsFor(DOCUMENT_IDS_SEED), today)
}

/**
 * Fills a register with made-up people, their diagnoses and journeys, a thousand people to a transaction, and with
 * what their lead works on.
 * @throws AppError `cancelled` between two transactions.
 */
export const fillDemo = async (env: Environment, session: Session, options: FillOptions): Promise<void> => {
  const { patients, seed, today = env.clock.today(), signal, onProgress } = options
  const people = demoPeople({ patients, seed, today, leadIds: await leadIdsOf(session) })
  const subject = { method: 'access.openDemo', verb: 'create' as const, personId: null, undoesSeq: null }
  let done = 0
  await session.database.alone(stopWaitingForDisk)
  try {
    while (done < patients) {
      const isFirst = done === 0
      done += await runInTransaction(env, session, subject, async (context) => {
        if (isFirst) {
          await saveContacts(context, CONTACTS)
          await context.insertMany('contact', demoContacts(seededIds(seed ^ CONTACT_IDS_SEED, today), today))
        }
        const stored = await storeSome(context, people)
        if (done + stored >= patients) await storeWork(context, seed, today)
        return stored
      })
      onProgress?.({ step: 'Making up people', done, total: patients, unit: 'people' })
      await letOthersWork()
      if (signal?.aborted === true) throw new AppError('cancelled', 'Stopped. The demo practice was not made.')
    }
  } finally {
    await session.database.alone(waitForDisk)
  }
}
