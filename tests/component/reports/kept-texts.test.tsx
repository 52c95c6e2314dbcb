import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_PASSPHRASE, TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const WAIT = { timeout: 20_000 } as const
const real = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))

const kept = () => real.current().client.reports.keptTexts({})

const openPage = (): ReturnType<typeof userEvent.setup> => {
  openScreen('/reports', [{ path: '/reports', render: () => <ReportsPage /> }])
  return userEvent.setup()
}

const typeText = async (user: ReturnType<typeof userEvent.setup>, words: string): Promise<void> => {
  await waitFor(
    () => expect(screen.getByRole('button', { name: 'Add a text' })).toHaveProperty('disabled', false),
    WAIT,
  )
  await user.click(screen.getByRole('button', { name: 'Add a text' }))
  await user.click(await screen.findByRole('textbox', { name: 'Words' }))
  await user.paste(words)
}

const words = (): Promise<HTMLTextAreaElement> =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Words' }, WAIT)

describe('own texts that are typed and not frozen yet', () => {
  it('are there after a lock, are nowhere on the screen meanwhile, and go with the freezing', async () => {
    const user = openPage()
    await typeText(user, 'We met the hospital in May.')
    // As with the lock's own button: the field is left before it is pressed.
    await user.tab()
    expect(await screen.findByText(/^Saved\. What you typed stays here/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await real.current().client.access.lock({})
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Words' })).toBeNull())
    expect(document.body.innerHTML).not.toContain('We met the hospital')
    await real.current().client.access.unlock({ userId: real.current().userId, passphrase: TEST_PASSPHRASE })
    expect((await words()).value).toBe('We met the hospital in May.')
    await user.click(screen.getByRole('button', { name: 'Freeze the figures' }))
    await waitFor(() => expect(location.pathname).toMatch(/^\/reports\/[0-9a-f-]{36}$/), WAIT)
    expect(await kept()).toBeNull()
    expect(await real.current().client.reports.lastTexts({})).toMatchObject([{ text: 'We met the hospital in May.' }])
  }, 60_000)

  it('are kept before the keys of the lock reach it', async () => {
    const user = openPage()
    await typeText(user, 'Half a sent')
    await user.keyboard('{Control>}')
    await waitFor(async () => expect(await kept()).toMatchObject([{ text: 'Half a sent' }]))
  })

  it('are thrown away by one press, and come back by undo', async () => {
    const user = openPage()
    await typeText(user, 'Second thoughts.')
    await user.tab()
    await waitFor(async () => expect(await kept()).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Discard what I typed' }))
    expect(screen.queryByRole('textbox', { name: 'Words' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a text' }))
    await waitFor(async () => expect(await kept()).toBeNull())
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Undo/ }))
    expect((await words()).value).toBe('Second thoughts.')
    await user.click(within(screen.getByRole('group', { name: 'Text 1' })).getByRole('textbox', { name: 'Words' }))
    await user.tab()
    await waitFor(async () => expect(await kept()).toMatchObject([{ text: 'Second thoughts.' }]))
  })
})
