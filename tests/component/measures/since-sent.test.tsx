import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
let folder: string
beforeEach(() => {
  setToday(TEST_TODAY)
  folder = mkdtempSync(join(tmpdir(), 'throughline-since-'))
  real.current().core.env.files.grant('folder', folder, 'folder')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const diagnosed = async (surname: string, stage: string | null, date = '2025-06-15'): Promise<string> => {
  const { id } = await real.current().client.register.addPerson({
    person: aPerson({ surname }),
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage }),
  })
  return id
}

const setStage = async (personId: string, stage: string | null): Promise<void> => {
  const { client } = real.current()
  const [episode] = (await client.register.person({ id: personId })).episodes
  if (episode === undefined) throw new Error('there is a diagnosis')
  const { id, version, personId: _, ...fields } = episode
  await client.register.saveEpisode({ id, version, episode: { ...fields, stage } })
}

const remove = async (id: string): Promise<void> => {
  const { client } = real.current()
  const { version } = (await client.register.person({ id })).person
  await client.register.removePerson({ id, version, reason: 'Moved away' })
}

const send = async (): Promise<void> => {
  const { client } = real.current()
  const { id } = await finish(
    client.reports.build({ from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' }),
  )
  const where = { folderHandle: 'folder', formats: ['json' as const] }
  await finish(client.reports.export({ id, ...where, purpose: 'Network meeting', recipient: 'The network' }))
}

const PANEL = 'Since the last report that was sent'
const panel = () => screen.findByRole('region', { name: PANEL })

describe('what changed since the last report that was sent', () => {
  it('says that nothing was sent, and that reports do not hold a measure', async () => {
    await diagnosed('Ashworth', '2')
    openScreen('/measures/library/stage-known', measureRoutes)
    expect(await within(await panel()).findByText(/^No report of this practice has been sent yet/)).toBeTruthy()
    await send()
    openScreen('/measures/library/deaths', measureRoutes)
    expect(
      await screen.findByText(/^Reports do not hold this measure\. The last one: Network report, .* to The network\.$/),
    ).toBeTruthy()
  })

  it('tells what was sent and what it is today, and leads to whoever changed in two keys', async () => {
    for (let one = 0; one < 24; one += 1) await diagnosed('Ashworth', one < 14 ? '2' : null)
    const late = await diagnosed('Elphick', null)
    const gone = await diagnosed('Farrow', '2')
    await send()
    await setStage(late, '3')
    await remove(gone)
    openScreen('/measures/library/stage-known', measureRoutes)
    const user = userEvent.setup()
    const table = await within(await panel()).findByRole('table', { name: PANEL })
    const cells = (name: string) =>
      within(within(table).getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    expect(cells('Stage known')).toEqual(['15', '15as it was', '1', '1', '0'])
    expect(cells('New diagnoses')).toEqual(['26', '251 fewer', '0', '1', '1'])
    expect(
      within(await panel()).getByText(
        /It said 15 of 26 \(57\.7%\)\. Counted again today for the same period it is 15 of 25 \(60\.0%\)\.$/,
      ),
    ).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    within(table).getByRole('button', { name: 'Stage known, went out: 1, open the people' }).focus()
    await user.keyboard('{Enter}')
    const out = await screen.findByRole('dialog', { name: 'Stage known: went out since it was sent' })
    expect(await within(out).findByText('1 person taken off the register since cannot be shown.')).toBeTruthy()
    expect(within(out).getByText('Nobody stands here.')).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    within(table).getByRole('button', { name: 'Stage known, came in: 1, open the people' }).focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: 'Stage known: came in since it was sent' })
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(within(drawer).getByText(/ELPHICK/)).toBeTruthy()
    expect(within(drawer).getByText('Not counted')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${late}/history`)
  })

  it('is told in the drawer of a figure of the library and of an indicator, with the way to the whole of it', async () => {
    for (let one = 0; one < 12; one += 1) await diagnosed('Ashworth', '2')
    await diagnosed('Dallimore', '2', '2026-06-01')
    await send()
    const user = userEvent.setup()
    openScreen('/measures?view=library', measureRoutes)
    const row = (await screen.findByRole('link', { name: 'Stage recorded' })).closest('tr')!
    within(row).getByRole('button').focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: /^Stage recorded/ })
    expect(await within(drawer).findByText(/It said 12 of 12 \(100\.0%\)\. Counted again today/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(drawer).getByRole('link', { name: 'See who came and went' }))
    expect(await panel()).toBeTruthy()
    expect(location.pathname).toBe('/measures/library/stage-known')
  })
})
