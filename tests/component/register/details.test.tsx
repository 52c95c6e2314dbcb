import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { DetailsTab } from '#renderer/features/register/public.ts'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const routes = [
  { path: '/people/:id/details', render: ({ id = '' }) => <DetailsTab personId={id} /> },
  ...registerRoutes,
]

const open = async (person: Partial<PersonFields> = {}, episode: Partial<EpisodeFields> = {}): Promise<string> => {
  const { id } = await core
    .current()
    .client.register.addPerson({ person: aPerson(person), episode: anEpisode(episode) })
  openScreen(`/people/${id}/details`, routes)
  await screen.findByRole('region', { name: 'Who they are' })
  return id
}

const group = (name: string) => within(screen.getByRole('region', { name }))
const staysOf = async (id: string) => (await core.current().client.register.person({ id })).registrations

describe('the details of a person', () => {
  it('say what is known, and once a group what is not', async () => {
    await open(
      {
        knownAs: 'Mo',
        ethnicity: 'K',
        address: '1 Sample Street',
        interpreterNeeded: false,
        deprivationQuintile: 1,
        deprivationIndex: 'IMD',
        deprivationVersion: '2025',
      },
      { tCategory: 'T3', nCategory: 'N1', mCategory: 'M0', stageEdition: 'uicc', stageVersion: '8', laterality: 'L' },
    )
    expect(group('Who they are').getByText('Bangladeshi')).toBeTruthy()
    expect(group('Who they are').getByText(/^Not recorded: Earlier family name, .*gender\.$/)).toBeTruthy()
    expect(group('Language and needs').getByText('Not needed')).toBeTruthy()
    expect(group('Address and contact').getByText('1 of 5 (1 is most deprived), IMD 2025')).toBeTruthy()
    expect(group('Carer').getByText('Nothing recorded yet.')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Death' })).toBeNull()
    const diagnosis = group('Sigmoid colon')
    expect(diagnosis.getByText('Stage 3 (T3 N1 M0, UICC 8)')).toBeTruthy()
    expect(diagnosis.getByText('C18.7 (typed here)')).toBeTruthy()
    expect(diagnosis.getByText('On it. Counts: diagnosed 4 Sep 2026')).toBeTruthy()
    expect(diagnosis.getByText('Follows the QOF rule')).toBeTruthy()
    expect(screen.getAllByText(/^Not recorded/).length).toBeLessThanOrEqual(6)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('show the lead’s choice beside the rule’s answer', async () => {
    await open({}, { onPracticeRegister: false, practiceRegisterReason: 'Kept by another practice' })
    expect(group('Sigmoid colon').getByText('Left off it: Kept by another practice')).toBeTruthy()
  })

  it('lead to the part of the form that holds them', async () => {
    await open()
    await userEvent.click(screen.getByRole('link', { name: 'Edit the carer' }))
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Carer’s name/)))
  })
})

describe('registered practices', () => {
  const drawer = async () => within(await screen.findByRole('dialog'))
  const fillYear = async (dialog: Awaited<ReturnType<typeof drawer>>, name: RegExp, year: string): Promise<void> => {
    const field = within(dialog.getByRole('group', { name })).getByLabelText('Year')
    await userEvent.clear(field)
    await userEvent.type(field, year)
  }

  it('begin with this practice, are ended with today, and each can be taken back', async () => {
    const id = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Add a registration' }))
    const adding = await drawer()
    expect(adding.getByRole('region', { name: /Patient/ }).textContent).toContain('ASHWORTH')
    expect(adding.getByLabelText<HTMLInputElement>('Practice').value).not.toBe('')
    await fillYear(adding, /^Registered from/, '2015')
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(adding.getByRole('button', { name: 'Save' }))
    await screen.findByText('from 2015, still registered')
    await userEvent.click(screen.getByRole('button', { name: /^End / }))
    await userEvent.click((await drawer()).getByRole('button', { name: 'Save' }))
    await screen.findByText(/^from 2015 until /)
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect((await staysOf(id))[0]?.to).toBeNull())
  })

  it('question an overlap once and refuse what cannot be', async () => {
    const id = await open()
    const registration = {
      practiceName: 'Ferrin Vale',
      odsCode: null,
      from: { date: '2010-01-01', precision: 'year' },
      to: null,
    } as const
    await core.current().client.register.addRegistration({ personId: id, registration })
    await screen.findByText('Ferrin Vale')
    await userEvent.click(screen.getByRole('button', { name: 'Add a registration' }))
    const adding = await drawer()
    await fillYear(adding, /^Registered from/, '2015')
    await fillYear(adding, /^Until/, '2012')
    await userEvent.click(adding.getByRole('button', { name: 'Save' }))
    expect((await adding.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'Until: This is before it began',
    )
    await fillYear(adding, /^Until/, '2020')
    await userEvent.click(adding.getByRole('button', { name: 'Save' }))
    expect(await adding.findByText(/This overlaps with Ferrin Vale/)).toBeTruthy()
    expect(await staysOf(id)).toHaveLength(1)
    await userEvent.click(adding.getByRole('button', { name: /^Keep/ }))
    await userEvent.click(adding.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await staysOf(id)).toHaveLength(2))
  })

  it('are removed, and undo brings them back', async () => {
    const id = await open()
    const registration = { practiceName: 'Elsworth', odsCode: null, from: null, to: null }
    await core.current().client.register.addRegistration({ personId: id, registration })
    await userEvent.click(await screen.findByRole('button', { name: /^Change Elsworth/ }))
    await userEvent.click((await drawer()).getByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect(await staysOf(id)).toEqual([]))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await staysOf(id)).toHaveLength(1))
  })
})
