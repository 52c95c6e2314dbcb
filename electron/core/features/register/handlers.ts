import type { register } from '#shared/features/register/contract.ts'
import type { Handlers } from '../../context.ts'
import { addEpisode, addPerson, removeEpisode, removePerson, saveEpisode, savePerson } from './commands.ts'
import { findPeople, personWithEpisodes, possibleDuplicates } from './people.ts'
import { filteredIds, registerPage, viewCounts } from './queries.ts'
import { addRegistration, removeRegistration, saveRegistration } from './registrations.ts'

export const registerHandlers: Handlers<typeof register> = {
  page: ({ db, env }, input) => registerPage(db, input, env.clock.today()),
  viewCounts: ({ db, env }) => viewCounts(db, env.clock.today()),
  filteredIds: ({ db, env }, input) => filteredIds(db, input, env.clock.today()),
  find: ({ db, env }, { text, limit }) => findPeople(db, text, limit, env.clock.today()),
  person: ({ db }, { id }) => personWithEpisodes(db, id),
  possibleDuplicates: ({ db }, input) => possibleDuplicates(db, input),
  async addPerson(context, { person, episode }) {
    return { id: await addPerson(context, person, episode), version: 1, undo: context.auditSeq }
  },
  async savePerson(context, { id, version, person }) {
    return { id, version: await savePerson(context, id, version, person), undo: context.auditSeq }
  },
  async removePerson(context, { id, version, reason }) {
    context.note({ reason })
    await removePerson(context, id, version)
    return { undo: context.auditSeq }
  },
  async addEpisode(context, { personId, episode }) {
    return { id: await addEpisode(context, personId, episode), version: 1, undo: context.auditSeq }
  },
  async saveEpisode(context, { id, version, episode }) {
    return { id, version: await saveEpisode(context, id, version, episode), undo: context.auditSeq }
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
}
