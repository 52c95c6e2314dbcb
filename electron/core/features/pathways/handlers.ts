import type { pathways } from '#shared/features/pathways/contract.ts'
import type { Handlers } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { readClockChoices, saveClockDays } from './clock-choices.ts'
import { addAdjustment, linkEvents, savePathway, signOff, startPathway } from './commands.ts'
import { latePathways, openPathways, pathwaysOf } from './queries.ts'
import { mayLoseSignOffs } from './sign-offs.ts'

export const pathwayHandlers: Handlers<typeof pathways> = {
  async ofPerson({ db }, { personId }) {
    return { pathways: await pathwaysOf(db, personId), clocks: await readClockChoices(db) }
  },
  async open({ db, env }) {
    return { rows: await openPathways(db, env.clock.today()) }
  },
  lateCount: ({ db, env }) => latePathways(db, env.clock.today()),
  async printOpen(context, counts) {
    context.note(counts)
    return {}
  },
  async start(context, input) {
    const id = await startPathway(context, input)
    return { id, version: 1, undo: context.auditSeq }
  },
  async save(context, { id, version, pathway }) {
    const after = await savePathway(context, id, version, pathway)
    return { id, version: after, undo: context.auditSeq }
  },
  async remove(context, { id, version }) {
    await mayLoseSignOffs(context, { column: 'pathway_id', id })
    await removeWithBelongings(context.handle, context.recorder, 'pathway', id, version)
    return { undo: context.auditSeq }
  },
  async linkEvents(context, input) {
    await linkEvents(context, input)
    return { undo: context.auditSeq }
  },
  async signOff(context, input) {
    const signed = await signOff(context, input)
    context.note({ decision: input.decision })
    return { ...signed, undo: context.auditSeq }
  },
  async addAdjustment(context, { pathwayId, adjustment }) {
    const id = await addAdjustment(context, pathwayId, adjustment)
    context.note({ clock: adjustment.clock, days: adjustment.days, reason: adjustment.reasonCode })
    return { id, version: 1, undo: context.auditSeq }
  },
  async removeAdjustment(context, { id, version }) {
    await context.remove('clock_adjustment', id, version)
    return { undo: context.auditSeq }
  },
  clocks: ({ db }) => readClockChoices(db),
  async saveClocks(context, input) {
    await saveClockDays(context, input)
    return { undo: context.auditSeq }
  },
}
