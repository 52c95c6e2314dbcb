import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import type { TestCore } from '#tests/support/test-core.ts'

export const words = (text: string): DocumentNode => ({ type: 'text', text })

export const field = (code: string, label: string | null = null, frozen: string | null = null): DocumentNode => ({
  type: 'field',
  attrs: { code, label, frozen },
})

export const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

export const text = (...content: DocumentNode[]): ToolkitDocument => ({ type: 'doc', content })

export const draftOf = ({ title, content, answers, reviewDue }: OpenDocument): Draft => ({
  title,
  content,
  answers,
  reviewDue,
})

type Toolkit = TestCore['client']['toolkit']
type Create = Parameters<Toolkit['create']>[0]

const opened = (toolkit: Toolkit, id: string, personId: string | null): Promise<OpenDocument> =>
  personId === null ? toolkit.open({ id }) : toolkit.openOfPerson({ id, personId })

/** A document with this text. */
export const written = async (
  { toolkit }: TestCore['client'],
  content: ToolkitDocument,
  change: Partial<Create> = {},
): Promise<{ id: string; version: number }> => {
  const { id, version } = await toolkit.create({ templateCode: null, title: 'Local profile', ...change })
  const base = draftOf(await opened(toolkit, id, change.personId ?? null))
  const saved = await toolkit.save({ id, version, ...base, content, base })
  return { id, version: saved.version }
}
