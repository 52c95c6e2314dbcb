import { query } from '#shared/contract/define.ts'
import {
  patternPeopleInputSchema,
  patternPeopleSchema,
  patternsInputSchema,
  patternsSchema,
} from './patterns/schema.ts'
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
}
