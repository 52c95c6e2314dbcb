import type { OwnText } from './own-text.ts'
import type { OwnTextBlock, ReportDataset, TableCell, TextPart } from './schema.ts'
import { cellText, estimateWords, rangeText } from './words.ts'

/** How the author's own words are written, so that the screen, the PDF and every file say the same. */

const valueText = (value: TableCell, shows: 'value' | 'range'): string => {
  if (value.kind !== 'estimate') return cellText(value, { heading: '', shows: 'value' })
  if (shows === 'value' || value.estimate.state !== 'shown') return estimateWords(value.estimate, value.unit)
  return rangeText(value.estimate, value.unit)
}

/** What a part of a text says, a hidden figure by its mark. */
export const partText = (part: TextPart): string =>
  part.kind === 'words' ? part.text : valueText(part.value, part.shows)

/** The paragraphs of a text as they are read. */
export const paragraphTexts = ({ paragraphs }: OwnTextBlock): string[] =>
  paragraphs.map((parts) => parts.map(partText).join(''))

/** The heading that stands above a text; null where there is none, or the section is its own and has it for a title. */
export const headingWithin = (sectionId: string, { id, heading }: OwnTextBlock): string | null =>
  sectionId === id ? null : heading

/** What a section of its own is called where the author gave no heading. */
export const NO_HEADING = 'Comment'

export interface StandingText {
  /** `Stage at diagnosis: What we did`, or what there is of it. */
  readonly name: string
  readonly text: string
}

/** Every own text of a report in its order, as one value each. */
export const standingTexts = ({ sections }: Pick<ReportDataset, 'sections'>): StandingText[] =>
  sections.flatMap(({ id, title, blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'own-text') return []
      const heading = headingWithin(id, block)
      return [{ name: heading === null ? title : `${title}: ${heading}`, text: paragraphTexts(block).join('\n') }]
    }),
  )

const typedAs = (part: TextPart): string => (part.kind === 'words' ? part.text : `{${part.label}}`)

/** The texts of a report as their author wrote them, fields as fields: for the next report, and for this one made again. */
export const writtenTexts = ({ sections }: Pick<ReportDataset, 'sections'>): OwnText[] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'own-text' ? [block] : []))
    .toSorted((a, b) => a.id.localeCompare(b.id, 'en-GB', { numeric: true }))
    .map(({ heading, place, section, paragraphs }) => ({
      heading: heading ?? '',
      text: paragraphs.map((parts) => parts.map(typedAs).join('')).join('\n'),
      place,
      section,
    }))
