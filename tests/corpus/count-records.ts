import type { ImportDraft } from '#shared/features/imports/schema.ts'

/**
 * Counts the records of separated text apart from the reader (RFC 4180, any line end), blank ones too. null where its
 * quotation marks are not as they should be, so that nobody can say what a record is.
 */
export const countRecords = (text: string, separator: string): number | null => {
  let records = 0
  let at = 0
  while (at < text.length) {
    if (text[at] === '"') {
      at = afterQuoted(text, at + 1)
      if (at < 0) return null
      if (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') return null
    } else {
      while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
        if (text[at] === '"') return null
        at += 1
      }
    }
    if (at >= text.length) return records + 1
    if (text[at] === separator) {
      at += 1
      // A separator at the very end still opens a cell of its record.
      if (at === text.length) return records + 1
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    records += 1
  }
  return records
}

const afterQuoted = (text: string, start: number): number => {
  let at = start
  for (;;) {
    const end = text.indexOf('"', at)
    if (end < 0) return -1
    if (text[end + 1] !== '"') return end + 1
    at = end + 2
  }
}

const numberIn = (words: string | null | undefined): number => Number(/\d+/.exec(words ?? '')?.[0] ?? 0)

/** Every record of a file as its draft accounts for it: the rows, the headings, and what the facts say was set aside. */
export const accountedFor = ({ facts, rowCount }: ImportDraft): number => {
  const detailOf = (start: RegExp): string | null => facts.find(({ what }) => start.test(what))?.detail ?? null
  const countOf = (start: RegExp): number => numberIn(facts.find(({ what }) => start.test(what))?.what)
  const preamble = numberIn(detailOf(/^Headings found on line/))
  const totals = facts.some(({ what }) => what === 'Last row was a total') ? 1 : 0
  return preamble + 1 + rowCount + totals + countOf(/^Headings repeated on/) + countOf(/^\d+ blank rows?$/)
}
