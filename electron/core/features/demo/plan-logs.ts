import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'
import { storyDays } from './plan-days.ts'
import { STORY_REVIEW } from './plan-review-story.ts'

const RISKS = [
  {
    words: 'The MDT office at Wexcombe stays short of staff, and letters slip back',
    likelihood: 4,
    impact: 3,
    response: 'The weekly call stays until the mailbox works.',
    owner: 'Mina Kettle',
    code: '4.3',
    raised: '2026-11-02',
    closed: null,
  },
  {
    words: 'The lead’s funded hours end with the third year',
    likelihood: 3,
    impact: 5,
    response: 'The case for a fourth year goes to the board with the year-end review.',
    owner: 'Dr Anjali Rao',
    code: null,
    raised: '2026-07-06',
    closed: null,
  },
  {
    words: 'Only one nurse knows how support contacts are recorded',
    likelihood: 2,
    impact: 3,
    response: 'Tunde sits in on two clinics.',
    owner: 'Beth Tranter',
    code: null,
    raised: '2026-04-20',
    closed: null,
  },
  {
    words: 'The hospital changes its letter system in the middle of the trial',
    likelihood: 2,
    impact: 4,
    response: 'Asked at the network meeting: it does not before 2028.',
    owner: 'Dr Anjali Rao',
    code: '4.3',
    raised: '2026-02-09',
    closed: '2026-09-14',
  },
] as const

const DECISIONS = [
  {
    on: '2026-11-02',
    words: 'Keep the weekly call until the mailbox has run for a quarter',
    why: 'Letters came sooner with it, and the mailbox may slip to January.',
    by: 'Practice meeting',
    code: '4.3',
  },
  {
    on: '2026-08-21',
    words: 'Put our part in the hospital’s service plan off by two months',
    why: 'The hospital moved its own date.',
    by: 'Dr Anjali Rao',
    code: '3.3',
  },
  {
    on: '2026-04-13',
    words: 'Spend the second year’s hours on letters and support contacts first',
    why: 'The first year showed the longest waits there.',
    by: 'Brackenfold partners',
    code: null,
  },
] as const

const FUNDING = [
  { year: 1, hours: 100, pence: 400_000 },
  { year: 2, hours: 120, pence: 492_000 },
] as const

const SESSIONS = [
  { on: '2026-11-16', hours: 3.5, words: 'Visit to the MDT office about the mailbox', code: '4.3' },
  { on: '2026-11-02', hours: 4, words: 'Quarter’s figures and practice meeting', code: null },
  { on: '2026-10-12', hours: 8, words: 'Network education day', code: null },
  { on: '2026-09-21', hours: 6, words: 'Service plan workshop at Wexcombe', code: '3.3' },
  { on: '2026-08-10', hours: 7.5, words: 'Clinics with the nurse, support contacts', code: null },
  { on: '2026-07-13', hours: 12, words: 'End of the weekly call trial, write-up', code: '4.3' },
  { on: '2026-06-08', hours: 9.25, words: 'Weekly calls begin, template sent round', code: '4.3' },
  { on: '2026-05-11', hours: 8, words: 'Letters of six months read through', code: '4.3' },
  { on: '2026-04-20', hours: 10, words: 'Year begins: plan with the team', code: null },
  { on: '2026-01-19', hours: 30, words: 'Register looked through, winter', code: null },
  { on: '2025-09-15', hours: 42, words: 'Visits to the four practices nearby', code: null },
] as const

/** Risks, decisions, funding and sessions of the demo's plan, told as the plan itself is; one decision is of its review. */
export const storePlanLogs = async (
  context: CommandContext,
  ids: Ids,
  { today, reviewId }: { readonly today: IsoDate; readonly reviewId: string },
): Promise<void> => {
  const { db } = context
  const day = storyDays(today)
  const { id: planId } = await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
  const actions = await db.selectFrom('plan_action').select(['id', 'code']).where('plan_id', '=', planId).execute()
  const own = { plan_id: planId }
  const about = (code: string | null): string | null => actions.find((action) => action.code === code)?.id ?? null
  await context.insertMany(
    'plan_risk',
    RISKS.map(({ owner, code, raised, closed, ...risk }) => ({
      id: ids.next(),
      ...own,
      ...risk,
      owner_name: owner,
      action_id: about(code),
      raised_on: day(raised),
      closed_on: closed === null ? null : day(closed),
    })),
  )
  await context.insertMany(
    'plan_funding',
    FUNDING.map((funding) => ({ id: ids.next(), ...own, ...funding })),
  )
  await context.insertMany(
    'plan_session',
    SESSIONS.map(({ on, hours, words, code }) => ({
      id: ids.next(),
      ...own,
      held_on: day(on),
      hours,
      words,
      action_id: about(code),
    })),
  )
  await context.insertMany(
    'plan_decision',
    DECISIONS.map(({ on, words, why, by, code }) => ({
      id: ids.next(),
      ...own,
      decided_on: day(on),
      words,
      why,
      decided_by: by,
      action_id: about(code),
      review_id: on === STORY_REVIEW.on ? reviewId : null,
    })),
  )
}
