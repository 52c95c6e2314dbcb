import type { Core } from '#core/core.ts'
import { openForReading } from '#core/db/sqlite/connection.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { benchRegister } from './bench-register.ts'
import { ACTIONS, largePlan, UPDATES } from './large-plan.ts'
import { planFrameFigures } from './plan-frames.ts'
import { type Figure, inTurns, median, ratioFigure, timed } from './measure.ts'

const PEOPLE = 340
const REPEATS = 4
const ROUNDS = { warmUp: 5, rounds: 21 }
const MOST_TIMES = { current: 3, move: 1.5 }
const FIRST_DAY = '2030-04-01'

const OF_ACTIONS = 'WHERE action_id IN (SELECT id FROM plan_action WHERE plan_id = ?)'
/** What the board's data cost with nothing around them: prepared statements that read the same rows. */
const BARE = [
  'SELECT * FROM plan WHERE id = ?',
  'SELECT * FROM plan_objective WHERE plan_id = ? ORDER BY number',
  'SELECT * FROM plan_action WHERE plan_id = ?',
  `SELECT * FROM plan_action_objective ${OF_ACTIONS}`,
  `SELECT action_id, measure_code FROM plan_action_measure ${OF_ACTIONS}`,
  `SELECT * FROM plan_milestone ${OF_ACTIONS} ORDER BY due_on`,
  `SELECT * FROM plan_need ${OF_ACTIONS}`,
  `SELECT action_id, max(happened_on) FROM plan_update ${OF_ACTIONS} GROUP BY action_id`,
  'SELECT * FROM plan_baseline WHERE plan_id = ?',
]

const repeated = (work: () => unknown) => async (): Promise<number> => {
  const total = await timed(async () => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) await work()
  })
  return total / REPEATS
}

/** Drags one action to and fro, as the timeline does. */
const dragging = (core: Core, { actions }: Plan): (() => Promise<void>) => {
  const dragged = actions[Math.floor(actions.length / 2)]
  if (dragged === undefined) throw new Error('the plan has actions')
  const { id, objectiveId, startsOn, dueOn } = dragged
  let { version } = dragged
  return async () => {
    const days = version % 2 === 0 ? 7 : 0
    const dates = { startsOn: addDays(startsOn, days), dueOn: addDays(dueOn, days) }
    const moved = await core.call('plan.moveAction', { id, version, ...dates, objectiveId, reason: null })
    version = (moved as { version: number }).version
  }
}

/** A plan of 500 actions and 5,000 updates: reading it for the board, and moving an action, against bare reads of it. */
export const planFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  say(`making a plan of ${ACTIONS} actions and ${UPDATES.toLocaleString('en-GB')} updates`)
  const register = await benchRegister(PEOPLE)
  const { core } = register
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  try {
    const planId = await largePlan(core, FIRST_DAY)
    const statements = BARE.map((sql) => connection.prepare(sql))
    const bare = repeated(() => {
      for (const statement of statements) statement.all(planId)
    })
    say('reading the plan')
    const current = await inTurns({ ours: repeated(() => core.call('plan.current', {})), bare }, ROUNDS)
    say('moving an action')
    const drag = dragging(core, (await core.call('plan.current', {})) as Plan)
    const move = await inTurns({ ours: repeated(drag), bare }, ROUNDS)
    say('its history')
    const history: number[] = []
    for (let round = 0; round < ROUNDS.warmUp; round += 1)
      history.push(await timed(() => core.call('plan.history', { planId })))
    say('the timeline in the window')
    return [
      ratioFigure('plan.current', MOST_TIMES.current, current, 'bare reads of the same rows'),
      ratioFigure('plan.moveAction', MOST_TIMES.move, move, 'bare reads of the whole plan'),
      {
        name: 'plan.history',
        value: median(history),
        unit: 'ms',
        limit: null,
        detail: `median of ${history.length}, the newest hundred entries`,
      },
      ...(await planFrameFigures(register)),
    ]
  } finally {
    connection.close()
    await register.remove()
  }
}
