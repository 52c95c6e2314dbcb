import type { register } from '#shared/features/register/contract.ts'
import type { Handlers } from '../../context.ts'
import { eachInTurns } from '../../turn.ts'
import { keepWithEpisode, keepWithSave } from '../checks/public.ts'
import {
  addEpisode,
  addPerson,
  giveNamedLead,
  removeEpisode,
  removePerson,
  saveEpisode,
  savePerson,
} from './commands.ts'
import { findPeople, personWithEpisodes, possibleDuplicates } from './people.ts'
import { exportList } from './export-list.ts'
import { neighboursOf } from './neighbours.ts'
import { filteredIds, registerPage, viewCounts } from './queries.ts'
import { addView, changeView, savedViews } from './saved-views.ts'
import { addRegistration, removeRegistration, saveRegistration } from './registrations.ts'

/** A list on paper longer than this is not read by anybody: the print says how many are left out. */
const MOST_PRINTED = 2000

export const registerHandlers: Handlers<typeof register> = {
  page: ({ db, env }, input) => registerPage(db, input, env.clock.today()),
  viewCounts: ({ db, env }) => viewCounts(db, env.clock.today()),
  filteredIds: ({ db, env }, input) => filteredIds(db, input, env.clock.today()),
  neighbours: ({ db, env }, { id, list }) => neighboursOf(db, list, id, env.clock.today()),
  find: ({ db, env }, { text, limit }) => findPeople(db, text, limit, env.clock.today()),
  person: ({ db, env }, { id }) => personWithEpisodes(db, id, env.clock.today()),
  possibleDuplicates: ({ db }, input) => possibleDuplicates(db, input),
  async addPerson(context, { person, episode, kept }) {
    const id = await addPerson(context, person, episode)
    await keepWithSave(context, id, kept)
    return { id, version: 1, undo: context.auditSeq }
  },
  async savePerson(context, { id, version, person, kept }) {
    const saved = await savePerson(context, id, version, person)
    await keepWithSave(context, id, kept)
    return { id, version: saved, undo: context.auditSeq }
  },
  async removePerson(context, { id, version, reason }) {
    context.note({ reason })
    await removePerson(context, id, version)
    return { undo: context.auditSeq }
  },
  async addEpisode(context, { personId, episode, kept }) {
    const id = await addEpisode(context, personId, episode)
    await keepWithSave(context, personId, kept)
    return { id, version: 1, undo: context.auditSeq }
  },
  async saveEpisode(context, { id, version, episode, kept }) {
    const saved = await saveEpisode(context, id, version, episode)
    await keepWithEpisode(context, id, kept)
    return { id, version: saved, undo: context.auditSeq }
  },
  async removeEpisode(context, { id, version }) {
    await removeEpisode(context, id, version)
    return { undo: context.auditSeq }
  },
  async addRegistration(context, { personId, registration }) {
    return { id: await addRegistration(context, personId, registration), version: 1, undo: context.auditSeq }
  },
  async saveRegistration(context, { id, version, registration }) {
    return { id, version: await saveRegistration(context, id, version, registration), undo: context.auditSeq }
  },
  async removeRegistration(context, { id, version }) {
    await removeRegistration(context, id, version)
    return { undo: context.auditSeq }
  },
  async setNamedLead(context, { personIds, namedLeadId }) {
    let changed = 0
    await eachInTurns(personIds, async (id) => {
      if (await giveNamedLead(context, id, namedLeadId)) changed += 1
    })
    return { changed, undo: context.auditSeq }
  },
  forPrint: ({ db, env }, list) => registerPage(db, { ...list, offset: 0, limit: MOST_PRINTED }, env.clock.today()),
  exportList,
  savedViews: ({ db }) => savedViews(db),
  async addView(context, view) {
    return { id: await addView(context, view), version: 1, undo: context.auditSeq }
  },
  async changeView(context, { id, version, name, address }) {
    return { id, version: await changeView(context, id, version, { name, address }), undo: context.auditSeq }
  },
  async removeView(context, { id, version }) {
    await context.remove('saved_view', id, version)
    return { undo: context.auditSeq }
  },
}
