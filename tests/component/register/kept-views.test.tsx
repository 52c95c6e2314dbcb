import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode, nextNhsNumber } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const BOWEL = 'view=new&group=lower_gi'

const open = async (path = '/register'): Promise<void> => {
  await core.current().client.register.addPerson({
    person: aPerson({ surname: 'Ashworth', nhsNumber: nextNhsNumber() }),
    episode: anEpisode(),
  })
  openScreen(path, registerRoutes)
  await screen.findByRole('row', { name: /ASHWORTH/ })
}

const fromMenu = async (item: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'More views' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

const kept = () => core.current().client.register.savedViews({})
const keepBowel = () => core.current().client.register.addView({ name: 'Bowel, new', address: BOWEL })
const dialog = async () => within(await screen.findByRole('dialog'))

describe('a view that is kept', () => {
  it('is what is shown, under a name, with a tab of its own and an undo', async () => {
    await open(`/register?${BOWEL}&at=0`)
    await fromMenu('Keep this view')
    const form = await dialog()
    expect(document.activeElement).toBe(form.getByRole('textbox', { name: 'Name' }))
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.keyboard('Bowel, new{Enter}')
    const tab = await screen.findByRole('tab', { name: 'Bowel, new' })
    expect(tab.getAttribute('aria-selected')).toBe('true')
    expect(screen.queryByRole('dialog')).toBeNull()
    const [view] = await kept()
    expect(view?.name).toBe('Bowel, new')
    expect(Object.fromEntries(new URLSearchParams(view?.address))).toEqual({ view: 'new', group: 'lower_gi' })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await kept()).toEqual([]))
    await waitFor(() => expect(screen.queryByRole('tab', { name: 'Bowel, new' })).toBeNull())
  })

  it('is not kept without a name, nor under one that is taken, and what was typed stays', async () => {
    await keepBowel()
    await open()
    await fromMenu('Keep this view')
    const form = await dialog()
    await userEvent.click(form.getByRole('button', { name: 'Keep the view' }))
    expect(await form.findByText('1 thing to put right')).toBeTruthy()
    await userEvent.type(form.getByRole('textbox', { name: /^Name/ }), 'bowel, NEW')
    await userEvent.click(form.getByRole('button', { name: 'Keep the view' }))
    expect((await form.findAllByText(/A view has this name already/)).length).toBeGreaterThan(0)
    expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Name/ }).value).toBe('bowel, NEW')
    await userEvent.click(form.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await kept()).toHaveLength(1)
  })

  it('is opened from the menu, and a view of everybody leads out of it again', async () => {
    await keepBowel()
    await open()
    await fromMenu('Bowel, new')
    await screen.findByRole('tab', { name: 'Bowel, new', selected: true })
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({ view: 'new', group: 'lower_gi' })
    await userEvent.click(screen.getByRole('tab', { name: /^Everyone/ }))
    await waitFor(() => expect(location.search).toBe(''))
    expect(screen.queryByRole('tab', { name: 'Bowel, new' })).toBeNull()
  })

  it('gets another name', async () => {
    await keepBowel()
    await open(`/register?${BOWEL}`)
    await screen.findByRole('tab', { name: 'Bowel, new' })
    await fromMenu('Rename “Bowel, new”')
    const name = (await dialog()).getByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Colon and rectum{Enter}')
    await screen.findByRole('tab', { name: 'Colon and rectum', selected: true })
    expect(await kept()).toMatchObject([{ name: 'Colon and rectum', address: BOWEL }])
  })

  it('shows something else once it is told to', async () => {
    await keepBowel()
    await open('/register?living=living')
    await fromMenu('Let “Bowel, new” show this')
    await waitFor(async () => expect(await kept()).toMatchObject([{ address: 'living=living' }]))
    await screen.findByRole('tab', { name: 'Bowel, new', selected: true })
  })

  it('is forgotten at once, and an undo brings it back', async () => {
    await keepBowel()
    await open(`/register?${BOWEL}`)
    await screen.findByRole('tab', { name: 'Bowel, new' })
    await fromMenu('Forget “Bowel, new”')
    await screen.findAllByText('View forgotten: Bowel, new.')
    expect(await kept()).toEqual([])
    expect(screen.getByRole('row', { name: /ASHWORTH/ })).toBeTruthy()
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await kept()).toHaveLength(1))
    await screen.findByRole('tab', { name: 'Bowel, new' })
  })
})
