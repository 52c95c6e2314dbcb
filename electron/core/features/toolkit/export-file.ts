import type { z } from 'zod'
import type { toolkit } from '#shared/features/toolkit/contract.ts'
import { writeMarkdown } from '#shared/features/toolkit/to-markdown.ts'
import type { JobContext } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { type Page, pageOf } from './page.ts'
import { toolkitHtml } from './write-html.ts'

type Input = z.output<(typeof toolkit)['exportFile']['input']>

/** Letters that Markdown would take for its own. */
const plainMarkdown = (text: string): string => text.replaceAll(/([\\`*_[\]<>#])/g, String.raw`\$1`)

const markdownOf = ({ title, name, header, footer, line, mark, text }: Page): string =>
  [
    `# ${plainMarkdown(title)}`,
    [name, header, mark, line].flatMap((words) => (words === null ? [] : [plainMarkdown(words)])).join('\\\n'),
    writeMarkdown(text),
    ...(footer === null ? [] : [plainMarkdown(footer)]),
  ].join('\n\n')

const WRITERS: Readonly<Record<Input['format'], (page: Page) => Promise<string | Uint8Array>>> = {
  docx: async (page) => {
    // A megabyte of library that only this format needs is not read when the app starts.
    const { toolkitDocx } = await import('./write-docx.ts')
    return toolkitDocx(page)
  },
  markdown: async (page) => markdownOf(page),
  html: async (page) => toolkitHtml(page),
}

/**
 * Writes an issue, or the draft as it stands, to a file with the house style.
 * @throws AppError `conflict` where a draft that leaves the practice holds what must not; `io`.
 */
export const exportFile = async (job: JobContext, input: Input): Promise<{ bytes: number }> => {
  const { format, fileHandle, documentId, issueId } = input
  const path = job.env.files.path(fileHandle, 'write')
  await job.report({ step: 'Reading the document', done: 0, total: null, unit: '' })
  const { clock } = job.env
  const page = await pageOf({ db: job.read, user: job.user, today: clock.today(), now: clock.now() }, input)
  job.note({ documentId, issueId, format, audience: page.audience, aboutPerson: input.personId !== null })
  await job.report({ step: 'Writing the file', done: 0, total: null, unit: '' })
  const content = await WRITERS[format](page)
  await enterThenPlace(job, () => writeWhole(path, content))
  return { bytes: Buffer.byteLength(content) }
}
