import { z } from 'zod'
import { readSafeJson } from '#shared/domain/safe-json.ts'
import { shortText } from '#shared/domain/schemas.ts'
import { checkDocument } from './check-document.ts'
import type { ToolkitDocument } from './document.ts'
import { TEMPLATE_AUDIENCES, TEMPLATE_TOPICS } from './template.ts'

/** A template on its way from one practice to another: a file of JSON with a checksum. */

const FORMAT = 'throughline-template'
const FORMAT_VERSION = 1

/** Largest template file, in bytes. */
export const LARGEST_TEMPLATE = 2_000_000

const words = (max: number) => shortText(max)

const wrapperSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** SHA-256 of the template in its one spelling. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  template: z.record(z.string(), z.unknown()),
})

const aboutSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{2,60}$/),
  title: words(120),
  topic: z.enum(TEMPLATE_TOPICS),
  audience: z.enum(TEMPLATE_AUDIENCES),
  purpose: words(400),
  usedBy: words(200),
  minutes: z.number().int().min(1).max(600),
  sources: z.array(words(300)).max(40),
  reviewMonths: z.number().int().min(1).max(120).nullable(),
  madeBy: words(120),
})

/** What a file says of a template. */
export type TemplateAbout = z.output<typeof aboutSchema>

/** A template as it stands in a file. */
export interface TemplateContent extends TemplateAbout {
  readonly content: ToolkitDocument
}

/** The whole file. @param checksum of the template in its one spelling. */
export const templateFile = (template: TemplateContent, checksum: string) => ({
  format: FORMAT,
  version: FORMAT_VERSION,
  checksum,
  template,
})

type Read =
  | { readonly ok: true; readonly template: TemplateContent; readonly checksum: string }
  | { readonly ok: false; readonly fault: string }

const fault = (text: string): Read => ({ ok: false, fault: text })

/**
 * Reads a template file. It is taken whole or refused whole: nothing in it is put right.
 * @param checksumOf the fingerprint of the template in its one spelling.
 */
export const readTemplateFile = (text: string, checksumOf: (template: unknown) => string): Read => {
  const parsed = readSafeJson(text)
  if (parsed === 'deep') return fault('its parts lie too deep within each other')
  if (parsed === 'damaged') return fault('it is damaged, or no template file')
  const wrapper = wrapperSchema.safeParse(parsed.value)
  if (!wrapper.success) return fault('it is no template file')
  const { version, checksum, template } = wrapper.data
  if (version !== FORMAT_VERSION) return fault('it was made by a newer Throughline than this one')
  if (checksumOf(template) !== checksum) return fault('it was changed after it was made, or is damaged')
  const { content, ...rest } = template
  const about = aboutSchema.safeParse(rest)
  if (!about.success) return fault(`“${String(about.error.issues[0]?.path[0] ?? 'it')}” is not as it should be`)
  const checked = checkDocument(content)
  if (!checked.ok) return fault(checked.fault)
  return { ok: true, checksum, template: { ...about.data, content: checked.document } }
}
