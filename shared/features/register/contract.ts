import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { isoDateSchema, partialDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { keptSchema } from '#shared/features/checks/schema.ts'
import {
  episodeFieldsSchema,
  episodeSchema,
  neighboursSchema,
  personFieldsSchema,
  personSchema,
  possibleDuplicateSchema,
  registerPageResultSchema,
  registerPageSchema,
  registrationFieldsSchema,
  registrationSchema,
} from './schema.ts'
import { listExportSchema, listQuerySchema, newSavedViewSchema, savedViewSchema } from './list-schema.ts'

const saved = z.object({ id: uuidSchema, version: z.number().int(), undo: z.number().int() })
const undoable = z.object({ undo: z.number().int() })
const version = z.number().int().min(1)
/** What was unusual in the form and kept with a reason. */
const kept = z.array(keptSchema).max(40).default([])

export const register = {
  page: query({
    summary: 'One page of the register, filtered and sorted.',
    can: 'register.read',
    input: registerPageSchema,
    output: registerPageResultSchema,
  }),
  viewCounts: query({
    summary: 'How many people each saved view holds.',
    can: 'register.read',
    input: z.object({}),
    output: z.record(z.string(), z.number().int()),
  }),
  filteredIds: query({
    summary: 'The people a filter finds, in order, for choosing all of them.',
    can: 'register.read',
    input: registerPageSchema,
    output: z.array(uuidSchema),
  }),
  neighbours: query({
    summary: 'Who stands before and after a person in a view of the register, and where they stand themselves.',
    can: 'register.read',
    input: z.object({ id: uuidSchema, list: listQuerySchema }),
    output: neighboursSchema,
  }),
  find: query({
    summary: 'People whose name, NHS number or cancer begins with what was typed.',
    can: 'register.read',
    input: z.object({ text: z.string().trim().max(80), limit: z.number().int().min(1).max(20).default(8) }),
    output: z.array(
      z.object({
        id: uuidSchema,
        surname: z.string(),
        givenName: z.string(),
        birthDate: isoDateSchema.nullable(),
        nhsNumber: z.string().nullable(),
        localId: z.string().nullable(),
      }),
    ),
  }),
  person: query({
    summary: 'One person with their diagnoses and the practices they were registered with.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ id: uuidSchema }),
    output: z.object({
      person: personSchema,
      episodes: z.array(episodeSchema),
      registrations: z.array(registrationSchema),
      /** The end of their registration with this practice, once it is over: they are then asked for no contact. */
      leftOn: partialDateSchema.nullable(),
    }),
  }),
  possibleDuplicates: query({
    summary: 'Whether someone like this is already on the register. Says who only by record id.',
    can: 'register.read',
    input: z.object({
      nhsNumber: z.string().nullable(),
      surname: z.string(),
      givenName: z.string(),
      birthDate: isoDateSchema.nullable(),
      exceptId: uuidSchema.nullable(),
    }),
    output: z.array(possibleDuplicateSchema),
  }),
  addPerson: command({
    summary: 'Add a person, with a first diagnosis if there is one.',
    can: 'register.write',
    audits: 'create',
    input: z.object({ person: personFieldsSchema, episode: episodeFieldsSchema.nullable(), kept }),
    output: saved,
  }),
  savePerson: command({
    summary: 'Change a person’s details.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, person: personFieldsSchema, kept }),
    output: saved,
  }),
  removePerson: command({
    summary: 'Take a person off the register, with their diagnoses and events. Can be undone.',
    can: 'register.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version, reason: z.string().trim().min(3, 'Say why in a few words').max(300) }),
    output: undoable,
  }),
  addEpisode: command({
    summary: 'Add a diagnosis.',
    can: 'register.write',
    audits: 'create',
    input: z.object({ personId: uuidSchema, episode: episodeFieldsSchema, kept }),
    output: saved,
  }),
  saveEpisode: command({
    summary: 'Change a diagnosis.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, episode: episodeFieldsSchema, kept }),
    output: saved,
  }),
  removeEpisode: command({
    summary: 'Remove a diagnosis entered by mistake. Can be undone.',
    can: 'register.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: undoable,
  }),
  addRegistration: command({
    summary: 'Say when a person was registered with a practice.',
    can: 'register.write',
    audits: 'create',
    input: z.object({ personId: uuidSchema, registration: registrationFieldsSchema }),
    output: saved,
  }),
  saveRegistration: command({
    summary: 'Change or end a person’s time with a practice.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, registration: registrationFieldsSchema }),
    output: saved,
  }),
  removeRegistration: command({
    summary: 'Remove a time with a practice entered by mistake. Can be undone.',
    can: 'register.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: undoable,
  }),
  setNamedLead: command({
    summary: 'Give several people the same named lead, or none.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({
      personIds: z.array(uuidSchema).min(1, 'Choose somebody first').max(100_000),
      namedLeadId: uuidSchema.nullable(),
    }),
    output: z.object({ changed: z.number().int(), undo: z.number().int() }),
  }),
  forPrint: query({
    summary: 'A view of the register, to be printed.',
    can: 'register.read',
    audits: 'print',
    input: listQuerySchema,
    output: registerPageResultSchema,
  }),
  exportList: job({
    summary: 'Write a view of the register to a file, with the reason for it.',
    can: 'people.export',
    audits: 'export',
    input: listExportSchema,
    output: z.object({ people: z.number().int() }),
  }),
  savedViews: query({
    summary: 'The views of the register that this practice keeps.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(savedViewSchema),
  }),
  addView: command({
    summary: 'Keep a view of the register under a name.',
    can: 'register.write',
    audits: 'create',
    input: newSavedViewSchema,
    output: saved,
  }),
  changeView: command({
    summary: 'Rename a kept view or change what it shows.',
    can: 'register.write',
    audits: 'edit',
    input: newSavedViewSchema.extend({ id: uuidSchema, version }),
    output: saved,
  }),
  removeView: command({
    summary: 'Forget a kept view. Can be undone.',
    can: 'register.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: undoable,
  }),
}
