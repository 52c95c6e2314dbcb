import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { brainstormRoutes } from '#renderer/features/brainstorm/brainstorm-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const printed: string[] = []
let planId: string

beforeEach(async () => {
  printed.length = 0
  const printPage = async ({ title }: { title: string }): Promise<{ ok: true }> => {
    printed.push(title)
    return { ok: true }
  }
  vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
  const fields = {
    title: 'Action plan 2026 to 2029',
    organisation: 'Brackenfold Surgery',
    startsOn: '2026-12-01',
    strengths: '',
    gaps: '',
  }
  planId = (await core.current().client.plan.start({ fields })).id
})
afterEach(() => vi.unstubAllGlobals())

const brainstorm = () => core.current().client.brainstorm
const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, brainstormRoutes)
  return userEvent.setup()
}

/** Words of the notes by theme, as the register holds them. */
const stored = async (): Promise<Record<string, string[]>> => {
  const { themes, notes } = await brainstorm().board({ planId })
  const of = (themeId: string | null): string[] =>
    notes.filter((note) => note.themeId === themeId).map(({ words }) => words)
  return { none: of(null), ...Object.fromEntries(themes.map(({ id, title }) => [title, of(id)])) }
}

const noteButton = (words: string): Promise<HTMLElement> => screen.findByRole('button', { name: words })
const write = (words: readonly string[], themeId: string | null = null) =>
  brainstorm().addNotes({ planId, themeId, notes: words.map((one) => ({ words: one })) })
const theme = async (title: string): Promise<string> => (await brainstorm().addTheme({ planId, fields: { title } })).id

const field = (): Promise<HTMLInputElement> =>
  screen.findByRole<HTMLInputElement>('textbox', { name: /^What gets in the way/ })

describe('writing notes', () => {
  it('takes the note back by Ctrl+Z while the empty field still has the keyboard', async () => {
    const user = open('/plan/brainstorm')
    await user.click(await field())
    await user.keyboard('Letters take weeks{Enter}')
    await noteButton('Letters take weeks')
    await user.keyboard('C{Control>}z{/Control}')
    expect((await stored())['none']).toEqual(['Letters take weeks'])
    await user.keyboard('{Backspace}arers get forgotten{Enter}')
    await noteButton('arers get forgotten')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(async () => expect((await stored())['none']).toEqual(['Letters take weeks']))
  })

  it('changes the words of a note while the room goes on voting for it, and never over words of another window', async () => {
    const { ids } = await write(['Letters take weeks'])
    const id = ids[0] ?? ''
    const user = open('/plan/brainstorm')
    await user.click(await noteButton('Letters take weeks'))
    const dialog = await screen.findByRole('dialog', { name: 'Edit the note' })
    await brainstorm().vote({ id, by: 1 })
    await screen.findByText('1 note, 0 themes, 1 vote')
    const words = within(dialog).getByLabelText('The note')
    await user.type(words, ' and weeks{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await stored())['none']).toEqual(['Letters take weeks and weeks']))
    await user.click(await noteButton('Letters take weeks and weeks'))
    const again = await screen.findByRole('dialog', { name: 'Edit the note' })
    await brainstorm().saveNote({ id, version: 3, fields: { words: 'Theirs', saidBy: null } })
    await screen.findByText('Theirs')
    await user.type(within(again).getByLabelText('The note'), ' on end{Control>}{Enter}{/Control}')
    await within(again).findByText(/Somebody changed this/)
    expect((await stored())['none']).toEqual(['Theirs'])
    // Told of it, the writer may put their own words there.
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await stored())['none']).toEqual(['Letters take weeks and weeks on end']))
  })

  it('adds one with each Enter and stays ready for the next', async () => {
    const user = open('/plan/brainstorm')
    await screen.findByText('The wall is empty')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    expect(document.activeElement).toBe(await field())
    await user.keyboard('Letters take weeks{Enter}Carers get forgotten{Enter}')
    await noteButton('Carers get forgotten')
    expect((await field()).value).toBe('')
    expect(document.activeElement).toBe(await field())
    await screen.findByText('2 notes, 0 themes')
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await screen.findByText('1 note, 0 themes')
  })

  it('makes a note of every pasted line, and asks to shorten what is too long', async () => {
    const user = open('/plan/brainstorm')
    await user.click(await field())
    const long = 'too long '.repeat(30).trim()
    await user.paste(`- Letters take weeks\n- Carers get forgotten\n- ${long}\n`)
    await noteButton('Letters take weeks')
    expect(await stored()).toEqual({ none: ['Letters take weeks', 'Carers get forgotten'] })
    await waitFor(async () => expect((await field()).value).toBe(long))
    await user.keyboard('{Enter}')
    await screen.findByText(/^Use 200 characters or fewer/)
    expect((await field()).value).toBe(long)
  })

  it('takes a cell of a spreadsheet for one note, without the marks that it was copied in', async () => {
    const user = open('/plan/brainstorm')
    await user.click(await field())
    await user.paste('"Letters\ntake weeks"\n"Carers get ""lost"""')
    await noteButton('Carers get "lost"')
    expect(await stored()).toEqual({ none: ['Letters take weeks', 'Carers get "lost"'] })
    await user.click(await field())
    await user.keyboard('Often: ')
    await user.paste('"nobody\nrings"')
    expect((await field()).value).toBe('Often: nobody rings')
  })

  it('asks for words before it adds nothing', async () => {
    const user = open('/plan/brainstorm')
    await user.click(await screen.findByRole('button', { name: /^Add/ }))
    await screen.findByText('Write the note first')
    expect(await stored()).toEqual({ none: [] })
  })

  it('hides who said it in the large view, which is in the address, and prints', async () => {
    await brainstorm().addNotes({ planId, notes: [{ words: 'Letters take weeks', saidBy: 'Practice nurse' }] })
    const user = open('/plan/brainstorm')
    await screen.findByText('Practice nurse')
    await user.click(await screen.findByRole('button', { name: /^Large view/ }))
    expect(screen.queryByText('Practice nurse')).toBeNull()
    expect(location.search).toBe('?big=1')
    await user.keyboard('p')
    await waitFor(() => expect(printed).toEqual(['Brainstorm']))
  })

  it('votes, edits and removes from the keyboard', async () => {
    await write(['Letters take weeks', 'Carers get forgotten'])
    const user = open('/plan/brainstorm')
    const note = await noteButton('Letters take weeks')
    note.focus()
    await user.keyboard('++')
    await screen.findByText('2 notes, 0 themes, 2 votes')
    await user.keyboard('-')
    await screen.findByText('2 notes, 0 themes, 1 vote')
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Edit the note' })
    const words = within(dialog).getByRole('textbox', { name: 'The note' })
    await user.clear(words)
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Write the note first')
    await user.type(words, 'Letters take a month')
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }))
    ;(await noteButton('Letters take a month')).focus()
    await user.keyboard('{Delete}')
    await screen.findByText('1 note, 0 themes')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Carers get forgotten'))
    expect(undoLatestToast()).toBe(true)
    await noteButton('Letters take a month')
  })
})

describe('grouping notes', () => {
  it('moves them between and within themes by keys, keeps the focus on them, and undoes it', async () => {
    await theme('Hearing back')
    await write(['one', 'two'])
    const user = open('/plan/brainstorm?step=group')
    ;(await noteButton('one')).focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('two')
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(async () => expect(await stored()).toEqual({ none: ['one'], 'Hearing back': ['two'] }))
    const column = screen.getByRole('region', { name: 'Hearing back' })
    await within(column).findByRole('button', { name: 'two' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('two'))
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await stored()).toEqual({ none: ['one', 'two'], 'Hearing back': [] }))
    const loose = screen.getByRole('region', { name: 'In no theme yet' })
    ;(await within(loose).findByRole('button', { name: 'two' })).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(async () => expect(await stored()).toEqual({ none: ['two', 'one'], 'Hearing back': [] }))
  })

  it('moves them from their menu, and begins a theme with one', async () => {
    await write(['Carers get forgotten', 'No one asks about money'])
    const user = open('/plan/brainstorm?step=group')
    await user.click(await screen.findByRole('button', { name: 'More for: Carers get forgotten' }))
    await user.click(await screen.findByRole('menuitem', { name: 'New theme with this note' }))
    const dialog = await screen.findByRole('dialog', { name: 'New theme' })
    await user.type(within(dialog).getByRole('textbox', { name: 'Name of the theme' }), 'Being asked')
    await user.click(within(dialog).getByRole('button', { name: 'Add the theme' }))
    await screen.findByRole('region', { name: 'Being asked' })
    const more = await screen.findByRole('button', { name: 'More for: No one asks about money' })
    await user.click(more)
    await user.click(await screen.findByRole('menuitem', { name: 'Move to Being asked' }))
    const both = { none: [], 'Being asked': ['Carers get forgotten', 'No one asks about money'] }
    await waitFor(async () => expect(await stored()).toEqual(both))
  })

  it('renames, moves and removes themes; the notes of a removed one stay', async () => {
    const back = await theme('Hearing back')
    await theme('Being asked')
    await write(['Letters take weeks'], back)
    const user = open('/plan/brainstorm?step=group')
    const menu = async (title: string, item: string): Promise<void> => {
      await user.click(await screen.findByRole('button', { name: `More for the theme ${title}` }))
      await user.click(await screen.findByRole('menuitem', { name: item }))
    }
    await menu('Hearing back', 'Move right')
    await waitFor(async () => expect(Object.keys(await stored())).toEqual(['none', 'Being asked', 'Hearing back']))
    await menu('Hearing back', 'Edit')
    const dialog = await screen.findByRole('dialog', { name: 'Edit the theme' })
    const title = within(dialog).getByRole('textbox', { name: 'Name of the theme' })
    await user.clear(title)
    await user.type(title, 'Letters')
    await user.click(within(dialog).getByRole('button', { name: 'Save the theme' }))
    await screen.findByRole('region', { name: 'Letters' })
    await menu('Letters', 'Remove the theme, keep its notes')
    await waitFor(async () => expect(await stored()).toEqual({ none: ['Letters take weeks'], 'Being asked': [] }))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect((await stored())['Letters']).toEqual(['Letters take weeks']))
  })

  it('drops a dragged note where the pointer lets it go, and does not open it then', async () => {
    const back = await theme('Hearing back')
    await write(['one'], back)
    await write(['two'])
    open('/plan/brainstorm?step=group')
    const note = await noteButton('two')
    const column = await screen.findByRole('region', { name: 'Hearing back' })
    document.elementFromPoint = () => column
    fireEvent.pointerDown(note, { button: 0, clientX: 10, clientY: 10 })
    fireEvent.pointerMove(window, { clientX: 200, clientY: 40 })
    fireEvent.pointerUp(window, { clientX: 200, clientY: 40 })
    fireEvent.click(note)
    await waitFor(async () => expect(await stored()).toEqual({ none: [], 'Hearing back': ['one', 'two'] }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leads back and forward by the steps', async () => {
    const user = open('/plan/brainstorm?step=group')
    const steps = await screen.findByRole('navigation', { name: 'Steps to a plan' })
    const group = within(steps).getByRole('link', { name: /Group/ })
    expect(group.getAttribute('aria-current')).toBe('step')
    await user.click(within(steps).getByRole('link', { name: /Write notes/ }))
    await screen.findByText('The wall is empty')
    expect(location.pathname + location.search).toBe('/plan/brainstorm')
  })
})
