import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { developmentRoutes } from '#renderer/features/development/development-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan, planNow, signNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const path = (): string => join(core.current().dataFolder, 'card.throughline-lesson')
const chosen = (mode: 'read' | 'write') => async () => {
  core.current().core.env.files.grant(mode, path(), mode)
  return { status: 'chosen', file: { handle: mode, name: 'card.throughline-lesson', size: 0 } }
}
beforeEach(() => {
  setToday(TEST_TODAY)
  vi.stubGlobal('throughline', {
    setTitleBarTheme: () => undefined,
    chooseFileToSave: chosen('write'),
    chooseFileToOpen: chosen('read'),
  })
})
afterEach(() => vi.unstubAllGlobals())

const FIELDS = {
  title: 'Letters asked for by name',
  problem: 'Treatment summaries came late.',
  tried: 'One person rang each week.',
  happened: 'Half as many were missing.',
  area: 'objective_4',
  byRole: 'Cancer lead',
  madeOn: '2026-11-02',
} as const

const open = (): ReturnType<typeof userEvent.setup> => {
  openScreen('/development?tab=lessons', developmentRoutes)
  return userEvent.setup()
}
const lessons = () => core.current().client.lessons
const dialog = (name: string): Promise<HTMLElement> => screen.findByRole('dialog', { name })

describe('lesson cards', () => {
  it('are made from the keyboard, by role, with an undo', async () => {
    const user = open()
    await screen.findByRole('heading', { name: 'No lesson card yet' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    const form = await dialog('Make a lesson card')
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Title')))
    await user.keyboard('Letters by name{Control>}{Enter}{/Control}')
    expect((await within(form).findByRole('alert')).textContent).toContain('Say what the problem was')
    await user.type(within(form).getByLabelText('The problem'), 'Late')
    await user.type(within(form).getByLabelText('What we tried'), 'Ringing')
    await user.type(within(form).getByLabelText('What happened'), 'Fewer')
    expect(within(form).getByLabelText<HTMLInputElement>(/by role/).value).toBe('Cancer lead')
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Make the card' }))
    expect((await screen.findByRole('list', { name: 'Lesson cards' })).textContent).toContain('Made here')
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('heading', { name: 'No lesson card yet' })
  })

  it('are not written while they may tell of a patient, and the field is named', async () => {
    await lessons().add({ fields: { ...FIELDS, tried: 'We rang about 999 000 0018' } })
    const user = open()
    await user.click(await screen.findByRole('button', { name: FIELDS.title }))
    const card = await dialog(FIELDS.title)
    await user.click(within(card).getByRole('button', { name: 'Write to a file' }))
    expect((await within(card).findByRole('alert')).textContent).toContain(
      '“What we tried” holds what looks like an NHS number',
    )
    expect(await accessibilityFaults(card)).toEqual([])
  })

  it('go out as a file, are looked at before they come in, and stay as they came', async () => {
    const { id } = await lessons().add({ fields: FIELDS })
    const user = open()
    await user.click(await screen.findByRole('button', { name: FIELDS.title }))
    await user.click(within(await dialog(FIELDS.title)).getByRole('button', { name: 'Write to a file' }))
    await screen.findAllByText(/is written\. Its checksum begins/)
    const made = readFileSync(path(), 'utf8')
    await lessons().remove({ id, version: 1 })
    await user.keyboard('{Escape}')
    await screen.findByRole('heading', { name: 'No lesson card yet' })
    writeFileSync(path(), made.replace('Half as many', 'None'))
    await user.keyboard('i')
    const refused = await dialog('Bring in a lesson card')
    expect((await within(refused).findByRole('alert')).textContent).toContain('it was changed after it was made')
    expect(within(refused).queryByRole('button', { name: 'Bring it in' })).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    writeFileSync(path(), made)
    core.current().core.env.files.grant('read', path(), 'read')
    await user.keyboard('i')
    const looked = await dialog(FIELDS.title)
    expect(looked.textContent).toContain('Brackenfold Surgery')
    expect(await accessibilityFaults(looked)).toEqual([])
    await user.click(within(looked).getByRole('button', { name: 'Bring it in' }))
    await user.click(await screen.findByRole('button', { name: FIELDS.title }))
    const kept = await dialog(FIELDS.title)
    expect(within(kept).queryByRole('button', { name: 'Change' })).toBeNull()
  })

  it('become an action of the plan that says where it came from', async () => {
    await beginPlan(core.current().client, [4])
    await signNow(core.current().client)
    await lessons().add({ fields: FIELDS })
    const user = open()
    await user.click(await screen.findByRole('button', { name: FIELDS.title }))
    await user.click(await within(await dialog(FIELDS.title)).findByRole('button', { name: 'Make an action of it' }))
    const form = await dialog('Make an action of the card')
    const due = within(form).getByRole('group', { name: 'Due' })
    for (const [part, text] of [
      ['Day', '1'],
      ['Month', '3'],
      ['Year', '2027'],
    ] as const)
      await user.type(within(due).getByLabelText(part), text)
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Take into the plan' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { actions } = await planNow(core.current().client)
    const { id } = actions.find(({ title }) => title === FIELDS.title) ?? { id: '' }
    expect(await core.current().client.plan.action({ id })).toMatchObject({
      origin: { kind: 'learning', id: null, words: 'The lesson card “Letters asked for by name”' },
    })
  })
})
