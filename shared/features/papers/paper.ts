import { z } from 'zod'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'

/** A document that is made anew from what is recorded each time it is asked for. */
export const PAPERS = [
  { code: 'plan', label: 'The action plan' },
  { code: 'board-paper', label: 'Board paper of a review' },
] as const
export type PaperCode = (typeof PAPERS)[number]['code']
export const paperCodeSchema = z.enum(PAPERS.map(({ code }) => code))

const paperCellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** `text` is how it is printed; a workbook holds the value. */
  z.strictObject({ kind: z.literal('number'), value: z.number(), text: z.string() }),
  z.strictObject({ kind: z.literal('date'), date: isoDateSchema }),
])
export type PaperCell = z.infer<typeof paperCellSchema>

const paperTableSchema = z.strictObject({
  type: z.literal('table'),
  title: z.string(),
  columns: z.array(z.strictObject({ heading: z.string(), isFigure: z.boolean() })),
  rows: z.array(z.array(paperCellSchema)),
  note: z.string().nullable(),
})
export type PaperTable = z.infer<typeof paperTableSchema>

const paperBlockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.string()) }),
  paperTableSchema,
])
export type PaperBlock = z.infer<typeof paperBlockSchema>

const paperSectionSchema = z.strictObject({ title: z.string(), blocks: z.array(paperBlockSchema) })
export type PaperSection = z.infer<typeof paperSectionSchema>

/** Everything that a paper says, for every format alike. */
export const paperSchema = z.strictObject({
  title: z.string(),
  /** Whose it is. */
  organisation: z.string(),
  /** What must be seen first: that it is a draft, or made from made-up people. */
  notices: z.array(z.string()),
  /** Lines below the title, and then facts, name by name. */
  lines: z.array(z.string()),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  sections: z.array(paperSectionSchema),
  madeOn: isoDateSchema,
})
export type Paper = z.infer<typeof paperSchema>

/** Stands on every paper of a demo practice. */
export const DEMO_NOTICE = 'Made from a demo practice: the people are made up.'

export const text = (words: string): PaperCell => ({ kind: 'text', text: words })
export const day = (date: string | null): PaperCell => (date === null ? text('') : { kind: 'date', date })
export const figure = (value: number, words = value.toLocaleString('en-GB')): PaperCell => ({
  kind: 'number',
  value,
  text: words,
})

/** A table of a paper. A heading that begins with # is of a column of figures. */
export const table = (
  title: string,
  headings: readonly string[],
  rows: readonly (readonly PaperCell[])[],
  note: string | null = null,
): PaperTable => ({
  type: 'table',
  title,
  columns: headings.map((heading) => ({ heading: heading.replace(/^#/, ''), isFigure: heading.startsWith('#') })),
  rows: rows.map((row) => [...row]),
  note,
})

/** Words that hold line breaks, as a paragraph a line; none for no words. */
export const paragraphs = (words: string): PaperBlock[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', text: line }))

/** A cell as it is printed. */
export const paperWords = (cell: PaperCell): string => (cell.kind === 'date' ? formatIsoDate(cell.date) : cell.text)

/** Every table of a paper, in order. */
export const paperTables = ({ sections }: Paper): PaperTable[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'))

const blockSays = (block: PaperBlock): string[] => {
  switch (block.type) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'table':
      return block.rows.flat().map(paperWords)
  }
}

/** Everything that somebody typed into a paper, one by one. */
export const paperSays = ({ title, lines, facts, sections }: Paper): string[] => [
  title,
  ...lines,
  ...facts.map(({ value }) => value),
  ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(blockSays)]),
]
