import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const box = (label: string): HTMLInputElement => screen.getByLabelText(new RegExp(`^${label}`))
const part = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^${name}`) })
const type = async (label: string, text: string): Promise<void> => {
  await userEvent.clear(box(label))
  await userEvent.click(box(label))
  await userEvent.paste(text)
}
const save = async (): Promise<void> => {
  await userEvent.keyboard('{Control>}s{/Control}')
}
const choose = async (label: string, option: string | RegExp): Promise<void> => {
  await userEvent.click(screen.getByRole('combobox', { name: new RegExp(`^${label}`) }))
  await userEvent.click(await screen.findByRole('option', { name: option }))
}

const add = async (person: Partial<PersonFields> = {}, episode: Partial<EpisodeFields> = {}): Promise<string> =>
  (await core.current().client.register.addPerson({ person: aPerson(person), episode: anEpisode(episode) })).id
const found = (id: string) => core.current().client.register.person({ id })

describe('a long form', () => {
  it('folds its parts away, counts what is filled and opens every part by the keyboard', async () => {
    openScreen('/register/new', registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Add a person' })
    for (const name of ['More about them', 'Address and contact', 'Deprivation', 'At the practice', 'Carer', 'Death']) {
      expect(part(name).getAttribute('aria-expanded')).toBe('false')
      part(name).focus()
      await userEvent.keyboard('{Enter}')
      expect(part(name).getAttribute('aria-expanded')).toBe('true')
    }
    await type('Known as', 'Mo')
    await choose('Ethnic category', 'Bangladeshi')
    expect(part('More about them').textContent).toContain('2 of 9 filled')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('opens what holds something when a person is edited, and keeps all that was there', async () => {
    const id = await add({
      carerName: 'Len',
      ethnicity: 'K',
      interpreterNeeded: true,
      deprivationQuintile: 2,
      deprivationIndex: 'XIMD',
    })
    const before = await found(id)
    openScreen(`/people/${id}/edit`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    expect(part('Carer').getAttribute('aria-expanded')).toBe('true')
    expect(part('Death').getAttribute('aria-expanded')).toBe('false')
    await type('Carer’s phone', '01632 960001')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await found(id)).person).toEqual({ ...before.person, carerPhone: '01632 960001', version: 2 })
  })

  it('opens a folded part that holds a fault, and its line leads there', async () => {
    const id = await add({ deprivationQuintile: null })
    openScreen(`/people/${id}/edit`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    await userEvent.click(part('Deprivation'))
    await choose('Deprivation fifth', /^1: most/)
    await userEvent.click(part('Deprivation'))
    await userEvent.click(part('Address and contact'))
    await type('Email', 'nobody')
    await userEvent.click(part('Address and contact'))
    await save()
    const summary = await screen.findByRole('alert', { name: '2 things to put right' })
    await userEvent.click(within(summary).getByRole('link', { name: /^From which index/ }))
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /^From which index/ }))
    await choose('From which index', 'IMD, England')
    await save()
    expect((await screen.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'Email: An email address has an @ in it and no spaces',
    )
    expect(box('Email').value).toBe('nobody')
  })
})

describe('somebody with little known', () => {
  it('comes onto the register with a local number alone', async () => {
    openScreen('/register/new', registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Add a person' })
    await save()
    expect((await screen.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'Surname: Type the surname, or a local number instead',
    )
    await type('Local number', '20114')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const { rows } = await core.current().client.register.page({})
    expect(rows).toMatchObject([{ surname: '', localId: '20114', tumourGroup: null }])
  })

  it('is called by that number wherever a name stands', async () => {
    const id = await add({ surname: '', givenName: '', localId: '20114' })
    openScreen(`/people/${id}/edit`, registerRoutes)
    expect((await screen.findByRole('region', { name: 'Patient' })).textContent).toContain(
      'No name recorded (local id 20114)',
    )
  })
})

describe('keeping only the area', () => {
  it('says what goes, can be put back, and drops it on saving', async () => {
    const id = await add({ address: '1 Sample Street', postcode: 'ZE1 0AA' })
    openScreen(`/people/${id}/edit`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    expect(screen.getByText(/Drops the address and keeps only ZE1 of the postcode/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Keep only the area' }))
    expect([box('Address').value, box('Postcode').value]).toEqual(['', 'ZE1'])
    await userEvent.click(screen.getByRole('button', { name: 'Put the address back' }))
    expect([box('Address').value, box('Postcode').value]).toEqual(['1 Sample Street', 'ZE1 0AA'])
    await userEvent.click(screen.getByRole('button', { name: 'Keep only the area' }))
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await found(id)).person).toMatchObject({ address: null, postcode: 'ZE1' })
  })
})

describe('a diagnosis in full', () => {
  const openEpisode = async (change: Partial<EpisodeFields> = {}): Promise<string> => {
    const id = await add({}, change)
    const [episode] = (await found(id)).episodes
    openScreen(`/people/${id}/diagnoses/${episode?.id}`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a diagnosis' })
    return id
  }
  const episodeOf = async (id: string) => (await found(id)).episodes[0]

  it('shows the stage together as it is typed, and refuses a category of the wrong shape', async () => {
    const id = await openEpisode()
    await userEvent.click(part('TNM'))
    await type('T ', 'pt3')
    await type('N ', '1b')
    expect(screen.getByText('Shown as: Stage 3 (pT3 N1b)')).toBeTruthy()
    await type('M ', 'seven')
    await save()
    expect((await screen.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'M: Type it as the letter has it, such as M0',
    )
    expect(await accessibilityFaults()).toEqual([])
    await type('M ', '0')
    await choose('By whose rules', 'UICC')
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(await episodeOf(id)).toMatchObject({
      tCategory: 'pT3',
      nCategory: 'N1b',
      mCategory: 'M0',
      stageEdition: 'uicc',
    })
  })

  it('takes the practice’s choice with a reason, beside the rule’s answer', async () => {
    const id = await openEpisode({ onPracticeRegister: null })
    await userEvent.click(part('The practice’s own register'))
    await userEvent.click(screen.getByRole('radio', { name: 'Leave off the practice’s register' }))
    await save()
    await screen.findByRole('alert', { name: '1 thing to put right' })
    await type('Reason', 'Kept by another practice')
    expect(screen.getByText('Left off the practice’s own register')).toBeTruthy()
    expect(screen.getByText('On the QOF register')).toBeTruthy()
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(await episodeOf(id)).toMatchObject({
      onQofRegister: true,
      onPracticeRegister: false,
      practiceRegisterReason: 'Kept by another practice',
    })
  })

  it('questions a code of another group, and marks a retyped code as typed', async () => {
    const id = await openEpisode({ codeSource: 'imported' })
    await type('ICD-10 code', 'C50')
    expect(await screen.findByText(/The code C50 belongs to “Breast”/)).toBeTruthy()
    await save()
    expect((await episodeOf(id))?.icd10Code).toBe('C18.7')
    await waitFor(() => expect(document.activeElement).toBe(box('Why it is right')))
    await userEvent.keyboard('As the letter has it{Enter}')
    await save()
    await waitFor(async () => expect(await episodeOf(id)).toMatchObject({ icd10Code: 'C50', codeSource: 'typed' }))
    const hits = await core.current().client.checks.ofPerson({ personId: id })
    expect(hits.find(({ rule }) => rule === 'code-group')?.override?.reason).toBe('As the letter has it')
  })

  it('leaves an imported code’s source alone while the code is not touched', async () => {
    const id = await openEpisode({ codeSource: 'imported' })
    await type('Hospital', 'Elsworth')
    await save()
    await waitFor(async () =>
      expect(await episodeOf(id)).toMatchObject({ hospital: 'Elsworth', codeSource: 'imported' }),
    )
  })
})
