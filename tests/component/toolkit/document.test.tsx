import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { textOf } from '#shared/features/toolkit/walk.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const printed: string[] = []

beforeEach(() => {
  printed.length = 0
  vi.stubGlobal('throughline', {
    printPage: async ({ title }: { title: string }) => {
      printed.push(title)
      return { ok: true }
    },
    setTitleBarTheme: () => undefined,
  })
})
afterEach(() => vi.unstubAllGlobals())

const words = (text: string): DocumentNode => ({ type: 'text', text })
const field = (code: string, label: string | null = null): DocumentNode => ({
  type: 'field',
  attrs: { code, label, frozen: null },
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const heading = (text: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })

const TEXT: ToolkitDocument = {
  type: 'doc',
  content: [
    heading('Who we look after'),
    { type: 'blockquote', content: [paragraph(words('Check the list size first.'))] },
    paragraph(words('There are '), field('register.people'), words(' people at '), field('practice.name'), words('.')),
    heading('Where we meet'),
    paragraph(words('We meet at '), field('ask.venue', 'Where it is held'), words('.')),
  ],
}

const draftOf = ({ title, content, answers, reviewDue }: OpenDocument): Draft => ({ title, content, answers, reviewDue })

const read = (id: string) => core.current().client.toolkit.open({ id })

/** A document with this text. */
const written = async (content: ToolkitDocument = TEXT, audience: 'inside' | 'outside' = 'inside') => {
  const { toolkit } = core.current().client
  const { id, version } = await toolkit.create({ templateCode: null, title: 'Local profile', audience })
  const base = draftOf(await read(id))
  await toolkit.save({ id, version, ...base, content, base })
  return id
}

const addPeople = async (count: number, from = 0): Promise<void> => {
  const numbers = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050', '9990000069', '9990000077']
  for (let at = from; at < from + count; at += 1)
    await core.current().client.register.addPerson({
      person: aPerson({ surname: `Ashworth${'abcdefg'[at]}`, nhsNumber: numbers[at] ?? null }),
      episode: anEpisode({ diagnosisDate: { date: '2026-09-10', precision: 'day' } }),
    })
}

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, toolkitRoutes)
  return userEvent.setup()
}

const editor = () => screen.findByRole('textbox', { name: 'Text of the document' })

describe('a document', () => {
  it('shows its facts in the text, what it holds, and reads without its guidance', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    const text = await editor()
    await waitFor(() => expect(text.textContent).toContain('There are 0 people'))
    expect(text.textContent).toContain('To fill in Where it is held')
    expect(text.textContent).toContain('Check the list size first.')
    expect(text.getAttribute('lang')).toBe('en-GB')
    expect(text.getAttribute('spellcheck')).toBe('true')
    const outline = screen.getByRole('navigation', { name: 'In this document' })
    expect(within(outline).getAllByRole('button').map((line) => line.textContent)).toEqual([
      'Who we look after',
      'Where we meet',
    ])
    await screen.findByText('No patient names or NHS numbers in the text')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Read' }))
    const article = await screen.findByRole('article', { name: 'Local profile' })
    expect(article.textContent).toContain('There are 0 people')
    expect(article.textContent).not.toContain('Check the list size')
    expect(location.search).toBe('?view=read')
    expect(await accessibilityFaults()).toEqual([])
    expect(document.title).toBe('Toolkit document - Throughline')
  })
})
