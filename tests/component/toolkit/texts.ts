import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'

export const words = (text: string): DocumentNode => ({ type: 'text', text })
const field = (code: string, label: string | null = null): DocumentNode => ({
  type: 'field',
  attrs: { code, label, frozen: null },
})
export const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
export const heading = (text: string): DocumentNode => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [words(text)],
})

/** Headings, guidance, two facts and a blank. */
export const TEXT: ToolkitDocument = {
  type: 'doc',
  content: [
    heading('Who we look after'),
    { type: 'blockquote', content: [paragraph(words('Check the list size first.'))] },
    paragraph(words('There are '), field('register.people'), words(' people at '), field('practice.name'), words('.')),
    heading('Where we meet'),
    paragraph(words('We meet at '), field('ask.venue', 'Where it is held'), words('.')),
  ],
}
