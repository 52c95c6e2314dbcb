import type { checks } from '#shared/features/checks/contract.ts'
import type { Handlers } from '../../context.ts'
import { askAgain, keepUnusual } from './commands.ts'
import { checkStanding, hitsOfPerson, peopleOfRule, ruleFigures } from './queries.ts'
import { switchOff, switchOn } from './switches.ts'

export const checkHandlers: Handlers<typeof checks> = {
  figures: ({ db }) => ruleFigures(db),
  standing: ({ db }) => checkStanding(db),
  people: ({ db }, input) => peopleOfRule(db, input),
  ofPerson: ({ db }, { personId }) => hitsOfPerson(db, personId),
  async keep(context, input) {
    await keepUnusual(context, input)
    return { undo: context.auditSeq }
  },
  async askAgain(context, { id, version }) {
    await askAgain(context, id, version)
    return { undo: context.auditSeq }
  },
  async switchOff(context, { rule, reason }) {
    await switchOff(context, rule, reason)
    return { undo: context.auditSeq }
  },
  async switchOn(context, { rule }) {
    await switchOn(context, rule)
    return { undo: context.auditSeq }
  },
}
