import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode, anEvent, nextNhsNumber } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const NAMES = ['Ashworth', 'Begum-Hall', 'Dacre', 'Fenwicke'] as const

/** Four people in order of name; the second has a late discharge letter and the third has died. */
const addFour = async (): Promise<readonly { id: string; nhsNumber: string }[]> => {
  const { client } = core.current()
  const added = []
  for (const [index, surname] of NAMES.entries()) {
    const nhsNumber = nextNhsNumber()
    const deathDate = index === 2 ? ({ date: '2026-10-01', precision: 'month' } as const) : null
    const { id } = await client.register.addPerson({
      person: aPerson({ surname, givenName: 'Alex', nhsNumber, deathDate }),
      episode: anEpisode({
        site: index === 3 ? 'Prostate' : 'Sigmoid colon',
        tumourGroup: index === 3 ? 'prostate' : 'lower_gi',
        icd10Code: null,
      }),
    })
    added.push({ id, nhsNumber })
  }
  await client.journey.logEvent(anEvent(added[1]?.id ?? '', { eventType: 'discharged', date: '2026-10-12' }))
  return added
}

const open = async (path = '/register'): Promise<void> => {
  openScreen(path, registerRoutes)
  await screen.findAllByRole('row', { name: /ASHWORTH|FENWICKE|DACRE|BEGUM|Alex/ })
}

const shownNames = (): string[] =>
  screen.getAllByRole('rowheader').map((cell) => /^[A-Z-]+/.exec(cell.textContent)?.[0] ?? '')

const focusRow = (name: RegExp): HTMLElement => {
  const row = screen.getByRole('row', { name })
  row.focus()
  return row
}

describe('the register', () => {
  it('lists people with what tells them apart, and no violation', async () => {
    const [first] = await addFour()
    await open()
    expect(shownNames()).toEqual(['ASHWORTH', 'BEGUM-HALL', 'DACRE', 'FENWICKE'])
    const row = screen.getByRole('row', { name: /ASHWORTH/ })
    expect(row.textContent).toContain(`${formatNhsNumber(first?.nhsNumber ?? '')}, 14 Mar 1958`)
    expect(row.textContent).toContain('Sigmoid colonStage 3')
    expect(row.textContent).toContain('4 Sep 202668 F')
    expect(screen.getByText('4 people')).toBeTruthy()
    expect(document.title).toBe('Register - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says what is due with a letter that is late in its own words', async () => {
    await addFour()
    await open()
    expect(screen.getByRole('row', { name: /BEGUM/ }).textContent).toContain('Letter 35 days lateDischarge letter')
    expect(screen.getByRole('row', { name: /FENWICKE/ }).textContent).toContain('Due 4 DecSupport contact')
    expect(screen.getByRole('row', { name: /DACRE/ }).textContent).toContain('Died')
  })

  it('counts every saved view and keeps the view in the address', async () => {
    await addFour()
    await open()
    await userEvent.click(await screen.findByRole('tab', { name: /Missing a letter 1/ }))
    await waitFor(() => expect(shownNames()).toEqual(['BEGUM-HALL']))
    expect(location.search).toBe('?view=missing_letter')
  })

  it('searches from the slash key, keeps it in the address and offers the way back', async () => {
    await addFour()
    await open()
    await userEvent.keyboard('/')
    await userEvent.type(screen.getByRole('textbox', { name: 'Find on the register' }), 'prostate')
    await waitFor(() => expect(shownNames()).toEqual(['FENWICKE']))
    expect(new URLSearchParams(location.search).get('q')).toBe('prostate')
    await userEvent.keyboard('zz')
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the search and filters' }))
    await waitFor(() => expect(shownNames()).toHaveLength(4))
    expect(location.search).toBe('')
  })

  it('filters from the F key, with a chip that takes it off again', async () => {
    await addFour()
    await open()
    await userEvent.keyboard('f')
    await userEvent.click(await screen.findByRole('radio', { name: 'Died' }))
    await waitFor(() => expect(shownNames()).toEqual(['DACRE']))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Prostate' }))
    expect(await screen.findByText('Nobody matches')).toBeTruthy()
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({ living: 'died', group: 'prostate' })
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter: Died' }))
    await waitFor(() => expect(shownNames()).toEqual(['FENWICKE']))
  })

  it('sorts by a column and says so', async () => {
    await addFour()
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Person' }))
    await waitFor(() => expect(shownNames()).toEqual(['FENWICKE', 'DACRE', 'BEGUM-HALL', 'ASHWORTH']))
    expect(screen.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort')).toBe('descending')
    expect(location.search).toBe('?desc=1')
  })

  it('shows, hides and moves columns, with the person first', async () => {
    await addFour()
    await open()
    const heads = (): string[] =>
      screen
        .getAllByRole('columnheader')
        .map((head) => head.textContent)
        .slice(1)
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Named lead' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Letters missing' }))
    screen.getByRole('checkbox', { name: 'Letters missing' }).focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() =>
      expect(heads()).toEqual(['Person', 'Cancer', 'Diagnosed', 'Last 12 months', 'Letters missing', 'Next due']),
    )
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(location.search).toBe(''))
    expect(heads()).toEqual(['Person', 'Cancer', 'Diagnosed', 'Last 12 months', 'Next due', 'Lead'])
  })

  it('prints the columns that are shown, the person first, and says what the list is narrowed to', async () => {
    vi.stubGlobal('throughline', { printPage: async () => ({ ok: true }), setTitleBarTheme: () => undefined })
    await addFour()
    await open('/register?columns=born,cancer&living=living&group=lower_gi&q=alex')
    await userEvent.keyboard('p')
    const table = await screen.findByRole('table', { name: 'People on the register' })
    const heads = within(table).getAllByRole('columnheader')
    expect(heads.map(({ textContent }) => textContent)).toEqual(['Person', 'Date of birth', 'Cancer and stage'])
    expect(within(table).getByRole('rowheader', { name: /ASHWORTH, Alex/ })).toBeTruthy()
    expect(screen.getByText('Only: found by “alex”; Lower gastrointestinal; Living.')).toBeTruthy()
  })
})

describe('the preview', () => {
  it('and the keys are about whoever stands in the marked row once the list has moved under it', async () => {
    const [ashworth] = await addFour()
    await open()
    focusRow(/BEGUM-HALL/)
    const preview = screen.getByRole('complementary', { name: 'Preview' })
    await waitFor(() => expect(preview.textContent).toContain('BEGUM-HALL'))
    await core.current().client.register.addPerson({ person: aPerson({ surname: 'Abbott' }), episode: null })
    await screen.findByRole('row', { name: /ABBOTT/ })
    expect(document.activeElement?.textContent).toContain('ASHWORTH')
    expect(preview.textContent).toContain('ASHWORTH')
    await userEvent.keyboard('e')
    await waitFor(() => expect(location.pathname).toBe(`/people/${ashworth?.id}/edit`))
  })

  it('follows the focus, one record at a time, and looks are written down only where somebody stayed', async () => {
    const people = await addFour()
    await open()
    const preview = screen.getByRole('complementary', { name: 'Preview' })
    expect(preview.textContent).not.toContain('ASHWORTH')
    focusRow(/ASHWORTH/)
    await userEvent.keyboard('j')
    await within(preview).findByText('Stage 3, diagnosed 4 Sep 2026 after an urgent referral. Wexcombe.')
    expect(preview.textContent).toContain('BEGUM-HALL')
    expect(preview.textContent).not.toContain('ASHWORTH')
    expect(within(preview).getByText('Discharge letter')).toBeTruthy()
    expect(within(preview).getByText('Discharged')).toBeTruthy()
    const looks = (await core.current().client.audit.page({})).filter(({ method }) => method === 'register.person')
    expect(looks.map(({ personId }) => personId)).toEqual([people[1]?.id])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is put away and stays away', async () => {
    await addFour()
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Hide the preview' }))
    expect(screen.queryByRole('complementary', { name: 'Preview' })).toBeNull()
    expect(location.search).toBe('?preview=0')
  })
})

describe('opening and coming back', () => {
  it('opens a person with Enter and leaves a mark of the row', async () => {
    const people = await addFour()
    await open()
    focusRow(/DACRE/)
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${people[2]?.id}/journey`)
  })

  it('puts the focus back on the row', async () => {
    await addFour()
    await open('/register?at=2')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('DACRE'))
  })
})

describe('people chosen together', () => {
  it('get a named lead, and one undo takes it from all of them', async () => {
    const people = await addFour()
    await open()
    focusRow(/ASHWORTH/)
    await userEvent.keyboard('xjx')
    await userEvent.click(await screen.findByRole('button', { name: 'Set named lead' }))
    await userEvent.click(await screen.findByRole('combobox', { name: 'Named lead' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Dr Anjali Rao' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Set named lead' }))
    await screen.findByText('Named lead set to Dr Anjali Rao for 2 people.')
    const leads = async () => (await core.current().client.register.page({})).rows.map((row) => row.namedLeadName)
    expect(await leads()).toEqual(['Dr Anjali Rao', 'Dr Anjali Rao', null, null])
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await leads()).toEqual([null, null, null, null]))
    expect(people).toHaveLength(4)
  })

  it('are let go by Escape and by another filter', async () => {
    await addFour()
    await open()
    focusRow(/ASHWORTH/)
    await userEvent.keyboard('x')
    expect(await screen.findByText('1 chosen')).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByText('1 chosen')).toBeNull()
    focusRow(/ASHWORTH/)
    await userEvent.keyboard('x')
    await userEvent.type(screen.getByRole('textbox', { name: 'Find on the register' }), 'a')
    await waitFor(() => expect(screen.queryByText('1 chosen')).toBeNull())
  })
})

describe('an empty register', () => {
  it('says how to begin', async () => {
    openScreen('/register', registerRoutes)
    await screen.findByRole('heading', { level: 1, name: /Nobody is on the register yet/ })
    expect(screen.getByRole('link', { name: 'Bring in a file' }).getAttribute('href')).toBe('/imports')
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.keyboard('n')
    expect(await screen.findByRole('heading', { level: 1, name: 'Add a person' })).toBeTruthy()
  })
})
