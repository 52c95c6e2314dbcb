import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { duplicateRoutes } from '#renderer/features/duplicates/duplicate-routes.tsx'
import { fieldDifferences, sameFields } from '#renderer/features/duplicates/merge-values.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEvent } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const somebody = async (change: Parameters<typeof aPerson>[0] = {}): Promise<string> =>
  (await core.current().client.register.addPerson({ person: aPerson(change), episode: null })).id

const personOf = async (id: string) => (await core.current().client.register.person({ id })).person

const pairLink = (): Promise<HTMLElement> =>
  screen.findByRole('link', { name: /ASHWORTH.*ASHWURTH|ASHWURTH.*ASHWORTH/ })

/** The first has the more on it, so it stays. */
const twoRecords = async (change: Parameters<typeof aPerson>[0] = {}): Promise<readonly [string, string]> => {
  const kept = await somebody({ usualGp: null, ...change })
  const other = await somebody({ nhsNumber: null, localId: '7', surname: 'Ashwurth', usualGp: 'Dr Rao' })
  await core.current().client.journey.logEvent(anEvent(kept))
  return [kept, other]
}

const openPair = async (): Promise<void> => {
  openScreen('/duplicates', duplicateRoutes)
  const link = await pairLink()
  link.focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Compare two records' })
}

describe('people who are here twice', () => {
  it('are looked for when the page opens, and compared with words for why', async () => {
    await twoRecords()
    openScreen('/duplicates', duplicateRoutes)
    await pairLink()
    expect(screen.getByText('Possibly the same person')).toBeTruthy()
    expect(screen.getByText(/Date of birth: the same; Surname: one letter apart/)).toBeTruthy()
    expect(screen.getByText('Last looked through 2 people on 23 Nov 2026')).toBeTruthy()
    expect(document.title).toBe('Duplicates - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says so when nobody is', async () => {
    await somebody()
    openScreen('/duplicates', duplicateRoutes)
    expect(await screen.findByText('Nobody seems to be here twice')).toBeTruthy()
  })

  it('are chosen between field by field from the keyboard and merged, and one undo brings both back', async () => {
    const [kept, other] = await twoRecords()
    const before = [await personOf(kept), await personOf(other)]
    await openPair()
    const banners = screen.getAllByRole('region', { name: /record$/ })
    expect(banners.map((banner) => banner.textContent)).toEqual([
      expect.stringContaining('ASHWORTH'),
      expect.stringContaining('ASHWURTH'),
    ])
    expect(screen.getByText(/This record stays. 1 event./)).toBeTruthy()
    const surname = within(screen.getByRole('radiogroup', { name: /^Surname/ }))
    expect(surname.getByRole<HTMLInputElement>('radio', { name: /Ashworth, left/ }).checked).toBe(true)
    const gp = within(screen.getByRole('radiogroup', { name: /^Usual GP/ }))
    expect(gp.getByRole<HTMLInputElement>('radio', { name: /Dr Rao, right/ }).checked).toBe(true)
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.keyboard('j2')
    expect(surname.getByRole<HTMLInputElement>('radio', { name: /Ashwurth, right/ }).checked).toBe(true)
    await userEvent.keyboard('m')
    const dialog = await screen.findByRole('dialog', { name: 'Make one record of these two?' })
    expect(within(dialog).getByRole('region', { name: 'Stays' }).textContent).toContain('ASHWORTH')
    expect(within(dialog).getByRole('region', { name: 'Becomes part of it' }).textContent).toContain('ASHWURTH')
    expect(await accessibilityFaults(dialog)).toEqual([])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Merge'))
    await userEvent.keyboard('{Enter}')
    await screen.findByText('Nobody seems to be here twice')
    expect(await personOf(kept)).toMatchObject({ surname: 'Ashwurth', usualGp: 'Dr Rao', localId: '7' })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await personOf(other)).toMatchObject({ ...before[1], version: 1 }))
    expect({ ...(await personOf(kept)), version: 1 }).toEqual(before[0])
    await pairLink()
  })

  it('with two NHS numbers are not merged before somebody chose', async () => {
    const [kept, other] = await twoRecords({ nhsNumber: '9990000018' })
    const { client } = core.current()
    await client.register.savePerson({
      id: other,
      version: 1,
      person: aPerson({ nhsNumber: '9990000107', surname: 'Ashwurth', localId: '7' }),
    })
    openScreen(`/duplicates/${kept}/${other}`, duplicateRoutes)
    await screen.findByText('Choose which')
    await userEvent.keyboard('m')
    expect(await screen.findByText(/two NHS numbers. Choose which one is right/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.keyboard('2')
    await userEvent.keyboard('m')
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Merge' }))
    await screen.findByRole('heading', { level: 1, name: 'Duplicates' })
    expect((await personOf(kept)).nhsNumber).toBe('9990000107')
  })

  it('are remembered as two people, with a reason or without, and can be compared again', async () => {
    await twoRecords()
    await openPair()
    await userEvent.keyboard('n')
    const dialog = await screen.findByRole('dialog', { name: 'Two people' })
    expect(within(dialog).getAllByRole('region', { name: /person$/ })).toHaveLength(2)
    await userEvent.type(within(dialog).getByLabelText(/^How you know/), 'Cousins')
    await userEvent.click(within(dialog).getByRole('button', { name: /^They are two people/ }))
    await screen.findByText('Nobody seems to be here twice')
    await userEvent.click(screen.getByRole('tab', { name: /^Two people/ }))
    expect(await screen.findByText(/“Cousins”/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Compare them again' }))
    expect(await screen.findByText('No pair was called two people')).toBeTruthy()
    await userEvent.click(screen.getByRole('tab', { name: /^To compare/ }))
    await pairLink()
  })

  it('say so when one of them is gone', async () => {
    const id = await somebody()
    openScreen(`/duplicates/${id}/01900000-0000-7000-8000-00000000ffff`, duplicateRoutes)
    expect(await screen.findByText('These two cannot be compared')).toBeTruthy()
  })
})

describe('what differs between two records', () => {
  it('is what their words do not agree on, disagreements first', async () => {
    const [kept, other] = await twoRecords()
    const differences = fieldDifferences(await personOf(kept), await personOf(other))
    expect(differences.map(({ field, usual, disagree }) => [field, usual, disagree])).toEqual([
      ['surname', 'kept', true],
      ['nhsNumber', 'kept', false],
      ['localId', 'other', false],
      ['usualGp', 'other', false],
    ])
    expect(sameFields(await personOf(kept), await personOf(other))).toBe(5)
  })
})
