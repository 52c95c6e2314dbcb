import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { changePreferences, usualPreferences } from '#renderer/app/preferences.ts'
import { RIGHTS } from '#renderer/features/settings/people-section.tsx'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import { CAPABILITIES } from '#shared/permissions.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'
import { aPractice } from '#tests/support/test-core.ts'

const core = componentCoreForEachTest()

const open = async (section: string, heading: string): Promise<void> => {
  openScreen(`/settings/${section}`, settingsRoutes)
  await screen.findByRole('heading', { level: 1, name: heading })
}

const fill = async (label: string, text: string): Promise<void> => {
  await userEvent.clear(screen.getByLabelText(new RegExp(`^${label}`)))
  if (text !== '') await userEvent.paste(text)
}

describe('the practice', () => {
  it('is changed and saved', async () => {
    await open('practice', 'Practice')
    await screen.findByDisplayValue('Brackenfold Surgery')
    expect(await accessibilityFaults()).toEqual([])
    await fill('List size', '9,871')
    await userEvent.keyboard('{Control>}s{/Control}')
    await screen.findAllByText('Practice details saved.')
    expect(await core.current().client.access.practice({})).toEqual({ ...aPractice({ listSize: 9871 }), demo: false })
  })

  it('says what is wrong beside the field and saves nothing', async () => {
    await open('practice', 'Practice')
    await screen.findByDisplayValue('Brackenfold Surgery')
    await fill('Practice name', '')
    await fill('List size', 'many')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert', { name: '2 things to put right' })
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Practice name: Enter some text', 'List size: Type the list size as a whole number'])
    expect(screen.getByDisplayValue('many')).toBeTruthy()
    expect(await core.current().client.access.practice({})).toMatchObject(aPractice())
  })
})

describe('the telephone numbers on paper', () => {
  it('are kept, and an empty box means that nobody has written it down', async () => {
    await open('practice', 'Practice')
    await screen.findByLabelText(/^Practice telephone/)
    await fill('Practice telephone', '01632 960 140')
    await fill('Out-of-hours telephone', '01632 960 199')
    await userEvent.click(screen.getByRole('button', { name: 'Save the numbers' }))
    await screen.findAllByText('Telephone numbers saved.')
    expect(await core.current().client.settings.contacts({})).toEqual({
      practicePhone: '01632 960 140',
      outOfHoursName: null,
      outOfHoursPhone: '01632 960 199',
    })
    await fill('Practice telephone', '')
    await userEvent.click(screen.getByRole('button', { name: 'Save the numbers' }))
    await waitFor(async () =>
      expect(await core.current().client.settings.contacts({})).toMatchObject({ practicePhone: null }),
    )
  })

  it('and the practice’s details do not take back what another window wrote meanwhile', async () => {
    const { access, settings } = core.current().client
    await open('practice', 'Practice')
    await screen.findByDisplayValue('Brackenfold Surgery')
    await screen.findByLabelText(/^Practice telephone/)
    const theirs = { practicePhone: '01632 960 140', outOfHoursName: null, outOfHoursPhone: '01632 960 111' }
    await fill('Practice telephone', '01632 960 1')
    await settings.saveContacts(theirs)
    await access.savePractice(aPractice({ listSize: 9871 }))
    // Nobody has typed in the practice's details yet, so they are what they are now.
    await screen.findByDisplayValue('9,871')
    await fill('Practice telephone', '01632 960 199')
    await userEvent.click(screen.getByRole('button', { name: 'Save the numbers' }))
    await screen.findByText(/^Another window changed these meanwhile/)
    expect(await settings.contacts({})).toEqual(theirs)
    await userEvent.click(screen.getByRole('button', { name: 'Save the numbers' }))
    await waitFor(async () => expect(await settings.contacts({})).toMatchObject({ practicePhone: '01632 960 199' }))
    await screen.findAllByText('Telephone numbers saved.')
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByDisplayValue('01632 960 140')
    await fill('Cancer network', 'North')
    await access.savePractice(aPractice({ listSize: 9872 }))
    await settings.saveContacts({ ...theirs, practicePhone: '01632 960 141' })
    await screen.findByDisplayValue('01632 960 141')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Another window changed these meanwhile/)
    expect(screen.getByDisplayValue('North')).toBeTruthy()
    expect(await access.practice({})).toMatchObject({ listSize: 9872 })
  })
})

describe('security and backup', () => {
  it('makes a copy, tries it and says what it holds', async () => {
    await core.current().client.register.addPerson({ person: aPerson(), episode: null })
    await open('security', 'Security and backup')
    const before = (await core.current().client.safekeeping.status({})).backups.length
    await screen.findByText(/Kept in/)
    await userEvent.keyboard('b')
    await screen.findAllByText('Backed up: 1 person and 0 events counted.')
    expect((await core.current().client.safekeeping.status({})).backups).toHaveLength(before + 1)
    await userEvent.click(await screen.findByRole('button', { name: 'Test a restore' }))
    expect(await screen.findByText('Restored as a test')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('changes when the window locks and whether it can be shared', async () => {
    await open('security', 'Security and backup')
    await userEvent.click(await screen.findByRole('radio', { name: '5 min' }))
    await waitFor(async () => expect((await core.current().client.settings.get({})).lockAfterMinutes).toBe(5))
    await userEvent.click(screen.getByRole('switch', { name: /^Hide from screen sharing/ }))
    await waitFor(async () =>
      expect(await core.current().client.settings.get({})).toEqual({
        lockAfterMinutes: 5,
        hideFromScreenSharing: false,
      }),
    )
  })
})

describe('people and roles', () => {
  it('shows everyone with access and a row for every right', async () => {
    await open('people', 'People and roles')
    const people = await screen.findByRole('table', { name: 'People with access' })
    expect(await within(people).findByText('Dr Anjali Rao')).toBeTruthy()
    const rights = screen.getByRole('table', { name: 'What each role may do' })
    expect(within(rights).getAllByRole('row')).toHaveLength(CAPABILITIES.length + 1)
    expect(RIGHTS.map(({ can }) => can).toSorted()).toEqual([...CAPABILITIES].toSorted())
    const audit = within(rights).getByRole('row', { name: /Read the audit trail/ })
    expect(
      within(audit)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['Yes', 'No', 'No', 'No'])
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the audit trail', () => {
  it('lists what was done, checks the chain and takes a change back', async () => {
    const { client } = core.current()
    await client.register.addPerson({ person: aPerson({ surname: 'Trembath' }), episode: null })
    await open('audit', 'Audit trail')
    const row = await screen.findByRole('row', { name: /Added a person/ })
    expect(document.body.textContent).not.toContain('Trembath')
    await userEvent.click(screen.getByRole('button', { name: 'Check the chain' }))
    expect(await screen.findByText(/Unbroken: \d+ entries/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(within(row).getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect((await client.register.page({})).total).toBe(0))
    expect(await screen.findByText('1 record, taken back since')).toBeTruthy()
  })

  it('loads older entries when asked', async () => {
    const { client } = core.current()
    const one = await client.register.addPerson({ person: aPerson(), episode: null })
    const other = await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    for (let look = 0; look < 105; look += 1) await client.register.person({ id: look % 2 === 0 ? one.id : other.id })
    await open('audit', 'Audit trail')
    await screen.findAllByRole('row', { name: /Looked at a person/ })
    expect(screen.queryByText('Set up the register')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
    expect(await screen.findByText('Set up the register')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull()
  })
})

describe('reading and keys', () => {
  afterEach(() => changePreferences(usualPreferences))

  it('takes effect at once', async () => {
    await open('reading', 'Reading and keys')
    await userEvent.click(screen.getByRole('radio', { name: '125%' }))
    expect(document.documentElement.style.fontSize).toBe('125%')
    await userEvent.click(screen.getByRole('switch', { name: /^Comfort/ }))
    expect(document.documentElement.dataset['comfort']).toBe('on')
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('switches keys of one letter off', async () => {
    await open('reading', 'Reading and keys')
    await userEvent.click(screen.getByRole('switch', { name: /^Keys of one letter/ }))
    await userEvent.click(screen.getByRole('link', { name: 'Security and backup' }))
    await screen.findByText(/Kept in/)
    const { length } = (await core.current().client.safekeeping.status({})).backups
    await userEvent.keyboard('b')
    expect((await core.current().client.safekeeping.status({})).backups).toHaveLength(length)
  })
})
