import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import type { TemplateLine } from '#shared/features/toolkit/schema.ts'
import type { Template } from '#shared/features/toolkit/template.ts'
import { TEMPLATES } from '#shared/features/toolkit/templates/index.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ToolkitTemplateTable } from '../../db/schema-of-toolkit.ts'
import { textFrom } from './documents.ts'

/** A template with its text read. */
export interface TemplateText {
  readonly line: TemplateLine
  readonly content: ToolkitDocument
}

const lineOf = (template: Template): TemplateLine => ({
  code: template.code,
  own: null,
  title: template.title,
  topic: template.topic,
  audience: template.audience,
  purpose: template.purpose,
  usedBy: template.usedBy,
  minutes: template.minutes,
  sources: [...template.sources],
  reviewMonths: template.reviewMonths,
  aboutPerson: template.aboutPerson,
})

/** Only what is to be shown of a template. */
const ownLine = (row: ToolkitTemplateTable): TemplateLine => ({
  code: row.code,
  own: { id: row.id, version: row.version, addedOn: row.added_on, addedBy: row.added_by, origin: row.origin },
  title: row.title,
  topic: row.topic,
  audience: row.audience,
  purpose: row.purpose,
  usedBy: row.used_by,
  minutes: row.minutes,
  sources: JSON.parse(row.sources) as string[],
  reviewMonths: row.review_months,
  aboutPerson: row.audience === 'person',
})

/** Every template: those that come with the app, then the practice's own by title. */
export const templateLines = async (db: ReadDb): Promise<TemplateLine[]> => {
  const own = await db.selectFrom('toolkit_template').selectAll().orderBy('title').execute()
  return [...TEMPLATES.map(lineOf), ...own.map(ownLine)]
}

/** In how many months a document made from a template is to be looked at again; null: never, or the template is gone. */
export const reviewMonthsOf = async (db: ReadDb, code: string): Promise<number | null> => {
  const ours = TEMPLATES.find((template) => template.code === code)
  if (ours !== undefined) return ours.reviewMonths
  const row = await db
    .selectFrom('toolkit_template')
    .select('review_months')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.review_months ?? null
}

/** One template by its code; null where it is gone. */
export const templateText = async (db: ReadDb, code: string): Promise<TemplateText | null> => {
  const ours = TEMPLATES.find((template) => template.code === code)
  if (ours !== undefined) {
    const read = readMarkdown(ours.markdown)
    if (!read.ok) throw new Error(`the template ${code} cannot be read: ${read.fault}`)
    return { line: lineOf(ours), content: read.read.document }
  }
  const row = await db.selectFrom('toolkit_template').selectAll().where('code', '=', code).executeTakeFirst()
  return row === undefined ? null : { line: ownLine(row), content: textFrom(row.content) }
}
