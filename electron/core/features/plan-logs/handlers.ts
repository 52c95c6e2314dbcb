import type { planLogs } from '#shared/features/plan-logs/contract.ts'
import type { Handlers } from '../../context.ts'
import {
  addDecision,
  addRisk,
  addSession,
  closeRisk,
  removeEntry,
  saveDecision,
  saveRisk,
  saveSession,
  setFunding,
} from './commands.ts'
import { budgetOf, decisionsOf, risksOf } from './queries.ts'

export const planLogHandlers: Handlers<typeof planLogs> = {
  risks: ({ db }, { planId }) => risksOf(db, planId),
  decisions: ({ db }, { planId }) => decisionsOf(db, planId),
  budget: ({ db }, { planId }) => budgetOf(db, planId),
  async addRisk(context, wanted) {
    return { id: await addRisk(context, wanted), version: 1, undo: context.auditSeq }
  },
  async saveRisk(context, wanted) {
    return { version: await saveRisk(context, wanted), undo: context.auditSeq }
  },
  async closeRisk(context, wanted) {
    return { version: await closeRisk(context, wanted), undo: context.auditSeq }
  },
  async removeRisk(context, which) {
    await removeEntry(context, 'plan_risk', which)
    return { undo: context.auditSeq }
  },
  async addDecision(context, wanted) {
    return { id: await addDecision(context, wanted), version: 1, undo: context.auditSeq }
  },
  async saveDecision(context, wanted) {
    return { version: await saveDecision(context, wanted), undo: context.auditSeq }
  },
  async removeDecision(context, which) {
    await removeEntry(context, 'plan_decision', which)
    return { undo: context.auditSeq }
  },
  async setFunding(context, wanted) {
    await setFunding(context, wanted)
    return { undo: context.auditSeq }
  },
  async addSession(context, wanted) {
    return { id: await addSession(context, wanted), version: 1, undo: context.auditSeq }
  },
  async saveSession(context, wanted) {
    return { version: await saveSession(context, wanted), undo: context.auditSeq }
  },
  async removeSession(context, which) {
    await removeEntry(context, 'plan_session', which)
    return { undo: context.auditSeq }
  },
}
