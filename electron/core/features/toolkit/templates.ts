import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { toolkit } from '#shared/features/toolkit/contract.ts'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { fieldNamed, isBlank } from '#shared/features/toolkit/fields.ts'
import type { TemplateLine } from '#shared/features/toolkit/schema.ts'
import {
  LARGEST_TEMPLATE,
  readTemplateFile,
  type TemplateContent,
  templateFile,
} from '#shared/features/toolkit/template-file.ts'
import { TEMPLATES } from '#shared/features/toolkit/templates/index.ts'
import { documentOf, fieldsIn, mapNodes } from '#shared/features/toolkit/walk.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import type { CommandContext, Environment, JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { NewRow } from '../../db/recorder.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { contentOf, documentRow, storedText } from './documents.ts'
import { readBytes } from './import-file.ts'
import { type TemplateText, templateText } from './template-texts.ts'
import { tellingOfPeople, typedPeople } from './typed-people.ts'

type Input<Name extends keyof typeof toolkit> = z.output<(typeof toolkit)[Name]['input']>

const checksumOf = (template: unknown): string => sha256(canonicalJson(template))

/** A text without what belongs to one document of it: comments, and words that a fact was frozen at. */
const asTemplate = ({ content }: ToolkitDocument): ToolkitDocument =>
  documentOf(
    content.flatMap((block) =>
      mapNodes(block, (node): DocumentNode => {
        const { marks: given, ...rest } = node
        const marks = (given ?? []).filter(({ type }) => type !== 'comment')
        const isFact = node.type === 'field' || node.type === 'fieldTable'
        const attrs = isFact ? { attrs: { ...node.attrs, frozen: null } } : {}
        return { ...rest, ...attrs, ...(marks.length === 0 ? {} : { marks }) }
      }),
    ),
  )

/** A code that no template has, made of some words. */
const freeCode = async (db: ReadDb, wanted: string): Promise<string> => {
  const base =
    wanted
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'template'
  const own = await db.selectFrom('toolkit_template').select('code').execute()
  const taken = new Set([...own.map(({ code }) => code), ...TEMPLATES.map(({ code }) => code)])
  const start = base.length < 2 ? `${base}-1` : base
  let code = start
  for (let number = 2; taken.has(code); number += 1) code = `${start}-${number}`
  return code
}

const practiceName = async (db: ReadDb): Promise<string> =>
  (await db.selectFrom('practice').select('name').executeTakeFirst())?.name ?? 'Unnamed practice'

const fileContent = ({ line, content }: TemplateText, madeBy: string): TemplateContent => ({
  code: line.code,
  title: line.title,
  topic: line.topic,
  audience: line.audience,
  purpose: line.purpose,
  usedBy: line.usedBy,
  minutes: line.minutes,
  sources: line.sources,
  reviewMonths: line.reviewMonths,
  madeBy,
  content,
})

const rowOf = (
  { env, user }: CommandContext,
  { content, madeBy: origin, ...about }: TemplateContent,
  checksum: string,
): NewRow<'toolkit_template'> => ({
  id: env.ids.next(),
  code: about.code,
  title: about.title,
  topic: about.topic,
  audience: about.audience,
  purpose: about.purpose,
  used_by: about.usedBy,
  minutes: about.minutes,
  sources: JSON.stringify(about.sources),
  review_months: about.reviewMonths,
  content: storedText(content),
  origin,
  checksum,
  added_on: env.clock.today(),
  added_by: user.name,
})

/**
 * Makes a template of a document's text. What was filled in and frozen stays behind.
 * @throws AppError `conflict` where somebody of the register is named in it: templates go from practice to practice.
 */
export const saveAsTemplate = async (
  context: CommandContext,
  { documentId, ...about }: Input<'saveAsTemplate'>,
): Promise<{ code: string; id: string }> => {
  const row = await documentRow(context, documentId)
  const content = asTemplate(await contentOf(context.db, documentId))
  const [typed] = await typedPeople(context.db, content, {}, null)
  if (typed !== undefined)
    throw new AppError('conflict', `This cannot become a template yet. ${typed.words} was typed into the text.`)
  const { title, purpose, usedBy, sources } = about
  const [telling] = (await tellingOfPeople(context.db, [title, purpose, usedBy, ...sources], null)).flat()
  if (telling !== undefined)
    throw new AppError('conflict', `This cannot become a template. ${telling} was typed into what is said of it.`)
  const code = await freeCode(context.db, about.title)
  const madeBy = await practiceName(context.db)
  const template = { ...about, code, topic: row.topic, audience: row.audience, madeBy, content }
  const stored = rowOf(context, template, checksumOf(template))
  await context.insert('toolkit_template', { ...stored, origin: 'Made here' })
  return { code, id: stored.id }
}

const wanted = async (db: ReadDb, code: string): Promise<TemplateText> => {
  const found = await templateText(db, code)
  if (found === null) throw new AppError('not-found', 'This template is gone. It may have been removed meanwhile.')
  return found
}

/** One template with its text, to be looked at before it is used. */
export const previewTemplate = async (
  db: ReadDb,
  code: string,
): Promise<{ template: TemplateLine; content: ToolkitDocument }> => {
  const { line, content } = await wanted(db, code)
  return { template: line, content }
}

/** Writes a template to a file that another practice can bring in. */
export const exportTemplate = async (
  job: JobContext,
  { code, fileHandle }: Input<'exportTemplate'>,
): Promise<{ checksum: string; bytes: number }> => {
  const path = job.env.files.path(fileHandle, 'write')
  await job.report({ step: 'Writing the file', done: 0, total: null, unit: '' })
  const template = fileContent(await wanted(job.read, code), await practiceName(job.read))
  const checksum = checksumOf(template)
  const text = `${JSON.stringify(templateFile(template, checksum), null, 2)}\n`
  job.note({ code, checksum })
  await enterThenPlace(job, () => writeWhole(path, text))
  return { checksum, bytes: Buffer.byteLength(text) }
}

const readFile = (env: Environment, fileHandle: string) => {
  const bytes = readBytes(env.files.path(fileHandle, 'read'), LARGEST_TEMPLATE)
  const read = readTemplateFile(bytes.toString('utf8'), checksumOf)
  if (read.ok) return read
  const words = `This file is refused: ${read.fault}`
  throw new AppError('validation', words, { fieldErrors: { fileHandle: words } })
}

const here = async (db: ReadDb, checksum: string): Promise<string | null> =>
  (await db.selectFrom('toolkit_template').select('code').where('checksum', '=', checksum).executeTakeFirst())?.code ??
  null

/** What a document of this audience could not say. */
const isUnsafe = (code: string, audience: TemplateContent['audience']): boolean =>
  fieldNamed(code)?.class === 'identifiable' && audience !== 'person'

/** What a template file holds, before it is brought in. @throws AppError `validation` for a file that is refused. */
export const inspectTemplate = async (env: Environment, db: ReadDb, fileHandle: string) => {
  const { template, checksum } = readFile(env, fileHandle)
  const { content, madeBy, ...about } = template
  const codes = [...new Set(fieldsIn(content).map(({ code }) => code))]
  const named = codes.filter((code) => !isBlank(code))
  return {
    checksum,
    madeBy,
    template: { ...about, own: null, aboutPerson: about.audience === 'person' },
    content,
    known: named.filter((code) => fieldNamed(code) !== null && !isUnsafe(code, about.audience)),
    unknown: named.filter((code) => fieldNamed(code) === null),
    unsafe: named.filter((code) => isUnsafe(code, about.audience)),
    blanks: codes.filter(isBlank),
    alreadyHere: await here(db, checksum),
  }
}

/**
 * Brings a template in, as it was looked at.
 * @throws AppError `conflict` where it is here already or the file is not the one that was looked at.
 */
export const importTemplate = async (
  context: CommandContext,
  { fileHandle, checksum }: Input<'importTemplate'>,
): Promise<{ code: string; id: string }> => {
  const read = readFile(context.env, fileHandle)
  if (read.checksum !== checksum)
    throw new AppError('conflict', 'This file is not the one that was looked at. Look at it again.')
  if ((await here(context.db, checksum)) !== null)
    throw new AppError('conflict', 'This template is here already. Nothing was brought in.')
  const code = await freeCode(context.db, read.template.code)
  const content = asTemplate(read.template.content)
  const row = rowOf(context, { ...read.template, code, content }, checksum)
  await context.insert('toolkit_template', row)
  context.note({ code, checksum, from: read.template.madeBy })
  return { code, id: row.id }
}
