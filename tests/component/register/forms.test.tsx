import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode, nextNhsNumber } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const box = (label: string): HTMLInputElement => screen.getByLabelText(new RegExp(`^${label}`), { selector: 'input' })

/** Fills a box in one go, as pasting does: letter by letter is for the tests of the fields themselves. */
const fill = async (field: HTMLElement, text: string): Promise<void> => {
  await userEvent.clear(field)
  if (text !== '') await userEvent.paste(text)
}
const type = (label: string, text: string): Promise<void> => fill(box(label), text)
const typeDate = async (name: string, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  const group = within(screen.getByRole('group', { name: new RegExp(`^${name}`) }))
  for (const [label, text] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await fill(group.getByLabelText(label), text)
  }
}
const save = async (): Promise<void> => {
  await userEvent.keyboard('{Control>}s{/Control}')
}
const keepIt = async (): Promise<void> => {
  await type('Why it is right', 'Looked at, and right')
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }))
}
const people = async () => (await core.current().client.register.page({})).rows

const openNew = async (): Promise<void> => {
  openScreen('/register/new', registerRoutes)
  await screen.findByRole('heading', { level: 1, name: 'Add a person' })
}

const fillBridget = async (nhsNumber: string): Promise<void> => {
  await type('Surname', 'Okafor-Lyle')
  await type('First name', 'Bridget')
  await type('NHS number', nhsNumber)
  await typeDate('Date of birth', ['17', '6', '1962'])
  await type('Cancer', 'sigmoid colon')
}

describe('adding a person', () => {
  it('is accessible, and its title carries no name', async () => {
    await openNew()
    await type('Surname', 'Okafor-Lyle')
    expect(document.title).toBe('Add a person - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lists what to put right, takes the focus there and keeps what was typed', async () => {
    await openNew()
    await type('First name', 'Bridget')
    await type('NHS number', '999 000 001')
    await typeDate('Date of birth', ['17', '6', '2062'])
    await type('Hospital', 'Wexcombe')
    await save()
    const summary = await screen.findByRole('alert', { name: '4 things to put right' })
    expect(document.activeElement).toBe(summary)
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([
      'Surname: Type the surname, or a local number instead',
      'NHS number: 9 digits here. An NHS number has 10',
      'Date of birth: Must be in the past',
      'Tumour group: Choose one, or “not known yet”',
    ])
    expect(box('First name').value).toBe('Bridget')
    await userEvent.click(within(summary).getByRole('link', { name: /NHS number/ }))
    expect(document.activeElement).toBe(box('NHS number'))
    expect(await accessibilityFaults()).toEqual([])
    expect(await people()).toEqual([])
  })

  it('asks about what is unusual once, then saves, and can be undone', async () => {
    await openNew()
    await fillBridget(nextNhsNumber())
    await typeDate('Diagnosed', ['', '8', '2026'])
    await save()
    const keep = await screen.findByRole('button', { name: 'Keep it' })
    expect(screen.getByText(/start with 999 are set aside for tests/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(box('Why it is right')))
    expect(await people()).toEqual([])
    await userEvent.click(keep)
    expect(screen.getByText('Say why in a few words')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await keepIt()
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const [row] = await people()
    expect(row).toMatchObject({
      surname: 'Okafor-Lyle',
      birthDate: '1962-06-17',
      tumourGroup: 'lower_gi',
      site: 'sigmoid colon',
      diagnosisDate: { date: '2026-08-01', precision: 'month' },
    })
    expect(location.pathname).toBe(`/people/${row?.id}/journey`)
    const [hit] = await core.current().client.checks.ofPerson({ personId: row?.id ?? '' })
    expect(hit).toMatchObject({ rule: 'test-number', override: { reason: 'Looked at, and right' } })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await people()).toEqual([]))
  })

  it('reads the cancer from its words until a group is chosen by hand', async () => {
    await openNew()
    await type('Cancer', 'sigmoid colon')
    const group = (): string => box('Tumour group').value
    expect(group()).toBe('Lower gastrointestinal')
    expect(box('ICD-10 code').value).toBe('C18')
    await userEvent.click(screen.getByRole('combobox', { name: /Tumour group/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Not known yet' }))
    await type('Cancer', 'prostate')
    expect(group()).toBe('Not known yet')
    expect(box('ICD-10 code').value).toBe('C61')
  })

  it('says that somebody like this is here and nothing about them', async () => {
    const nhsNumber = nextNhsNumber()
    await core.current().client.register.addPerson({
      person: aPerson({
        surname: 'Okafor-Lyle',
        givenName: 'Bridget',
        nhsNumber,
        birthDate: '1951-02-03',
        postcode: 'ZE1 0AA',
      }),
      episode: null,
    })
    await openNew()
    await fillBridget(nextNhsNumber())
    expect(await screen.findByText(/1 person on the register has the same surname and first name/)).toBeTruthy()
    await type('NHS number', nhsNumber)
    expect(await screen.findByText(/has the same NHS number/)).toBeTruthy()
    await keepIt()
    await save()
    const summary = await screen.findByRole('alert', { name: '1 thing to put right' })
    expect(summary.textContent).toContain('Somebody on the register has this NHS number already')
    expect(document.body.textContent).not.toMatch(/1951|ZE1/)
    expect(await people()).toHaveLength(1)
  })

  it('leaves to look only after asking, and stays when told to', async () => {
    const { id } = await core
      .current()
      .client.register.addPerson({ person: aPerson({ surname: 'Twin', givenName: 'One' }), episode: null })
    await openNew()
    await type('Surname', 'Twin')
    await type('First name', 'One')
    await userEvent.click(await screen.findByRole('button', { name: 'Stop and look' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }))
    expect(box('Surname').value).toBe('Twin')
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }))
    await userEvent.click(screen.getByRole('button', { name: 'Stop and look' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Discard what I typed' }))
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${id}/journey`)
  })
})

describe('editing a person', () => {
  const openEdit = async (): Promise<{ id: string; nhsNumber: string }> => {
    const nhsNumber = nextNhsNumber()
    const { id } = await core
      .current()
      .client.register.addPerson({ person: aPerson({ nhsNumber, postcode: 'AB1' }), episode: anEpisode() })
    openScreen(`/people/${id}/edit`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    return { id, nhsNumber }
  }

  it('shows whose record it is, changes what was changed and nothing else', async () => {
    const { id, nhsNumber } = await openEdit()
    expect(screen.getByRole('region', { name: 'Patient' }).textContent).toContain(formatNhsNumber(nhsNumber))
    expect(screen.queryByText('Could be someone you have')).toBeNull()
    const before = (await core.current().client.register.person({ id })).person
    await type('Postcode', 'cd2')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await core.current().client.register.person({ id })).person).toEqual({
      ...before,
      postcode: 'CD2',
      version: before.version + 1,
    })
  })

  it('keeps what was typed when somebody saved meanwhile, and shows what is there now', async () => {
    const { id, nhsNumber } = await openEdit()
    await type('Surname', 'Mine')
    const other = { id, version: 1, person: aPerson({ nhsNumber, surname: 'Theirs', postcode: 'AB1' }) }
    await core.current().client.register.savePerson(other)
    await save()
    await screen.findByText('Not saved: somebody changed this meanwhile')
    await waitFor(() => expect(screen.getByText('Theirs', { selector: 'b' })).toBeTruthy())
    expect(box('Surname').value).toBe('Mine')
    await userEvent.click(screen.getByRole('button', { name: 'Load what is there now' }))
    expect(box('Surname').value).toBe('Theirs')
    await userEvent.click(screen.getByRole('button', { name: /^At the practice/ }))
    await type('Usual GP', 'Dr Shah')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await core.current().client.register.person({ id })).person).toMatchObject({
      surname: 'Theirs',
      usualGp: 'Dr Shah',
    })
  })

  it('saves over the other change when told to', async () => {
    const { id, nhsNumber } = await openEdit()
    await type('Surname', 'Mine')
    await core
      .current()
      .client.register.savePerson({ id, version: 1, person: aPerson({ nhsNumber, surname: 'Theirs' }) })
    await save()
    await screen.findByText('Theirs', { selector: 'b' })
    await userEvent.click(screen.getByRole('button', { name: 'Save mine over it' }))
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await core.current().client.register.person({ id })).person.surname).toBe('Mine')
  })

  it('takes somebody off the register with a reason, and undo brings them back', async () => {
    const { id } = await openEdit()
    await userEvent.click(screen.getByRole('button', { name: 'Take off the register' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Take off the register' }))
    expect(dialog.getByText('Say why in a few words')).toBeTruthy()
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'Entered twice')
    await userEvent.click(dialog.getByRole('button', { name: 'Take off the register' }))
    await screen.findByRole('heading', { level: 1, name: /Nobody is on the register yet/ })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect((await people()).map((row) => row.id)).toEqual([id]))
  })
})

describe('a diagnosis', () => {
  const addSomebody = async (): Promise<string> =>
    (await core.current().client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id

  it('is added with the register decision in view', async () => {
    const id = await addSomebody()
    openScreen(`/people/${id}/diagnoses/new`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Add a diagnosis' })
    expect(document.title).toBe('Add a diagnosis - Throughline')
    await type('Cancer', 'basal cell carcinoma')
    expect(await screen.findByText('Left out: basal cell skin cancer does not count.')).toBeTruthy()
    await type('Cancer', 'breast')
    await typeDate('Diagnosed', ['', '', '2003'])
    expect(await screen.findByText(/2003 may be before or after 1 Apr 2003/)).toBeTruthy()
    await type('Stage', 'six')
    await save()
    expect((await screen.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'Stage: Type a stage from 0 to 4',
    )
    expect(await accessibilityFaults()).toEqual([])
    await type('Stage', 'Stage II')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const { episodes } = await core.current().client.register.person({ id })
    expect(episodes.find((episode) => episode.tumourGroup === 'breast')).toMatchObject({
      site: 'breast',
      icd10Code: 'C50',
      stage: '2',
      diagnosisDate: { date: '2003-01-01', precision: 'year' },
    })
  })

  it('is changed without touching what was not, and removed with an undo', async () => {
    const id = await addSomebody()
    const { client } = core.current()
    const [before] = (await client.register.person({ id })).episodes
    openScreen(`/people/${id}/diagnoses/${before?.id}`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a diagnosis' })
    await type('Hospital', 'Elsworth')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const [after] = (await client.register.person({ id })).episodes
    expect(after).toEqual({ ...before, hospital: 'Elsworth', version: 2 })
  })

  it('is not removed over what was written since, can be then, and undo brings it back', async () => {
    const id = await addSomebody()
    const { register } = core.current().client
    const stored = async () => (await register.person({ id })).episodes
    const episodeId = (await stored())[0]?.id ?? ''
    openScreen(`/people/${id}/diagnoses/${episodeId}`, registerRoutes)
    const remove = await screen.findByRole('button', { name: 'Remove this diagnosis' })
    await register.saveEpisode({ id: episodeId, version: 1, episode: anEpisode({ hospital: 'Elsworth' }) })
    await register.savePerson({ id, version: 1, person: aPerson({ surname: 'Theirs' }) })
    await screen.findAllByText(/THEIRS/)
    await userEvent.click(remove)
    await screen.findByText('Not saved: somebody changed this meanwhile')
    const theirs = await stored()
    expect(theirs).toMatchObject([{ hospital: 'Elsworth' }])
    await userEvent.click(await screen.findByRole('button', { name: 'Load what is there now' }))
    await userEvent.click(remove)
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(await stored()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await stored()).toEqual(theirs))
  })

  it('says so when it is no longer there', async () => {
    const id = await addSomebody()
    openScreen(`/people/${id}/diagnoses/01900000-0000-7000-8000-00000000ffff`, registerRoutes)
    expect(await screen.findByText(/no longer on the register/)).toBeTruthy()
  })
})
