import { readFileSync, statSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate/browser'
import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { toolkit } from '#shared/features/toolkit/contract.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { readHtml } from '#shared/features/toolkit/from-html.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import type { JobContext } from '../../context.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { startOfEntry, zipDirectory } from '../imports/public.ts'
import { storeText } from './store-text.ts'

type Input = z.output<(typeof toolkit)['importFile']['input']>

/** What a file holds that can be a document. */
interface ReadFile {
  readonly document: ToolkitDocument
  readonly title: string | null
  readonly leftOut: readonly string[]
  readonly strange: readonly string[]
}

const LARGEST = 20_000_000
/** The XML of a Word document together, unpacked. */
const LARGEST_XML = 30_000_000
/** Each element and attribute takes more than a kilobyte of memory while it is read. Forty pages have some 100,000. */
const MOST_MARKS = 500_000
const LARGEST_HTML = 8_000_000
const LESS_THAN = 0x3c
const EQUALS = 0x3d

const TOO_LARGE = 'This file is too large to be one'

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { fileHandle: words } })
}

/** @throws AppError `validation` for a file too large, `io` where the disk refuses. */
export const readBytes = (path: string, largest = LARGEST): Buffer => {
  try {
    if (statSync(path).size > largest) refuse(TOO_LARGE)
    return readFileSync(path)
  } catch (cause) {
    throw explainFileError(cause)
  }
}

/** How many elements and attributes XML has at most, by the letters that each of them needs. */
const marksIn = (xml: Uint8Array): number => {
  let marks = 0
  for (const byte of xml) if (byte === LESS_THAN || byte === EQUALS) marks += 1
  return marks
}

/**
 * The XML of a Word document in a zip made anew. Nothing is unpacked later that was not measured here, whatever the zip
 * says of itself; pictures are not taken along.
 */
const measuredXml = (bytes: Buffer): Buffer => {
  const parts: Record<string, Uint8Array> = {}
  let left = LARGEST_XML
  let marks = 0
  for (const entry of zipDirectory(bytes)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    left -= entry.unpacked
    if (left < 0) return refuse(TOO_LARGE)
    const start = startOfEntry(bytes, entry)
    const body = bytes.subarray(start, start + entry.packed)
    // One that unpacks to more than it says fails here, and one that is stored is no larger than the file.
    const part = entry.isDeflated ? inflateRawSync(body, { maxOutputLength: Math.max(1, entry.unpacked) }) : body
    marks += marksIn(part)
    if (marks > MOST_MARKS) return refuse(TOO_LARGE)
    parts[entry.name] = part
  }
  return Buffer.from(zipSync(parts, { level: 0 }))
}

const UNREADABLE = 'This is not a Word document that can be read. Save it as .docx and try again'

const wordHtml = async (bytes: Buffer): Promise<{ html: string; pictures: number }> => {
  // Half a megabyte of library that only this needs is not read when the app starts.
  const { default: mammoth } = await import('mammoth')
  let pictures = 0
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: measuredXml(bytes) },
      {
        styleMap: ['u => u', "p[style-name='Title'] => h1.title:fresh", "p[style-name='Report Note'] => p.note:fresh"],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => {
          pictures += 1
          return { src: '' }
        }),
      },
    )
    return { html: value, pictures }
  } catch (cause) {
    if (cause instanceof AppError && cause.message === TOO_LARGE) throw cause
    return refuse(UNREADABLE)
  }
}

/** A title, with the line below it that says which issue one of our own documents was: it is another one from now on. */
const TITLE = /^\s*<h1 class="title">(.*?)<\/h1>(?:<p class="note">Issue \d+, [^<]*<\/p>)?/

const readWord = async (bytes: Buffer): Promise<ReadFile> => {
  const { html, pictures } = await wordHtml(bytes)
  if (html.length > LARGEST_HTML) refuse(TOO_LARGE)
  const title = TITLE.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? null
  const read = readHtml(html.replace(TITLE, ''))
  if (!read.ok) return refuse(`This file cannot be taken over: ${read.fault}`)
  const leftOut = new Set([...read.leftOut, ...(pictures > 0 ? ['pictures'] : [])])
  return { document: read.document, title, leftOut: [...leftOut], strange: read.strange }
}

/** The same lines below the title of one that was written as Markdown, with whose it was. */
const OWN_LINES = /^(# [^\n]*\n\n)(?:[^\n]*\\\n){0,4}Issue \d+, [^\n]*\n\n/

/** Text that is not in Unicode comes from an older editor on Windows: read as Unicode, every £ and ’ would be lost. */
const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const readText = (bytes: Buffer): ReadFile => {
  const text = decoded(bytes)
  if (text.includes('\0')) return refuse('This is neither a Word document nor Markdown')
  const result = readMarkdown(text.replace(OWN_LINES, '$1'))
  return result.ok ? result.read : refuse(`This file cannot be taken over: ${result.fault}`)
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))

/** Reads a Word document or Markdown, whichever its bytes say it is. */
const readDocumentFile = (bytes: Buffer): Promise<ReadFile> | ReadFile =>
  isZip(bytes) ? readWord(bytes) : readText(bytes)

const UNNAMED = 'Imported document'
const LONGEST_TITLE = 120

const titleFrom = (title: string | null): string => {
  const clean = (title ?? '').replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ' ').trim()
  return clean === '' ? UNNAMED : clean.slice(0, LONGEST_TITLE)
}

/**
 * Makes a document of a file. Pictures, footnotes and whatever could run or lead elsewhere are left out and named.
 * @throws AppError `validation` where the file is none that can be read.
 */
export const importFile = async (job: JobContext, { fileHandle, audience, topic }: Input) => {
  const bytes = readBytes(job.env.files.path(fileHandle, 'read'))
  await job.report({ step: 'Reading the file', done: 0, total: null, unit: '' })
  const { document, title, leftOut, strange } = await readDocumentFile(bytes)
  job.note({ bytes: bytes.byteLength, leftOut })
  return job.write(async (context) => {
    const id = context.env.ids.next()
    const { clock } = context.env
    const named = titleFrom(title)
    await context.insert('toolkit_document', {
      id,
      template_code: null,
      title: named,
      topic,
      audience,
      private_to: audience === 'self' ? context.user.id : null,
      answers: '{}',
      created_on: clock.today(),
      updated_at: clock.now(),
      updated_by: context.user.name,
      edits: 0,
    })
    await storeText(context, id, document)
    return {
      id,
      version: 1,
      title: named,
      leftOut: [...leftOut],
      strange: [...new Set(strange)],
      undo: context.auditSeq,
    }
  })
}
