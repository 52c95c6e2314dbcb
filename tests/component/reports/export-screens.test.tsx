import { screen } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { readdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { addPeople, CTRL_ENTER, openFrozen, openReports, said, setUpReports } from './reports-screen.tsx'

const screens = setUpReports()

/** An open report of which it is said what it is for and whom it is for. */
const openToSend = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = await openFrozen(screens)
  await user.type(screen.getByLabelText('What it is for', { selector: 'input' }), 'Audit')
  await user.type(screen.getByLabelText('Whom it is for', { selector: 'input' }), 'Us')
  return user
}

describe('exporting', () => {
  it('asks first what it is for and whom it is for', async () => {
    const user = await openFrozen(screens)
    await user.keyboard(CTRL_ENTER)
    await said('Say what it is for')
    expect(screen.getByText('Say whom it is for')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('What it is for', { selector: 'input' }))
    expect(readdirSync(screens.folder)).toEqual([])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is stopped where an earlier report would give a small number away, with ways out', async () => {
    await addPeople(screens)
    const earlier = await finish(screens.test.client.reports.build({ from: '2025-04-01', to: '2025-09-30' }))
    const sending = { folderHandle: 'folder', formats: ['json' as const], purpose: 'Audit', recipient: 'Us' }
    await finish(screens.test.client.reports.export({ id: earlier.id, ...sending }))
    const diagnosisDate = { date: '2025-12-15', precision: 'day' } as const
    for (let index = 0; index < 3; index += 1)
      await screens.test.client.register.addPerson({ person: aPerson(), episode: anEpisode({ diagnosisDate }) })
    const { id } = await finish(screens.test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
    const user = openReports(screens, `/reports/${id}`)
    await said('This report cannot leave yet')
    expect(screen.getByText('Use the earlier report').closest('a')?.getAttribute('href')).toBe(`/reports/${earlier.id}`)
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByText('Hide more, in a new report'))
    await said('Safe beside earlier reports')
  })

  it('writes the files, prints the PDF beside them and shows where they are', async () => {
    const user = await openToSend()
    await user.keyboard(CTRL_ENTER)
    await said('8 files in For the network')
    const base = 'network-report-A99901-2025-04-01-to-2026-03-31'
    expect(readdirSync(screens.folder).toSorted()).toEqual(
      ['csv', 'docx', 'html', 'json', 'schema.json', 'throughline-pack', 'xlsx'].map((end) => `${base}.${end}`),
    )
    expect(screens.asked).toHaveLength(1)
    expect(screens.test.core.env.prints.take(screens.asked[0]?.leave ?? '')).toEqual({
      page: 'report',
      documentId: location.pathname.split('/').at(-1),
      folderHandle: 'folder',
      fileName: `${base}.pdf`,
    })
    expect(document.querySelector('[data-toast]')?.textContent).toContain('Report exported. 8 files written.')
    await user.click(screen.getByText('Show in folder'))
    expect(screens.shown).toEqual(['pdf'])
  })

  it('writes only what is ticked, and nothing when nothing is', async () => {
    const user = await openToSend()
    for (const name of ['PDF', 'Word', 'Excel', 'JSON', 'Pack with a receipt', 'Web page'])
      await user.click(screen.getByLabelText(name))
    await user.keyboard(CTRL_ENTER)
    await said('1 file in For the network')
    expect(readdirSync(screens.folder)).toEqual(['network-report-A99901-2025-04-01-to-2026-03-31.csv'])
    expect(screens.asked).toEqual([])
    await user.click(screen.getByLabelText('CSV'))
    await user.keyboard(CTRL_ENTER)
    await said('Choose at least one file.')
  })

  it('says what went wrong with the PDF and keeps the other files', async () => {
    screens.printed = { ok: false, message: 'The report took too long to draw. Try again.' }
    const user = await openToSend()
    await user.keyboard(CTRL_ENTER)
    await said(/took too long to draw/)
    expect(screen.getByText('7 files in For the network')).toBeTruthy()
  })

  it('writes nothing when no folder is chosen, and says why one is refused', async () => {
    const user = await openToSend()
    screens.choice = { status: 'cancelled' }
    await user.keyboard(CTRL_ENTER)
    screens.choice = { status: 'refused', message: 'That folder cannot be written to. Choose another.' }
    await user.keyboard(CTRL_ENTER)
    await said(/Choose another\.$/)
    expect(readdirSync(screens.folder)).toEqual([])
  })

  it('says in words that the folder has gone', async () => {
    const user = await openToSend()
    rmSync(screens.folder, { recursive: true })
    await user.keyboard(CTRL_ENTER)
    expect((await said(/no longer there/)).textContent).toContain('Choose it again')
  })
})
