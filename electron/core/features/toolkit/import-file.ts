import { readFileSync, statSync } from 'node:fs'
import { unzipSync } from 'fflate/browser'
import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { toolkit } from '#shared/features/toolkit/contract.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { readHtml } from '#shared/features/toolkit/from-html.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import type { JobContext } from '../../context.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
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
const LARGEST_UNPACKED = 100_000_000
const LARGEST_HTML = 8_000_000

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { fileHandle: words } })
}

/** @throws AppError `validation` for a file too large, `io` where the disk refuses. */
export const readBytes = (path: string, largest = LARGEST): Buffer => {
  try {
    if (statSync(path).size > largest) refuse('This file is too large to be one')
    return readFileSync(path)
  } catch (cause) {
    throw explainFileError(cause)
  }
}

/** Says how large a zip file is unpacked, by what its own directory tells, without unpacking anything. */
const unpackedSize = (bytes: Uint8Array): number => {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

const UNREADABLE = 'This is not a Word document that can be read. Save it as .docx and try again'

const wordHtml = async (bytes: Buffer): Promise<{ html: string; pictures: number }> => {
  // Half a megabyte of library that only this needs is not read when the app starts.
  const { default: mammoth } = await import('mammoth')
  let pictures = 0
  try {
    if (unpackedSize(bytes) > LARGEST_UNPACKED) refuse('This file is too large to be one')
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
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
    if (cause instanceof AppError) throw cause
    return refuse(UNREADABLE)
  }
}

/** A title, with the line below it that says which issue one of our own documents was: it is another one from now on. */
const TITLE = /^\s*<h1 class="title">(.*?)<\/h1>(?:<p class="note">Issue \d+, [^<]*<\/p>)?/

const readWord = async (bytes: Buffer): Promise<ReadFile> => {
  const { html, pictures } = await wordHtml(bytes)
  if (html.length > LARGEST_HTML) refuse('This file is too large to be one')
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
