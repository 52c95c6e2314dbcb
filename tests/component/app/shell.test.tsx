import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { destinations } from '#renderer/app/destinations.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { changePreferences, readPreferences, usualPreferences } from '#renderer/app/preferences.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { Shell } from '#renderer/app/shell.tsx'
import { clearToasts, showToast } from '#renderer/ui/toasts.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const people = [
  { id: 'a', name: 'ASHWORTH, Maureen', detail: '14 Mar 1958, 999 000 0018' },
  { id: 'b', name: 'ASHDOWN-LEE, Peter', detail: '2 Oct 1950, 999 004 6018' },
]
const findPeople = async (text: string) => people.filter(({ name }) => name.toLowerCase().includes(text))

beforeEach(() => {
  history.replaceState(null, '', '/register')
  changePreferences(usualPreferences)
})
afterEach(() => {
  clearToasts()
  cleanup()
})

const toast = (): string | null | undefined => document.querySelector('[data-toast]')?.textContent

/** An option by its words. Its name is split by the mark under what was typed. */
const option = (words: string): HTMLElement | undefined =>
  screen.queryAllByRole('option').find(({ textContent }) => textContent?.includes(words))

const Page = ({ fail = false }: { readonly fail?: boolean }) => {
  usePageTitle('person')
  useBreadcrumbs([{ label: 'Register', path: '/register' }, { label: 'ASHWORTH, Maureen' }])
  useCommands([
    {
      id: 'log',
      title: 'Log an event',
      group: 'On this page',
      keys: ['N'],
      run: () => showToast({ message: 'Logged.' }),
    },
  ])
  if (fail) throw new Error('ASHWORTH could not be drawn')
  return (
    <>
      <h1>Page</h1>
      <input aria-label="Note" />
    </>
  )
}

const renderShell = (lock = vi.fn(), page = <Page />, report?: () => string) => {
  render(
    <Providers queryClient={createQueryClient()} env="test">
      <Shell
        user={{ name: 'Dr Anjali Rao', role: 'Cancer lead' }}
        demo
        backup={{ kind: 'on-track', title: 'Backed up 07:40', detail: '347 people counted' }}
        lateCounts={{ register: 9 }}
        job={{ label: 'Network report', percent: 62, path: '/reports' }}
        findPeople={findPeople}
        onLock={lock}
        {...(report === undefined ? {} : { reportFailure: report })}
      >
        {page}
      </Shell>
    </Providers>,
  )
  return lock
}

describe('the frame', () => {
  it('names its landmarks, marks where we are, and has no accessibility fault', async () => {
    renderShell()
    const main = screen.getByRole('navigation', { name: 'Main' })
    expect(within(main).getByRole('link', { name: 'Register 9 late' }).getAttribute('aria-current')).toBe('page')
    expect(within(main).getByRole('link', { name: 'Reports' }).hasAttribute('aria-current')).toBe(false)
    expect(screen.getByRole('navigation', { name: 'You are here' }).textContent).toContain('ASHWORTH, Maureen')
    expect(screen.getByText('Demo practice')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('keeps names out of the window title', () => {
    renderShell()
    expect(document.title).toBe('Journey - Throughline')
  })

  it('goes places with Alt and a number, and back to the top of the page', async () => {
    renderShell()
    await userEvent.keyboard('{Alt>}2{/Alt}')
    expect(location.pathname).toBe(destinations[1]?.path)
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('locks from anywhere, even from a field and behind the finder', async () => {
    const lock = renderShell()
    await userEvent.click(screen.getByLabelText('Note'))
    await userEvent.keyboard('{Control>}l{/Control}')
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.keyboard('{Control>}l{/Control}')
    expect(lock).toHaveBeenCalledTimes(2)
  })

  it('has the finder ready for the letter that follows at once, and gives the focus back', async () => {
    renderShell()
    const note = screen.getByLabelText('Note')
    await userEvent.click(note)
    const user = userEvent.setup({ delay: null })
    await user.keyboard('{Control>}k{/Control}ashw')
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('ashw')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(note))
  })

  it('ignores letters in fields', async () => {
    renderShell()
    await userEvent.type(screen.getByLabelText('Note'), 'n')
    expect(toast()).toBeUndefined()
    act(() => (document.activeElement as HTMLElement).blur())
    await userEvent.keyboard('n')
    expect(toast()).toContain('Logged.')
  })

  it('moves round its parts with F6', async () => {
    renderShell()
    const regions: (string | undefined)[] = []
    for (let press = 0; press < 4; press += 1) {
      await userEvent.keyboard('{F6}')
      regions.push(document.activeElement?.closest<HTMLElement>('[data-region]')?.tagName)
    }
    expect(regions).toEqual(['HEADER', 'DIV', 'MAIN', 'HEADER'])
  })

  it('lists every key that works here, from the same list', async () => {
    renderShell()
    await userEvent.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    expect(within(dialog).getByText('Log an event')).toBeTruthy()
    expect(within(dialog).getByText('Ctrl+L')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows a page that fails as a sentence with a reference, and never its words', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    renderShell(vi.fn(), <Page fail />, () => 'R-1042')
    expect(screen.getByText('This page could not be shown')).toBeTruthy()
    expect(screen.getByText(/quote R-1042/)).toBeTruthy()
    expect(screen.queryByText(/could not be drawn/)).toBeNull()
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy()
    silence.mockRestore()
  })
})

describe('the finder', () => {
  const open = async (text: string): Promise<HTMLElement> => {
    renderShell()
    await userEvent.keyboard('{Control>}k{/Control}')
    const box = await screen.findByRole('combobox', { name: 'Find a person, page or action' })
    await waitFor(() => expect(document.activeElement).toBe(box))
    await userEvent.type(box, text)
    return box
  }

  it('finds people, things to do and places, each under a heading', async () => {
    await open('re')
    expect(await screen.findByRole('group', { name: 'Elsewhere' })).toBeTruthy()
    expect(option('Reports')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('moves with the arrows, says which is active, and opens a person', async () => {
    const box = await open('ash')
    await waitFor(() => expect(option('ASHWORTH')).toBeTruthy())
    expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('ASHWORTH')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
      'ASHDOWN-LEE',
    )
    await userEvent.keyboard('{Enter}')
    expect(location.pathname).toBe('/people/b/journey')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers things to do alone after >, and does them', async () => {
    await open('>log')
    expect(screen.getAllByRole('option')).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    expect(toast()).toContain('Logged.')
  })

  it('forgets what was typed and found when it closes', async () => {
    await open('ash')
    await waitFor(() => expect(option('ASHWORTH')).toBeTruthy())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull())
    await userEvent.keyboard('{Control>}k{/Control}')
    expect((await screen.findByRole<HTMLInputElement>('combobox')).value).toBe('')
  })
})

describe('preferences', () => {
  it('fall back one by one when what was kept is spoilt', () => {
    expect(readPreferences('not json')).toEqual(usualPreferences)
    expect(readPreferences('[1]')).toEqual(usualPreferences)
    expect(
      readPreferences(
        JSON.stringify({
          colourScheme: 'dark',
          textSize: 400,
          singleKeys: 'no',
          density: { register: 'compact', x: 'tiny' },
        }),
      ),
    ).toEqual({ ...usualPreferences, colourScheme: 'dark', density: { register: 'compact' } })
  })

  it('scale the whole app and are kept by the shell', () => {
    const kept: string[] = []
    vi.stubGlobal('throughline', { keepPreferences: (json: string) => kept.push(json) })
    changePreferences({ textSize: 125, comfort: true })
    expect(document.documentElement.style.fontSize).toBe('125%')
    expect(document.documentElement.dataset['comfort']).toBe('on')
    expect(readPreferences(kept.at(-1) ?? null)).toMatchObject({ textSize: 125, comfort: true })
  })
})
