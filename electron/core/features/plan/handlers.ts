import type { plan } from '#shared/features/plan/contract.ts'
import type { CommandContext, Handlers } from '../../context.ts'
import { answerAction, moveAction, removeAction, saveAction, setNeeds, setStatus } from './action-commands.ts'
import { actionOf } from './action-query.ts'
import { addActions } from './add-actions.ts'
import { chooseBaseline, dropBaseline, freezeYear } from './baselines.ts'
import { addDriver, driversOf, moveDriver, removeDriver, saveDriver } from './driver-commands.ts'
import { planHistory } from './history.ts'
import { linkMeasure, saveLink } from './measure-commands.ts'
import {
  addCycle,
  addMilestone,
  addUpdate,
  meetMilestone,
  removePart,
  saveCycle,
  saveMilestone,
  saveUpdate,
} from './part-commands.ts'
import {
  addObjective,
  closePlan,
  removeDraft,
  removeObjective,
  saveObjective,
  savePlan,
  signPlan,
  startPlan,
} from './plan-commands.ts'
import { currentPlan, measureRuns, milestonesOf, pastPlans, planOf } from './queries.ts'
import type { Which, Written } from './rows.ts'
import { takenFrom } from './taken-from.ts'

/** A command that makes a row, with what takes it back. */
const making =
  <Input>(work: (context: CommandContext, input: Input) => Promise<Written>) =>
  async (context: CommandContext, input: Input) => ({ ...(await work(context, input)), undo: context.auditSeq })

/** A command that changes a row. */
const changing =
  <Input>(work: (context: CommandContext, input: Input) => Promise<number>) =>
  async (context: CommandContext, input: Input) => ({ version: await work(context, input), undo: context.auditSeq })

/** A command that takes a row away. */
const taking =
  (work: (context: CommandContext, which: Which) => Promise<void>) => async (context: CommandContext, which: Which) => {
    await work(context, which)
    return { undo: context.auditSeq }
  }

const takingPart = (table: Parameters<typeof removePart>[1]) =>
  taking((context, which) => removePart(context, table, which))

export const planHandlers: Handlers<typeof plan> = {
  current: ({ db, env }) => currentPlan(db, env.clock.today()),
  past: ({ db }) => pastPlans(db),
  get: ({ db, env }, { id }) => planOf(db, id, env.clock.today()),
  action: ({ db, env }, { id }) => actionOf(db, id, env.clock.today()),
  runs: ({ db, env }, { codes }) => measureRuns(db, codes, env.clock.today()),
  milestonesOf: ({ db }, { measureCode }) => milestonesOf(db, measureCode),
  takenFrom: ({ db }, { ids }) => takenFrom(db, ids),
  history: ({ db }, input) => planHistory(db, input),
  drivers: ({ db }, { planId }) => driversOf(db, planId),
  start: making((context, { fields }) => startPlan(context, fields)),
  save: changing(savePlan),
  sign: changing(signPlan),
  close: changing(closePlan),
  removeDraft: taking(removeDraft),
  addObjective: making(addObjective),
  saveObjective: changing(saveObjective),
  removeObjective: taking(removeObjective),
  async addActions(context, input) {
    return { ids: await addActions(context, input), undo: context.auditSeq }
  },
  saveAction: changing(saveAction),
  setStatus: changing(setStatus),
  moveAction: changing(moveAction),
  removeAction: taking(removeAction),
  setNeeds: changing(setNeeds),
  answer: changing(answerAction),
  addMilestone: making(addMilestone),
  saveMilestone: changing(saveMilestone),
  meetMilestone: changing(meetMilestone),
  removeMilestone: takingPart('plan_milestone'),
  addUpdate: making(addUpdate),
  saveUpdate: changing(saveUpdate),
  removeUpdate: takingPart('plan_update'),
  linkMeasure: making(linkMeasure),
  saveLink: changing(saveLink),
  unlinkMeasure: takingPart('plan_action_measure'),
  chooseBaseline: making(chooseBaseline),
  dropBaseline: taking(dropBaseline),
  async freezeYear(context, input) {
    return { frozen: await freezeYear(context, input), undo: context.auditSeq }
  },
  addCycle: making(addCycle),
  saveCycle: changing(saveCycle),
  removeCycle: takingPart('plan_cycle'),
  addDriver: making(addDriver),
  saveDriver: changing(saveDriver),
  moveDriver: changing(moveDriver),
  removeDriver: taking(removeDriver),
}
