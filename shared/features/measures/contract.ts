import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import {
  patternPeopleInputSchema,
  patternPeopleSchema,
  patternsInputSchema,
  patternsSchema,
} from './patterns/schema.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import {
  sincePeopleInputSchema,
  sincePeopleSchema,
  sinceSentInputSchema,
  sinceSentSchema,
} from '#shared/features/reports/public.ts'
import { markFieldsSchema } from './library/marks.ts'
import {
  libraryInputSchema,
  libraryPeopleInputSchema,
  libraryPeopleSchema,
  librarySchema,
  measureInputSchema,
  measureSchema,
} from './library/schema.ts'
import {
  indicatorsInputSchema,
  indicatorsSchema,
  measurePeopleInputSchema,
  measurePeopleSchema,
  whatIfInputSchema,
  whatIfSchema,
} from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()

export const measures = {
  indicators: query({
    summary: 'The indicators of a financial year: numerator, denominator, adjustments, and who was left out and why.',
    can: 'register.read',
    input: indicatorsInputSchema,
    output: indicatorsSchema,
  }),
  people: query({
    summary: 'The people behind a figure of an indicator, each with the reason.',
    can: 'register.read',
    input: measurePeopleInputSchema,
    output: measurePeopleSchema,
  }),
  whatIf: query({
    summary: 'Who will count, fail or be exempt at the coming year end if nothing more happens after a day.',
    can: 'register.read',
    input: whatIfInputSchema,
    output: whatIfSchema,
  }),
  patterns: query({
    summary: 'The commonest sequences of milestones among past diagnoses, with days, outcomes and what came next.',
    can: 'register.read',
    input: patternsInputSchema,
    output: patternsSchema,
  }),
  patternPeople: query({
    summary: 'The people behind a pattern or a step of it, each with what is recorded of the diagnosis.',
    can: 'register.read',
    input: patternPeopleInputSchema,
    output: patternPeopleSchema,
  }),
  library: query({
    summary: 'Every measure of the library over a period of months, beside the same length of time just before.',
    can: 'register.read',
    input: libraryInputSchema,
    output: librarySchema,
  }),
  measure: query({
    summary: 'One measure with its 36 months, split by one thing where that is asked.',
    can: 'register.read',
    input: measureInputSchema,
    output: measureSchema,
  }),
  libraryPeople: query({
    summary: 'The people behind a figure of the library, each with how they are counted.',
    can: 'register.read',
    input: libraryPeopleInputSchema,
    output: libraryPeopleSchema,
  }),
  saveMark: command({
    summary: 'Write on the chart of a measure: limits that begin anew, a note or a target of the practice.',
    can: 'reports.build',
    audits: 'edit',
    input: z.object({
      code: z.string().max(40),
      /** The mark that is changed; `null` for a new one. */
      mark: z.object({ id: uuidSchema, version }).nullable(),
      fields: markFieldsSchema,
    }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  removeMark: command({
    summary: 'Take a mark off the chart of a measure.',
    can: 'reports.build',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ undo }),
  }),
  sinceSent: query({
    summary: 'The figures of a measure in the newest report that was sent, beside what is recorded today.',
    can: 'reports.build',
    input: sinceSentInputSchema,
    output: sinceSentSchema,
  }),
  peopleSinceSent: query({
    summary: 'The people who came into such a figure, went out of it or were written about since.',
    can: 'reports.build',
    input: sincePeopleInputSchema,
    output: sincePeopleSchema,
  }),
}
