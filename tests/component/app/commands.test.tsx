import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Command, createCommandRegistry } from '#renderer/app/command-registry.ts'
import { CommandProvider, useCommandList, useCommands } from '#renderer/app/commands.tsx'
import { isSingleKey, matchesShortcut, takesTyping } from '#renderer/app/shortcut.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SingleKeysContext } from '#renderer/ui/single-keys.ts'
import { UiProvider } from '#renderer/ui/ui-provider.tsx'

afterEach(cleanup)

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
})

describe('a shortcut', () => {
  it.each([
    ['Ctrl+K', pressed('k', { ctrlKey: true }), true],
    ['Ctrl+K', pressed('k', { metaKey: true }), true],
    ['Ctrl+K', pressed('k'), false],
    ['Ctrl+K', pressed('k', { ctrlKey: true, altKey: true }), false],
    ['Alt+1', pressed('¡', { altKey: true }, 'Digit1'), true],
    ['Alt+Left', pressed('ArrowLeft', { altKey: true }), true],
    ['N', pressed('n'), true],
    ['N', pressed('N'), true],
    ['N', pressed('N', { shiftKey: true }), false],
    ['?', pressed('?', { shiftKey: true }), true],
    ['F6', pressed('F6'), true],
    ['Esc', pressed('Escape'), true],
  ])('%s matches %o: %s', (shortcut, press, matches) => {
    expect(matchesShortcut(shortcut, press)).toBe(matches)
  })

  it('of one letter is told from the rest', () => {
    expect(['N', '/', '?', '1', 'F6', 'Esc', 'Ctrl+K', 'Alt+1'].filter(isSingleKey)).toEqual(['N', '/', '?', '1'])
  })

  it('knows which elements take typing', () => {
    document.body.innerHTML =
      '<input id="a"><input id="b" type="checkbox"><textarea id="c"></textarea><button id="d"></button><select id="e"></select>'
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => takesTyping(document.getElementById(id)))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
    document.body.innerHTML = ''
  })
})

describe('the list of commands', () => {
  const plain = { singleKeys: true, typing: false, overlay: false }
  const command = (id: string, run: Command['run'], more: Partial<Command> = {}): Command => ({
    id,
    title: id,
    group: 'Anywhere',
    keys: ['N'],
    run,
    ...more,
  })

  it('prefers the newest, and goes back to the older one when it leaves', () => {
    const registry = createCommandRegistry()
    const app = vi.fn()
    const page = vi.fn()
    registry.add([command('app', app)])
    const leave = registry.add([command('page', page)])
    registry.press(pressed('n'), plain)
    leave()
    registry.press(pressed('n'), plain)
    expect([page.mock.calls.length, app.mock.calls.length]).toEqual([1, 1])
  })

  it('passes a key on when a command had nothing to do', () => {
    const registry = createCommandRegistry()
    const older = vi.fn()
    registry.add([command('older', older)])
    registry.add([command('newer', () => false)])
    expect(registry.press(pressed('n'), plain)).toBe(true)
    expect(older).toHaveBeenCalledOnce()
  })

  it.each([
    ['letters while typing', 'N', pressed('n'), { typing: true }, false],
    ['letters when switched off', 'N', pressed('n'), { singleKeys: false }, false],
    ['Ctrl+K while typing', 'Ctrl+K', pressed('k', { ctrlKey: true }), { typing: true }, true],
    [
      'Ctrl+Z while typing, which belongs to the field',
      'Ctrl+Z',
      pressed('z', { ctrlKey: true }),
      { typing: true },
      false,
    ],
    ['anything behind a dialog', 'Ctrl+K', pressed('k', { ctrlKey: true }), { overlay: true }, false],
  ])('%s', (_, keys, press, situation, runs) => {
    const registry = createCommandRegistry()
    registry.add([command('one', () => undefined, { keys: [keys] })])
    expect(registry.press(press, { ...plain, ...situation })).toBe(runs)
  })

  it('lets the lock work everywhere', () => {
    const registry = createCommandRegistry()
    registry.add([command('lock', () => undefined, { keys: ['Ctrl+L'], always: true })])
    expect(registry.press(pressed('l', { ctrlKey: true }), { singleKeys: false, typing: true, overlay: true })).toBe(
      true,
    )
  })
})

const Around = ({
  children,
  singleKeys = true,
}: {
  readonly children: ReactNode
  readonly singleKeys?: boolean
}): ReactNode => (
  <SingleKeysContext value={singleKeys}>
    <UiProvider env="test">
      <CommandProvider>{children}</CommandProvider>
    </UiProvider>
  </SingleKeysContext>
)

describe('commands on a page', () => {
  it('run with what the page knows now, and are gone when it is', async () => {
    const seen: number[] = []
    const Page = () => {
      const [count, setCount] = useState(0)
      useCommands([{ id: 'add', title: 'Add', group: 'On this page', keys: ['N'], run: () => void seen.push(count) }])
      return (
        <button type="button" onClick={() => setCount(count + 1)}>
          More
        </button>
      )
    }
    const List = () => (
      <output>
        {useCommandList()
          .map(({ title }) => title)
          .join()}
      </output>
    )
    const { rerender } = render(
      <Around>
        <Page />
        <List />
      </Around>,
    )
    await userEvent.keyboard('n')
    await userEvent.click(screen.getByText('More'))
    await userEvent.keyboard('n')
    expect(seen).toEqual([0, 1])
    expect(screen.getByText('Add')).toBeTruthy()
    rerender(
      <Around>
        <List />
      </Around>,
    )
    await userEvent.keyboard('n')
    expect(seen).toEqual([0, 1])
  })

  it('do not hear the Escape that closes a dialog', async () => {
    const leave = vi.fn()
    const Page = () => {
      const [open, setOpen] = useState(true)
      useCommands([{ id: 'up', title: 'Close', group: 'On this page', keys: ['Esc'], run: leave }])
      return (
        <Dialog open={open} onClose={() => setOpen(false)} title="Keys">
          Inside
        </Dialog>
      )
    }
    render(
      <Around>
        <Page />
      </Around>,
    )
    await userEvent.keyboard('{Escape}')
    expect(leave).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.keyboard('{Escape}')
    expect(leave).toHaveBeenCalledOnce()
  })

  it('are run once by Ctrl and Enter that are held down', () => {
    const run = vi.fn()
    const Page = () => {
      useCommands([{ id: 'save', title: 'Save', group: 'On this page', keys: ['Ctrl+Enter'], run }])
      return null
    }
    render(
      <Around>
        <Page />
      </Around>,
    )
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, repeat: true })
    expect(run).toHaveBeenCalledOnce()
  })

  it('do not hear a key that was already used', () => {
    const run = vi.fn()
    const Page = () => {
      useCommands([{ id: 'x', title: 'X', group: 'On this page', keys: ['X'], run }])
      return (
        <button type="button" onKeyDown={(event) => event.preventDefault()}>
          Row
        </button>
      )
    }
    render(
      <Around>
        <Page />
      </Around>,
    )
    act(() => screen.getByText('Row').focus())
    fireEvent.keyDown(screen.getByText('Row'), { key: 'x' })
    expect(run).not.toHaveBeenCalled()
  })
})
