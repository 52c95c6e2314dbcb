import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { hitSchema, hitViewSchema, personHitSchema, reasonSchema, ruleFiguresSchema } from './schema.ts'

const ruleCode = z.string().max(60)
const undoable = z.object({ undo: z.number().int() })

export const checks = {
  figures: query({
    summary: 'Every check with how often it is raised and how often people keep what it asks about.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({ people: z.number().int(), rules: z.array(ruleFiguresSchema) }),
  }),
  standing: query({
    summary: 'How many people there is something to look at about, and which checks are switched off.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({
      errors: z.number().int(),
      warnings: z.number().int(),
      switchedOff: z.array(z.string()),
    }),
  }),
  people: query({
    summary: 'The people one check says something about.',
    can: 'register.read',
    input: z.object({
      rule: ruleCode,
      view: hitViewSchema.default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ hits: z.array(personHitSchema), total: z.number().int() }),
  }),
  ofPerson: query({
    summary: 'What the checks say about one person.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.array(hitSchema),
  }),
  keep: command({
    summary: 'Keep something unusual with a reason. Can be undone; lapses when the values change.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ personId: uuidSchema, rule: ruleCode, subjectId: uuidSchema, reason: reasonSchema }),
    output: undoable,
  }),
  askAgain: command({
    summary: 'Take back a reason, so that the check asks again.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version: z.number().int().min(1) }),
    output: undoable,
  }),
  switchOff: command({
    summary: 'Switch a check off for this register, with a reason. Those of what cannot be so stay on.',
    can: 'settings.write',
    audits: 'settings',
    input: z.object({ rule: ruleCode, reason: reasonSchema }),
    output: undoable,
  }),
  switchOn: command({
    summary: 'Switch a check on again.',
    can: 'settings.write',
    audits: 'settings',
    input: z.object({ rule: ruleCode }),
    output: undoable,
  }),
}
