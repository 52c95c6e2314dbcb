import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { fieldsIn, textOf } from '#shared/features/toolkit/walk.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { heading, paragraph, TEXT, words } from './texts.ts'

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

const draftOf = ({ title, content, answers, reviewDue }: OpenDocument): Draft => ({
  title,
  content,
  answers,
  reviewDue,
})

const codesOf = ({ content }: OpenDocument): readonly string[] => fieldsIn(content).map(({ code }) => code)

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
    expect(
      within(outline)
        .getAllByRole('button')
        .map((line) => line.textContent),
    ).toEqual(['Who we look after', 'Where we meet'])
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

  it('is given a fact with the @ key, which follows the register from then on', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    const text = await editor()
    act(() => text.focus())
    await user.keyboard('@')
    const find = await screen.findByRole('combobox', { name: 'Find a fact' })
    expect(await accessibilityFaults()).toEqual([])
    await user.type(find, 'list size')
    await screen.findByRole('option', { name: /^List size.*Public/ })
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(codesOf(await read(id))).toContain('practice.list-size'))
    await screen.findByText(/^Saved \d\d:\d\d$/)
  })

  it('loses no letter of who types on at once, into the list of facts and into the text after it', async () => {
    const id = await written()
    openScreen(`/toolkit/${id}`, toolkitRoutes)
    const user = userEvent.setup({ delay: null })
    const text = await editor()
    act(() => text.focus())
    await user.keyboard('@list size')
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a fact' }).value).toBe('list size')
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Find a fact' }), { key: 'Enter' })
    expect(document.activeElement).toBe(text)
  })

  it('is searched with Ctrl and F, from place to place', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    await user.click(await editor())
    await user.keyboard('{Control>}f{/Control}')
    const box = await screen.findByRole('textbox', { name: 'Find in the document' })
    await user.type(box, 'we')
    await screen.findByText('1 of 3')
    await user.keyboard('{Enter}')
    await screen.findByText('2 of 3')
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await screen.findByText('1 of 3')
    await user.clear(box)
    await user.type(box, 'hospital')
    await screen.findByText('Not in this document')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Find in the document' })).toBeNull()
  })

  it('has its toolbar as one stop, with the arrows inside', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    const bar = await screen.findByRole('toolbar', { name: 'Text' })
    const [bold, italic] = within(bar).getAllByRole('button')
    bold?.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(italic)
    expect(bold?.tabIndex).toBe(-1)
    await user.keyboard('{Home}{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Find')
    await user.click(await editor())
    await user.keyboard('{Escape}')
    expect(bar.contains(document.activeElement)).toBe(true)
  })

  it('has blanks that are filled in once', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    await screen.findByRole('toolbar', { name: 'Text' })
    await user.click(screen.getByRole('button', { name: 'More for this document' }))
    await user.click(await screen.findByRole('menuitem', { name: /Fill in the blanks/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Fill in the blanks' })
    await user.type(within(drawer).getByLabelText('Where it is held'), 'The library')
    await user.click(within(drawer).getByRole('button', { name: 'Back to the document' }))
    await waitFor(async () => expect((await read(id)).answers).toEqual({ 'ask.venue': 'The library' }))
    await waitFor(async () => expect((await editor()).textContent).toContain('We meet at The library.'))
  })

  it('is issued, and from then on shows what has changed since', async () => {
    await addPeople(6)
    const id = await written()
    const user = open(`/toolkit/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Issue this document' }))
    const dialog = await screen.findByRole('dialog', { name: /^Issue 1 of/ })
    await within(dialog).findByText('Not filled in: Where it is held')
    await user.click(within(dialog).getByRole('button', { name: 'Issue it' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say what it is issued for')
    expect(await accessibilityFaults()).toEqual([])
    await user.type(within(dialog).getByLabelText('What it is issued for'), 'The meeting')
    await user.click(within(dialog).getByRole('button', { name: 'Issue it' }))
    await screen.findByText('Changed since issue 1')
    await screen.findByText('Nothing has changed.')
    await addPeople(1, 6)
    const side = screen.getByRole('complementary', { name: 'Beside the text' })
    const change = await within(side).findByRole('button', { name: 'Change 1: People on the register' })
    expect(change.closest('li')?.textContent).toMatch(/Was6.*now7/)
    await waitFor(async () => expect((await editor()).textContent).toContain('was 6, now  7'))
    expect(
      within(screen.getByRole('navigation', { name: 'In this document' })).getByRole('button', {
        name: 'Who we look after holds a changed fact',
      }),
    ).toBeDefined()
    await user.click(change)
    const fact = screen.getByRole('region', { name: 'This fact' })
    await waitFor(() => expect(fact.textContent).toContain('Counts of people'))
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(fact).getByRole('button', { name: 'Freeze here' }))
    await waitFor(async () => expect(JSON.stringify((await read(id)).content)).toContain('"frozen":"7"'))
    await user.click(within(screen.getByRole('navigation', { name: 'Issues' })).getByRole('link', { name: /^1, / }))
    const sent = await screen.findByRole('article', { name: 'Local profile' })
    expect(sent.textContent).toContain('There are 6 people')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is not issued outside with a number of a person in it, and says where', async () => {
    const id = await written(
      {
        type: 'doc',
        content: [paragraph(words('Nothing here.')), paragraph(words('Ring 999 000 0018 first.'))],
      },
      'outside',
    )
    const user = open(`/toolkit/${id}`)
    await screen.findByText('Names or NHS numbers in the text:')
    await user.click(screen.getByRole('button', { name: 'Issue this document' }))
    const dialog = await screen.findByRole('dialog', { name: /^Issue 1 of/ })
    await within(dialog).findByRole('heading', { name: 'This stands in the way' })
    expect(within(dialog).getByRole('button', { name: 'Issue it' }).getAttribute('aria-disabled')).toBe('true')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getAllByRole('button', { name: 'Show it' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('keeps its earlier states and takes one up again, with an undo', async () => {
    const id = await written()
    const { toolkit } = core.current().client
    const { version, ...now } = await read(id)
    const base = draftOf({ version, ...now })
    const saying = (text: string): ToolkitDocument => ({ type: 'doc', content: [heading(text)] })
    await toolkit.save({ id, version, ...base, content: saying('Now'), base })
    // From the same beginning: somebody else was quicker, and these words are kept as an earlier state.
    await toolkit.save({ id, version, ...base, content: saying('Before'), base })
    const user = open(`/toolkit/${id}`)
    await waitFor(async () => expect((await editor()).textContent).toBe('Now'))
    await user.click(screen.getByRole('button', { name: 'More for this document' }))
    await user.click(await screen.findByRole('menuitem', { name: /Earlier states/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Earlier states of the draft' })
    const line = await within(drawer).findByRole('button', { name: /Written in another window/ })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(line)
    const was = await within(drawer).findByRole('article', { name: 'The document as it was' })
    expect(was.textContent).toBe('Before')
    await user.click(within(drawer).getByRole('button', { name: 'Take this up again' }))
    await waitFor(async () => expect((await editor()).textContent).toBe('Before'))
    expect(textOf((await read(id)).content)).toBe('Before')
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(textOf((await read(id)).content)).toBe('Now'))
    await waitFor(async () => expect((await editor()).textContent).toBe('Now'))
  })

  it('is commented on, and the comment is dealt with', async () => {
    const id = await written()
    const user = open(`/toolkit/${id}`)
    await user.click(await editor())
    await user.keyboard('{Control>}a{/Control}')
    await user.click(screen.getByRole('button', { name: 'Comment, Ctrl Alt M' }))
    const form = await screen.findByRole('form', { name: 'New comment' })
    await user.type(within(form).getByLabelText('Comment'), 'Is this so?')
    await user.click(within(form).getByRole('button', { name: 'Save the comment' }))
    await screen.findByText('Is this so?')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Dealt with' }))
    await waitFor(async () => expect((await read(id)).comments[0]?.resolvedOn).not.toBeNull())
    await screen.findByRole('button', { name: 'Open again' })
  })
})

describe('a document in two windows', () => {
  /** Another window that has the document as it is now, and will keep a change of it. */
  const otherWindow = async (id: string) => {
    const theirs = await read(id)
    const base = draftOf(theirs)
    return (change: (content: ToolkitDocument) => ToolkitDocument) =>
      core
        .current()
        .client.toolkit.save({ id, version: theirs.version, ...base, content: change(theirs.content), base })
  }

  it('shows what the other wrote, and keeps both where they wrote in different places', async () => {
    const id = await written()
    const keepTheirs = await otherWindow(id)
    const user = open(`/toolkit/${id}`)
    const text = await editor()
    act(() => text.focus())
    await user.keyboard('@')
    await user.type(await screen.findByRole('combobox', { name: 'Find a fact' }), 'practice code')
    await user.keyboard('{Enter}')
    await keepTheirs(({ content }) => ({ type: 'doc', content: [...content, paragraph(words('Theirs at the end.'))] }))
    await waitFor(async () => {
      const now = await read(id)
      expect(codesOf(now)).toContain('practice.code')
      expect(textOf(now.content)).toContain('Theirs at the end.')
    })
    await waitFor(async () => expect((await editor()).textContent).toContain('Theirs at the end.'))
    expect((await editor()).textContent).toContain('Who we look after')
  })

  it('shows both where they wrote in the same place, and loses neither', async () => {
    const id = await written()
    const keepTheirs = await otherWindow(id)
    const user = open(`/toolkit/${id}`)
    const text = await editor()
    act(() => text.focus())
    await user.keyboard('@')
    await user.type(await screen.findByRole('combobox', { name: 'Find a fact' }), 'practice code')
    await user.keyboard('{Enter}')
    await keepTheirs(({ content }) => ({ type: 'doc', content: [heading('Theirs first'), ...content.slice(1)] }))
    const dialog = await screen.findByRole('dialog', { name: 'You wrote in the same place' })
    expect(within(dialog).getByRole('region', { name: 'In the other window' }).textContent).toContain('Theirs first')
    expect(within(dialog).getByRole('region', { name: 'In this window' }).textContent).toContain('Who we look after')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    await within(dialog).findByText('Nothing was chosen')
    await user.click(within(dialog).getByRole('button', { name: 'Go on with this window' }))
    await waitFor(async () => expect(codesOf(await read(id))).toContain('practice.code'))
    const { toolkit } = core.current().client
    const kept = await toolkit.revisions({ documentId: id })
    const texts = await Promise.all(kept.map(async (one) => textOf((await toolkit.revision({ id: one.id })).content)))
    expect(texts.some((text) => text.includes('Theirs first'))).toBe(true)
  })
})
