import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { dayWords } from '#shared/features/reports/cover.ts'
import {
  type OwnText,
  ownTextFault,
  ownTextWarning,
  readOwnText,
  type TextPlace,
} from '#shared/features/reports/own-text.ts'
import { NO_HEADING } from '#shared/features/reports/own-text-words.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Indicator, OwnTextBlock, ReportSection, TableCell, TextPart } from '#shared/features/reports/schema.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import type { AboutReport, FieldSource, TextField } from '#shared/features/reports/text-fields.ts'
import { countCell, estimateCell, type SectionContext, textCell } from './sections/section.ts'

/** What the fields of a text are filled from: the sections as they are printed, and nothing that they may not show. */
export interface TextSource {
  readonly context: SectionContext
  readonly imprint: { readonly frozenAt: string }
  readonly sections: readonly ReportSection[]
  /** Of several practices, so that what is called the practice is their network. */
  readonly isCombined: boolean
}

const networkCell = ({ context: { practice }, isCombined }: TextSource): TableCell => {
  if (isCombined) return textCell(practice.name)
  return textCell(practice.networkName === '' ? 'no network' : practice.networkName)
}

const aboutCell = (what: AboutReport, from: TextSource): TableCell => {
  const { practice, period } = from.context
  switch (what) {
    case 'practice':
      return textCell(practice.name)
    case 'code':
      return textCell(from.isCombined ? 'several practices' : practice.odsCode)
    case 'network':
      return networkCell(from)
    case 'period':
      return textCell(periodWords(period))
    case 'from':
      return textCell(formatIsoDate(period.from))
    case 'to':
      return textCell(formatIsoDate(period.to))
    case 'list-size':
      return { kind: 'number', value: practice.listSize }
    case 'list-size-on':
      return textCell(formatIsoDate(practice.listSizeOn))
    case 'frozen-on':
      return textCell(dayWords(from.imprint.frozenAt))
  }
}

const indicatorIn = (sections: readonly ReportSection[], id: string): Indicator | undefined =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'indicators' ? block.indicators : []))
    .find((indicator) => indicator.id === id)

/** A standard that the practice's nation does not count. */
const NOT_COUNTED = textCell('not counted')

const cellOf = (source: FieldSource, from: TextSource): TableCell => {
  switch (source.kind) {
    case 'about':
      return aboutCell(source.what, from)
    case 'count':
      return countCell(from.context.shown.figure(source.id))
    case 'median':
      return estimateCell(from.context.shown.median(source.id), 'days')
    case 'indicator': {
      const found = indicatorIn(from.sections, source.id)
      if (found === undefined) return NOT_COUNTED
      if (source.shows === 'number') return countCell(found.numerator)
      if (source.shows !== 'out-of') return estimateCell(found.estimate, found.unit)
      return found.denominator === null ? NOT_COUNTED : countCell(found.denominator)
    }
  }
}

const fieldPart = ({ code, label, source }: TextField, from: TextSource): TextPart => ({
  kind: 'field',
  field: code,
  label,
  shows: 'shows' in source && source.shows === 'range' ? 'range' : 'value',
  value: cellOf(source, from),
})

/** @throws RangeError for a text with a fault: those are refused before anything is frozen. */
const blockOf = ({ heading, text, place, section }: OwnText, at: number, from: TextSource): OwnTextBlock => {
  const read = readOwnText(text)
  if (!read.ok) throw new RangeError('A text with a fault got as far as the report')
  return {
    type: 'own-text',
    id: `own-text-${at + 1}`,
    heading: heading === '' ? null : heading,
    place,
    section,
    paragraphs: read.paragraphs.map((line) =>
      line.map((part) => (part.kind === 'words' ? part : fieldPart(part.field, from))),
    ),
  }
}

const asSection = (block: OwnTextBlock): ReportSection => ({
  id: block.id,
  title: block.heading ?? NO_HEADING,
  finding: '',
  blocks: [block],
})

/**
 * Puts the author's texts where they were wanted. Each field shows what the report itself shows: a hidden count its mark.
 * A text by a section that had nothing to say, such as one of lists that nobody compared, stands before the method.
 */
export const withOwnTexts = (texts: readonly OwnText[], from: TextSource): ReportSection[] => {
  const blocks = texts.map((text, at) => blockOf(text, at, from))
  const ids = new Set(from.sections.map(({ id }) => id))
  const homeless = blocks.filter(({ section }) => !ids.has(section)).map(asSection)
  return from.sections.flatMap((section) => {
    const own = (place: TextPlace): OwnTextBlock[] =>
      blocks.filter((block) => block.section === section.id && block.place === place)
    return [
      ...(section.id === 'method' ? homeless : []),
      ...own('before').map(asSection),
      { ...section, blocks: [...section.blocks, ...own('end')] },
      ...own('after').map(asSection),
    ]
  })
}

/**
 * Stops texts that cannot be printed, or that may tell of somebody and nobody has said that they do not.
 * @throws AppError `validation`, with a sentence for each text.
 */
export const refuseFaulty = (texts: readonly OwnText[], chosen: readonly SectionCode[], isSure: boolean): void => {
  const faults = texts.flatMap((text, at) => {
    const fault = ownTextFault(text, chosen)
    return fault === null ? [] : [[`texts.${at}.${fault.of}`, fault.words] as const]
  })
  const [first] = faults
  if (first !== undefined) throw new AppError('validation', first[1], { fieldErrors: Object.fromEntries(faults) })
  if (isSure || texts.every((text) => ownTextWarning(text) === null)) return
  const words = 'Read your texts again: one may tell of a person. Say that none does, or change it'
  throw new AppError('validation', words, { fieldErrors: { textsTellOfNobody: words } })
}
