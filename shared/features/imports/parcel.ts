import { z } from 'zod'
import { uuidSchema } from '#shared/domain/schemas.ts'

/** How many files are looked at together: more than anybody takes one after another. */
export const MOST_FILES = 100

/**
 * What a file of several is. people: a list of which the layout is known. table: headings and rows, of which a person has
 * to say what they are. bundle: a whole register, for Settings. unusable: nothing that can be taken, with the reason.
 */
export const PARCEL_KINDS = ['people', 'table', 'figures', 'bundle', 'unusable'] as const

export const parcelItemSchema = z.object({
  /** Where it stands in the list, from 0: two files of a zip may have the same name. */
  place: z.number().int(),
  /** With the folders it lies in, inside a zip file. */
  name: z.string(),
  /** Unpacked. */
  bytes: z.number().int(),
  kind: z.enum(PARCEL_KINDS),
  /** "EMIS patient report", "Practice figures: List sizes". */
  what: z.string(),
  /** Whether it may be somebody else's list of the same cancers, which can be compared with the register instead. */
  comparable: z.boolean(),
  /** Why it cannot be taken here, and what to do. null where it can. */
  why: z.string().nullable(),
  /** What reads it. null where it cannot be taken. */
  fileHandle: z.string().nullable(),
  state: z.enum(['left', 'done', 'failed']),
  /** Why reading it failed. */
  trouble: z.string().nullable(),
  /** What it was brought in as. null: not yet, or there was nothing new in it. */
  madeId: uuidSchema.nullable(),
  /** The comparison it was kept as. null: it was not compared. */
  comparedId: uuidSchema.nullable(),
})
export type ParcelItem = z.infer<typeof parcelItemSchema>

/** A zip file, a folder or several files that were chosen together, to be taken one after another. */
export const parcelSchema = z.object({
  from: z.enum(['zip', 'folder', 'files']),
  /** Of the zip file or the folder. */
  name: z.string().nullable(),
  items: z.array(parcelItemSchema),
  /** Not in the list: files that systems hide, and folders inside a folder. */
  leftOut: z.object({ hidden: z.number().int(), folders: z.number().int() }),
})
export type Parcel = z.infer<typeof parcelSchema>
