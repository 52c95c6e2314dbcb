type Detail = Readonly<Record<string, unknown>>

const wordsIn = (words: Readonly<Record<string, string>>, code: unknown): string | undefined =>
  typeof code === 'string' ? words[code] : undefined

const READERS: Readonly<Record<string, string>> = {
  inside: ' for the practice',
  outside: ' for readers outside the practice',
  person: ' about one person',
  self: ' for its writer only',
}

const readersOf = ({ audience }: Detail): string => wordsIn(READERS, audience) ?? ''

const FILES: Readonly<Record<string, string>> = {
  docx: 'Word',
  html: 'web page',
  markdown: 'Markdown',
  pdf: 'PDF',
  poster: 'A3 poster',
  xlsx: 'Excel',
}

const PAPERS: Readonly<Record<string, string>> = { plan: 'the action plan', 'board-paper': 'a board paper' }

/** Which state of a document: what was sent, or what is still being written. */
const stateOf = ({ issueId }: Detail): string => (typeof issueId === 'string' ? 'an issue' : 'the draft')

const written = (detail: Detail): string => {
  const kind = wordsIn(FILES, detail['format'])
  return `Wrote ${stateOf(detail)} of a document${readersOf(detail)} to a file${kind === undefined ? '' : `: ${kind}`}`
}

const issued = (detail: Detail): string => {
  const { number } = detail
  return `Issued a document${readersOf(detail)}${typeof number === 'number' ? `: issue ${number}` : ''}`
}

const paperWritten = ({ document, formats }: Detail): string | null => {
  const what = wordsIn(PAPERS, document)
  if (what === undefined || !Array.isArray(formats)) return null
  return `Wrote ${what} to files: ${formats.flatMap((format) => wordsIn(FILES, format) ?? []).join(', ')}`
}

const SAYS: Readonly<Record<string, (detail: Detail) => string | null>> = {
  'toolkit.exportFile': written,
  'toolkit.printed': (detail) => `Printed ${stateOf(detail)} of a document${readersOf(detail)}`,
  'toolkit.issue': issued,
  'papers.export': paperWritten,
}

/**
 * What the trail says of a document that was printed, issued or written to a file: in which state, for whom and as what.
 * Never its title, which may name somebody. `null` for every other entry.
 */
export const documentSentence = (method: string, detail: Detail): string | null => SAYS[method]?.(detail) ?? null
