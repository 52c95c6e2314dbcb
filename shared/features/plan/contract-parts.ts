import { z } from 'zod'
import { uuidSchema } from '#shared/domain/schemas.ts'

const version = z.number().int().min(1)
/** The number of the audit entry: what `audit.undo` takes. */
const undo = z.number().int()

/** One row as the caller saw it. */
export const which = z.object({ id: uuidSchema, version })
export const made = z.object({ id: uuidSchema, version, undo })
export const changed = z.object({ version, undo })
export const taken = z.object({ undo })
