import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { checkRoutes } from '#renderer/features/checks/check-routes.tsx'
import { PersonChecks } from '#renderer/features/checks/public.ts'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { CHECK_RULES } from '#shared/features/checks/public.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const manWithOvary = async (surname: string): Promise<string> =>
  (
    await core.current().client.register.addPerson({
      person: aPerson({ surname, sex: '1', nhsNumber: null, localId: surname }),
      episode: anEpisode({ tumourGroup: 'gynaecological', site: 'Ovary', icd10Code: 'C56' }),
    })
  ).id

const openPerson = (id: string): void =>
  openScreen(`/people/${id}/here`, [
    {
      path: '/people/:id/here',
      render: ({ id: personId = '' }) => (
        <main>
          <h1>Somebody</h1>
          <PersonChecks personId={personId} />
        </main>
      ),
    },
  ])

const pressEscape = async (): Promise<void> => {
  await userEvent.keyboard('{Escape}')
}

describe('the line on a person’s page', () => {
  it('is not there for nearly everybody', async () => {
    const { id } = await core
      .current()
      .client.register.addPerson({ person: aPerson({ nhsNumber: null, localId: '1' }), episode: anEpisode() })
    openPerson(id)
    await screen.findByRole('heading', { name: 'Somebody' })
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  })

  it('leads to what is unusual, which is kept with a reason and asked about again', async () => {
    const id = await manWithOvary('Pell')
    openPerson(id)
    await userEvent.click(await screen.findByRole('button', { name: 'Checks: 1 to look at' }))
    expect(await screen.findByText('Ovary, and the sex recorded is male. Check both.')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Patient in the preview' }).textContent).toContain('PELL')
    expect(screen.getByRole('link', { name: 'Edit the diagnosis' }).getAttribute('href')).toMatch(/\/diagnoses\//)
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'It is right: keep it' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Keep it with a reason' }))
    await userEvent.click(dialog.getByRole('button', { name: /^Keep it/ }))
    expect((await dialog.findAllByText(/Say why in a few words/)).length).toBeGreaterThan(0)
    expect(dialog.getByRole('region', { name: 'Patient to decide on' }).textContent).toContain('PELL')
    await userEvent.type(dialog.getByLabelText('Why it is right'), 'Record carries the gender')
    await userEvent.click(dialog.getByRole('button', { name: /^Keep it/ }))
    expect(await screen.findByText(/“Record carries the gender”/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    expect(await screen.findByRole('button', { name: 'It is right: keep it' })).toBeTruthy()
    expect(undoLatestToast()).toBe(true)
    expect(await screen.findByText(/“Record carries the gender”/)).toBeTruthy()
    await pressEscape()
    expect(await screen.findByRole('button', { name: 'Checks: 1 kept with a reason' })).toBeTruthy()
  })
})

describe('the page of rules', () => {
  it('has every rule with its words and figures, and leads to the people', async () => {
    await manWithOvary('Pell')
    openScreen('/settings/checks', settingsRoutes)
    const table = within(await screen.findByRole('table', { name: 'Unusual, not wrong' }))
    const row = within(table.getByRole('row', { name: /^Cancer of an organ that the sex seldom has/ }))
    expect(row.getByText('1 of 1 records')).toBeTruthy()
    expect(row.getByRole('link', { name: '1 to look at' }).getAttribute('href')).toBe('/checks/sex-site')
    for (const { title } of CHECK_RULES) expect(screen.getAllByText(title).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: 'Switch off: Happened before birth' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('switches a rule off with a reason, and on again', async () => {
    const id = await manWithOvary('Pell')
    openScreen('/settings/checks', settingsRoutes)
    const name = 'Cancer of an organ that the sex seldom has'
    await userEvent.click(await screen.findByRole('button', { name: `Switch off: ${name}` }))
    const dialog = within(await screen.findByRole('dialog', { name: `Switch off “${name}”` }))
    await userEvent.type(dialog.getByLabelText('Why it is not wanted'), 'We look at these by hand')
    await userEvent.click(dialog.getByRole('button', { name: /^Switch it off/ }))
    expect(await screen.findByText(/“We look at these by hand”|We look at these by hand/)).toBeTruthy()
    expect(await core.current().client.checks.ofPerson({ personId: id })).toEqual([])
    await userEvent.click(await screen.findByRole('button', { name: `Switch on: ${name}` }))
    expect(await screen.findByRole('button', { name: `Switch off: ${name}` })).toBeTruthy()
    expect(await core.current().client.checks.ofPerson({ personId: id })).toHaveLength(1)
  })
})

describe('the people of a rule', () => {
  it('are worked from the keyboard, and what is kept goes to the other list', async () => {
    await manWithOvary('Abbot')
    await manWithOvary('Pell')
    openScreen('/checks/sex-site', checkRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Cancer of an organ that the sex seldom has' })
    const list = within(await screen.findByRole('list', { name: /^People/ }))
    expect(list.getAllByRole('link', { name: /ABBOT|PELL/ }).map((link) => link.textContent)).toEqual([
      'ABBOT, Maureen (Mrs)',
      'PELL, Maureen (Mrs)',
    ])
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.keyboard('jja')
    const dialog = within(await screen.findByRole('dialog', { name: 'Keep it with a reason' }))
    expect(document.body.textContent).toContain('PELL')
    await userEvent.type(dialog.getByLabelText('Why it is right'), 'Both are right')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.queryByRole('link', { name: /PELL/ })).toBeNull())
    await userEvent.click(screen.getByRole('tab', { name: /Kept with a reason/ }))
    expect(await screen.findByText(/“Both are right”/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says so when there is nobody, and when there is no such check', async () => {
    openScreen('/checks/sex-site', checkRoutes)
    expect(await screen.findByText('Nobody to look at')).toBeTruthy()
  })
})
