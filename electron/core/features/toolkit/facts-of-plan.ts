import { addDays, addMonths, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { IMPACTS, LIKELIHOODS } from '#shared/features/plan-logs/schema.ts'
import { ACTION_STATUSES, OPEN_STATUSES, type PlanYear, PLAN_YEARS } from '#shared/features/plan/schema.ts'
import type { PlanTable } from '../../db/schema-of-plans.ts'
import { risksOf } from '../plan-logs/public.ts'
import { countWords, type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'

/** The newest plan that is not closed. */
const planNow = ({ db }: FactsAsked): Promise<PlanTable | undefined> =>
  db
    .selectFrom('plan')
    .selectAll()
    .where('state', '<>', 'closed')
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

const YEAR = 12

const yearSpan = ({ starts_on: startsOn }: PlanTable, year: PlanYear) => ({
  from: addMonths(startsOn, (year - 1) * YEAR),
  to: addDays(addMonths(startsOn, year * YEAR), -1),
})

const yearNow = (plan: PlanTable, today: IsoDate): PlanYear | null =>
  PLAN_YEARS.find((year) => yearSpan(plan, year).from <= today && today <= yearSpan(plan, year).to) ?? null

const isOpen = (status: string): boolean => (OPEN_STATUSES as readonly string[]).includes(status)

const actionsOf = ({ db }: FactsAsked, plan: PlanTable) =>
  db.selectFrom('plan_action').selectAll().where('plan_id', '=', plan.id).orderBy('due_on').orderBy('code').execute()

/** Milestones not met yet of actions that still have something to do, the next first. */
const milestonesAhead = ({ db }: FactsAsked, plan: PlanTable) =>
  db
    .selectFrom('plan_milestone as milestone')
    .innerJoin('plan_action as action', 'action.id', 'milestone.action_id')
    .select(['milestone.title', 'milestone.due_on', 'action.code', 'action.title as action_title', 'action.owner_name'])
    .where('action.plan_id', '=', plan.id)
    .where('action.status', 'in', OPEN_STATUSES)
    .where('milestone.met_on', 'is', null)
    .orderBy('milestone.due_on')
    .orderBy('milestone.id')
    .execute()

const dueWords = (due: IsoDate, today: IsoDate): string =>
  due < today ? `${formatIsoDate(due)}, late` : formatIsoDate(due)

const hoursLeft = async ({ db, today }: FactsAsked, plan: PlanTable): Promise<string | null> => {
  const year = yearNow(plan, today)
  if (year === null) return null
  const funded = await db
    .selectFrom('plan_funding')
    .select('hours')
    .where('plan_id', '=', plan.id)
    .where('year', '=', year)
    .executeTakeFirst()
  if (funded === undefined) return null
  const { from, to } = yearSpan(plan, year)
  const { used } = await db
    .selectFrom('plan_session')
    .select((where) => where.fn.sum<number | null>('hours').as('used'))
    .where('plan_id', '=', plan.id)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .executeTakeFirstOrThrow()
  return (funded.hours - (used ?? 0)).toLocaleString('en-GB')
}

const of = (words: string | null, { today }: FactsAsked): Fact => fact('Action plan', words, { asAt: today })

/** The action plan as it stands. */
export const factsOfPlan: FactSource = async (asked, codes): Promise<Facts> => {
  const plan = await planNow(asked)
  if (plan === undefined) return new Map()
  const { today } = asked
  const actions = await actionsOf(asked, plan)
  const count = (rule: (action: (typeof actions)[number]) => boolean): Fact =>
    of(countWords(actions.filter(rule).length), asked)
  const ahead = codes.has('plan.next-milestone') ? await milestonesAhead(asked, plan) : []
  // What was missed is not what comes next: it is named, as late, only where nothing else is left.
  const next = ahead.find(({ due_on: due }) => due >= today) ?? ahead[0]
  const year = yearNow(plan, today)
  const ends = yearSpan(plan, 3).to
  return new Map([
    ['plan.title', of(plan.title, asked)],
    ['plan.years', of(`${plan.starts_on.slice(0, 4)} to ${ends.slice(0, 4)}`, asked)],
    ['plan.signed-on', of(plan.signed_on === null ? null : formatIsoDate(plan.signed_on), asked)],
    ['plan.signed-by', of(plan.signed_by, asked)],
    ['plan.year-now', of(year === null ? null : `Year ${year}`, asked)],
    ['plan.actions-open', count(({ status }) => isOpen(status))],
    ['plan.actions-done', count(({ status }) => status === 'done')],
    ['plan.actions-late', count(({ status, due_on: due }) => isOpen(status) && due < today)],
    ['plan.next-milestone', of(next === undefined ? null : `${next.title}, ${dueWords(next.due_on, today)}`, asked)],
    ['plan.owner-hours-left', of(codes.has('plan.owner-hours-left') ? await hoursLeft(asked, plan) : null, asked)],
  ])
}

const tableOf = (head: readonly string[], rows: string[][], asked: FactsAsked): Fact => {
  const words = rows.length === 0 ? null : rows.length === 1 ? '1 row' : `${rows.length} rows`
  return fact('Action plan', words, { asAt: asked.today, table: rows.length === 0 ? null : { head: [...head], rows } })
}

const statusWords = (status: string): string => ACTION_STATUSES.find(({ code }) => code === status)?.label ?? status

const objectives = async (asked: FactsAsked, plan: PlanTable): Promise<Fact> => {
  const rows = await asked.db
    .selectFrom('plan_objective')
    .select(['id', 'number', 'title'])
    .where('plan_id', '=', plan.id)
    .orderBy('number')
    .execute()
  const actions = await actionsOf(asked, plan)
  const cells = rows.map(({ id, number, title }) => {
    const own = actions.filter(({ objective_id: objective }) => objective === id)
    const open = own.filter(({ status }) => isOpen(status)).length
    return [String(number), title, String(open), String(own.filter(({ status }) => status === 'done').length)]
  })
  return tableOf(['', 'Objective', 'Actions open', 'Done'], cells, asked)
}

const openActions = async (asked: FactsAsked, plan: PlanTable): Promise<Fact> => {
  const rows = (await actionsOf(asked, plan)).filter(({ status }) => isOpen(status))
  return tableOf(
    ['', 'Action', 'Who', 'By when', 'How it stands'],
    rows.map((row) => [
      row.code,
      row.title,
      row.owner_name ?? 'Nobody yet',
      formatIsoDate(row.due_on),
      row.due_on < asked.today ? `${statusWords(row.status)}, late` : statusWords(row.status),
    ]),
    asked,
  )
}

const milestones = async (asked: FactsAsked, plan: PlanTable): Promise<Fact> =>
  tableOf(
    ['Milestone', 'Action', 'By when'],
    (await milestonesAhead(asked, plan)).map((row) => [
      row.title,
      `${row.code} ${row.action_title}`,
      dueWords(row.due_on, asked.today),
    ]),
    asked,
  )

/** What the newest update of each open action asks for. */
const asks = async (asked: FactsAsked, plan: PlanTable): Promise<Fact> => {
  const rows = await asked.db
    .selectFrom('plan_update as said')
    .innerJoin('plan_action as action', 'action.id', 'said.action_id')
    .select(['said.action_id', 'said.ask', 'said.happened_on', 'action.code', 'action.title', 'action.owner_name'])
    .where('action.plan_id', '=', plan.id)
    .where('action.status', 'in', OPEN_STATUSES)
    .orderBy('said.happened_on', 'desc')
    .orderBy('said.id', 'desc')
    .execute()
  const newest = [...Map.groupBy(rows, ({ action_id: id }) => id).values()].flatMap(([row]) => row ?? [])
  return tableOf(
    ['What is asked for', 'For', 'Asked on'],
    newest
      .filter(({ ask }) => ask !== '')
      .map(({ ask, code, title, happened_on: on }) => [ask, `${code} ${title}`, formatIsoDate(on)]),
    asked,
  )
}

const risks = async (asked: FactsAsked, plan: PlanTable): Promise<Fact> => {
  const open = (await risksOf(asked.db, plan.id)).filter(({ closedOn }) => closedOn === null)
  return tableOf(
    ['Risk', 'How likely', 'Impact', 'What is done', 'Who'],
    open.map((risk) => [
      risk.words,
      LIKELIHOODS[risk.likelihood - 1] ?? '',
      IMPACTS[risk.impact - 1] ?? '',
      risk.response,
      risk.ownerName ?? 'Nobody yet',
    ]),
    asked,
  )
}

const TABLES: Readonly<Record<string, (asked: FactsAsked, plan: PlanTable) => Promise<Fact>>> = {
  'table.plan-objectives': objectives,
  'table.plan-open-actions': openActions,
  'table.plan-milestones': milestones,
  'table.plan-asks': asks,
  'table.plan-risks': risks,
}

/** Tables of the action plan. */
export const planTables: FactSource = async (asked, codes): Promise<Facts> => {
  const wanted = [...codes].filter((code) => TABLES[code] !== undefined)
  const plan = wanted.length === 0 ? undefined : await planNow(asked)
  const facts: Facts = new Map()
  for (const code of wanted) {
    const table = TABLES[code]
    if (plan !== undefined && table !== undefined) facts.set(code, await table(asked, plan))
  }
  return facts
}
