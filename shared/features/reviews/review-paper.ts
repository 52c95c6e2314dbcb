import type { IsoDate } from '#shared/domain/partial-date.ts'
import { DEMO_NOTICE, type Paper, paragraphs, table, text } from '#shared/features/papers/public.ts'
import type { BoardPaper } from './board-paper.ts'

/** The board paper of a review as a document that any format can be made of. */
export const reviewPaper = (
  { title, organisation, lines, draft, sections }: BoardPaper,
  madeOn: IsoDate,
  demo: boolean,
): Paper => ({
  title,
  organisation,
  notices: [...(demo ? [DEMO_NOTICE] : []), ...(draft ? ['Draft: the review is not closed yet.'] : [])],
  lines,
  facts: [],
  sections: sections.map((section) => ({
    title: section.title,
    blocks: [
      ...section.paragraphs.flatMap(paragraphs),
      ...section.tables.map(({ caption, columns, rows }) =>
        table(
          caption,
          columns.map(({ header, align }) => (align === 'end' ? `#${header}` : header)),
          rows.map((row) => row.map(text)),
        ),
      ),
    ],
  })),
  madeOn,
})
