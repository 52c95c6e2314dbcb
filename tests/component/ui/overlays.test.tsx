import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '#renderer/ui/button.tsx'
import { CountBar } from '#renderer/ui/count-bar.tsx'
import { ConfirmDialog, Dialog } from '#renderer/ui/dialog.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { openOverlays } from '#renderer/ui/overlay-stack.ts'
import { Popover } from '#renderer/ui/popover.tsx'
import { clearToasts, showToast, undoLatestToast } from '#renderer/ui/toasts.tsx'
import { renderUi } from './render-ui.tsx'

afterEach(() => vi.useRealTimers())

const confirmation = (onConfirm: () => void, onCancel: () => void, typeToConfirm?: string) => (
  <ConfirmDialog
    open
    destructive
    title="Replace the register?"
    confirm="Replace the register"
    onCancel={onCancel}
    onConfirm={onConfirm}
    {...(typeToConfirm === undefined ? {} : { typeToConfirm })}
  >
    347 people go. Backups stay.
  </ConfirmDialog>
)

/** A dialog that is taken off the page as soon as it is done, with or without what opened it. */
const Opener = ({ staysAfter }: { readonly staysAfter: boolean }) => {
  const [stage, setStage] = useState<'before' | 'open' | 'after'>('before')
  return (
    <main tabIndex={-1}>
      {(stage !== 'after' || staysAfter) && <Button onClick={() => setStage('open')}>Open it</Button>}
      {stage === 'open' && (
        <Dialog open title="One thing" onClose={() => setStage('after')}>
          <Button onClick={() => setStage('after')}>Done</Button>
        </Dialog>
      )}
    </main>
  )
}

describe('a dialog that is taken off the page', () => {
  it.each([
    [true, 'BUTTON'],
    [false, 'MAIN'],
  ])('gives focus back, or to the page when what opened it is gone (%s)', async (staysAfter, focused) => {
    renderUi(<Opener staysAfter={staysAfter} />)
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(document.activeElement?.tagName).toBe(focused))
  })
})

describe('Enter pressed twice in a dialog', () => {
  it('does not press what is behind it, and does the next time', async () => {
    renderUi(<Opener staysAfter />)
    const opener = screen.getByRole('button', { name: 'Open it' })
    await userEvent.click(opener)
    act(() => screen.getByRole('button', { name: 'Done' }).focus())
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(opener))
    await userEvent.keyboard('{Enter}')
    clock.mockRestore()
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  it('takes Enter at once after Escape closed it', async () => {
    renderUi(<Opener staysAfter />)
    const opener = screen.getByRole('button', { name: 'Open it' })
    await userEvent.click(opener)
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(opener))
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })
})

describe('a confirmation that destroys', () => {
  it('puts focus on Cancel', async () => {
    renderUi(confirmation(vi.fn(), vi.fn()))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'))
  })

  it('does nothing until the name is typed exactly', async () => {
    const replace = vi.fn()
    renderUi(confirmation(replace, vi.fn(), 'Brackenfold Surgery'))
    const button = screen.getByRole('button', { name: 'Replace the register' })
    await userEvent.type(screen.getByRole('textbox'), 'Brackenfold')
    await userEvent.click(button)
    expect(replace).not.toHaveBeenCalled()
    await userEvent.type(screen.getByRole('textbox'), ' Surgery')
    await userEvent.click(button)
    expect(replace).toHaveBeenCalledOnce()
  })

  it('is cancelled by Escape', async () => {
    const cancel = vi.fn()
    renderUi(confirmation(vi.fn(), cancel))
    await userEvent.keyboard('{Escape}')
    expect(cancel).toHaveBeenCalledOnce()
  })
})

describe('popovers and menus', () => {
  it('a popover is counted while open, closes on Escape and gives focus back', async () => {
    const Harness = () => {
      const [open, setOpen] = useState(false)
      return (
        <Popover
          open={open}
          onOpenChange={setOpen}
          label="Explain 11"
          anchor={<Button onClick={() => setOpen(!open)}>11</Button>}
        >
          <button type="button">Show the people</button>
        </Popover>
      )
    }
    renderUi(<Harness />)
    await userEvent.click(screen.getByRole('button', { name: '11' }))
    expect(screen.getByRole('dialog', { name: 'Explain 11' })).toBeTruthy()
    expect(openOverlays()).toBe(1)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(openOverlays()).toBe(0)
  })

  it('a menu does what was chosen', async () => {
    const remove = vi.fn()
    renderUi(
      <Menu anchor={<Button>More</Button>} items={[{ label: 'Delete this view', onChoose: remove, danger: true }]} />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete this view' }))
    expect(remove).toHaveBeenCalledOnce()
  })
})

describe('a toast', () => {
  const show = (message: string, undo?: () => void): void =>
    act(() => showToast(undo === undefined ? { message } : { message, undo }))

  it('says that work is finished, aloud too, and offers to undo it', async () => {
    const undo = vi.fn()
    renderUi(<p>Page</p>)
    show('Event logged.', undo)
    expect(screen.getByText('Event logged.')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toContain('Event logged. Press Control and Z to undo.')
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }))
    expect(undo).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByText('Event logged.')).toBeNull())
  })

  it('is undone newest first, each once', () => {
    const undone: string[] = []
    renderUi(<p>Page</p>)
    show('First.', () => undone.push('first'))
    show('Second.', () => undone.push('second'))
    act(() => void undoLatestToast())
    act(() => void undoLatestToast())
    expect(undone).toEqual(['second', 'first'])
    expect(undoLatestToast()).toBe(false)
  })

  it('takes the place of the one before, which comes back once the newest is undone', async () => {
    const undone: string[] = []
    renderUi(<p>Page</p>)
    show('First.', () => undone.push('first'))
    show('Second.', () => undone.push('second'))
    await waitFor(() => expect(screen.queryByText('First.')).toBeNull())
    expect(screen.getByText('Second.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(screen.queryByText('Second.')).toBeNull())
    expect(screen.getByText('First.')).toBeTruthy()
    act(() => void undoLatestToast())
    expect(undone).toEqual(['second', 'first'])
  })

  it('stands under the bar, where it covers the foot of no page and no dialog', () => {
    renderUi(<p>Page</p>)
    show('Import saved.', vi.fn())
    const region = screen.getByText('Import saved.').closest('[data-position]')
    expect(region?.getAttribute('data-position')).toBe('top-center')
  })

  it('takes every way back with it when it goes', async () => {
    renderUi(<p>Page</p>)
    show('First.', vi.fn())
    show('Second.', vi.fn())
    await waitFor(() => expect(screen.queryByText('First.')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Close this message' }))
    expect(undoLatestToast()).toBe(false)
  })

  it('goes after ten seconds, and stays while it has focus', () => {
    vi.useFakeTimers()
    renderUi(<p>Page</p>)
    show('Import saved.', vi.fn())
    const undo = screen.getByRole('button', { name: /^Undo/ })
    act(() => void vi.advanceTimersByTime(9_000))
    act(() => undo.focus())
    act(() => void vi.advanceTimersByTime(60_000))
    expect(screen.queryByText('Import saved.')).not.toBeNull()
    act(() => undo.blur())
    act(() => void vi.advanceTimersByTime(10_000))
    act(() => void vi.advanceTimersByTime(1_000))
    expect(screen.queryByText('Import saved.')).toBeNull()
    expect(undoLatestToast()).toBe(false)
  })

  it('leaves nothing behind when the register locks', () => {
    renderUi(<p>Page</p>)
    show('ASHWORTH, Maureen added.', vi.fn())
    act(() => clearToasts())
    expect(screen.queryByText(/ASHWORTH/)).toBeNull()
    expect(undoLatestToast()).toBe(false)
  })
})

describe('the live region', () => {
  it('says the same words twice when told twice', () => {
    renderUi(<p>Page</p>)
    act(() => announce('112 people'))
    const first = screen.getByRole('status').textContent
    act(() => announce('112 people'))
    const second = screen.getByRole('status').textContent
    expect(first?.trim()).toBe('112 people')
    expect(second?.trim()).toBe('112 people')
    expect(second).not.toBe(first)
  })
})

describe('rows in and out', () => {
  it('says when the sum is right and when rows are unaccounted for', () => {
    const counts = { new: 17, changed: 38, same: 300, disagree: 3, rejected: 9 }
    const { rerender } = renderUi(<CountBar rowsIn={367} counts={counts} />)
    expect(screen.getByText('Every row accounted for')).toBeTruthy()
    rerender(<CountBar rowsIn={370} counts={counts} />)
    expect(screen.getByText('3 rows unaccounted for')).toBeTruthy()
    rerender(<CountBar rowsIn={360} counts={counts} />)
    expect(screen.getByText('7 rows too many')).toBeTruthy()
  })

  it('prints the kinds that can occur, and no others', () => {
    renderUi(<CountBar rowsIn={55} counts={{ new: 17, changed: 38, rejected: 0 }} />)
    const bar = screen.getByRole('region', { name: 'Rows in the file' })
    expect(bar.textContent).toContain('55 rows in=17 new+38 changed+0 rejected')
    expect(bar.textContent).not.toMatch(/disagree|the same/)
  })
})

describe('a button that cannot be used yet', () => {
  it('can be reached, says why, and does nothing', async () => {
    const press = vi.fn()
    renderUi(
      <Button whyNot="Type the group to go on" onClick={press}>
        Finish
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Finish', description: 'Type the group to go on' })
    fireEvent.click(button)
    await userEvent.tab()
    expect(document.activeElement).toBe(button)
    expect(press).not.toHaveBeenCalled()
  })
})
