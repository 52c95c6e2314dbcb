/** How a document is drawn on its card. */
export type DocumentKind = 'profile' | 'map' | 'checklist' | 'notes' | 'table' | 'letter'

const WORDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['letter', /letter|invitation|cover|request|privacy-notice|patient/],
  ['map', /contact|people-to-know|data-flow|network|peer/],
  ['table', /audit|survey|ten-things|register-of|asset|evaluation|needs/],
  ['checklist', /check|visit|protocol|set-up|step|early|safety|handover|dpia|clinic|100|hundred/],
  ['profile', /profile|picture|situation|role|objectives|briefing|welcome/],
]

/** By what it is called; most documents are running text. */
export const documentKind = (code: string | null, title: string): DocumentKind => {
  const name = (code ?? title).toLowerCase()
  return WORDS.find(([, words]) => words.test(name))?.[0] ?? 'notes'
}
