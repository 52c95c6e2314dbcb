import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import type { ShellOutcome } from '#shared/contract/shell-api.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()

type Told = { readonly route?: 'emergency' | 'urgent_referral'; readonly date?: string; readonly sex?: '1' | '2' }

const diagnosed = async (surname: string, { route = 'urgent_referral', date = '2026-06-01', sex = '2' }: Told = {}) => {
  const { id } = await real.current().client.register.addPerson({
    person: aPerson({ surname, sex }),
    episode: anEpisode({ route, diagnosisDate: { date, precision: 'day' } }),
  })
  return id
}

beforeEach(() => setToday(TEST_TODAY))

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, measureRoutes)
  return userEvent.setup()
}

const LIBRARY = '/measures?view=library'
const EMERGENCY = 'Emergency route (practice-recorded)'

const emergencyRow = async (): Promise<HTMLElement> =>
  (await screen.findByRole('link', { name: EMERGENCY })).closest('tr')!

describe('the library', () => {
  it('shows each measure with its figure, what it was, and whose data it is', async () => {
    await diagnosed('Dallimore', { route: 'emergency' })
    await diagnosed('Elphick')
    await diagnosed('Farrow', { route: 'emergency', date: '2025-06-01' })
    open(LIBRARY)
    const row = await emergencyRow()
    expect(within(row).getByRole('button', { name: `${EMERGENCY}: 1 of 2, open the people` })).toBeTruthy()
    expect(within(row).getByText('It was 1 of 1')).toBeTruthy()
    expect(within(row).getByText('2 of 2')).toBeTruthy()
    expect(within(row).getByText(/^The hospital/)).toBeTruthy()
    expect(within(row).getByRole('img', { name: /^Too early to say: too few|^No change seen/ })).toBeTruthy()
    expect(screen.getByText('November 2025 to October 2026')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('leads from a figure to a person in two keys', async () => {
    await diagnosed('Elphick')
    const id = await diagnosed('Dallimore', { route: 'emergency' })
    const user = open(LIBRARY)
    within(await emergencyRow())
      .getByRole('button')
      .focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: `${EMERGENCY}, November 2025 to October 2026` })
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(within(drawer).getByText(/DALLIMORE/)).toBeTruthy()
    expect(within(drawer).queryByText(/ELPHICK/)).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(drawer).getByText('Only in the denominator: 1'))
    expect(await within(drawer).findByText(/ELPHICK/)).toBeTruthy()
    await user.click(within(drawer).getByText('In the numerator: 1'))
    const first = (await within(drawer).findByText(/DALLIMORE/)).closest<HTMLElement>('[data-row]')!
    first.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${id}/journey`)
  })

  it('is narrowed by words and gone through with the arrow keys', async () => {
    await diagnosed('Dallimore', { route: 'emergency' })
    const user = open(LIBRARY)
    await emergencyRow()
    const box = screen.getByRole('textbox', { name: 'Find a measure' })
    await user.type(box, 'route')
    const names = () => screen.getAllByRole('link').map(({ textContent }) => textContent)
    await waitFor(() => expect(names()).not.toContain('Date of birth recorded'))
    expect(names()).toContain(EMERGENCY)
    // What is typed may be anything, so it is kept out of the address.
    expect(location.search).toBe('?view=library')
    await user.keyboard('{ArrowDown}')
    const [first, second] = screen.getAllByRole('link')
    expect(document.activeElement).toBe(first)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.tagName).toBe('BUTTON')
    await user.keyboard('{ArrowLeft}{Home}')
    expect(document.activeElement).toBe(first)
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(screen.getAllByRole('link').at(-1))
    await user.clear(box)
    await user.type(box, 'no such words')
    await screen.findByRole('heading', { name: 'No measure has these words' })
    await user.click(screen.getByRole('button', { name: /^Show all/ }))
    expect(await emergencyRow()).toBeTruthy()
  })

  it('can be about other months', async () => {
    await diagnosed('Farrow', { route: 'emergency', date: '2025-06-01' })
    const user = open(LIBRARY)
    expect(within(await emergencyRow()).getAllByText('Nobody to count')).not.toEqual([])
    await user.click(screen.getByText('2025/26'))
    await waitFor(async () => expect(within(await emergencyRow()).getByRole('button').textContent).toBe('1 of 1'))
    expect(location.search).toContain('period=last-year')
    await user.click(screen.getByText('Own months'))
    expect(await screen.findByRole('combobox', { name: 'To' })).toHaveProperty('value', 'March 2026')
    expect(location.search).toContain('period=own&from=2025-04&to=2026-03')
  })

  it('asks about no months that end before they begin', async () => {
    await diagnosed('Farrow', { route: 'emergency', date: '2025-06-01' })
    const user = open(`${LIBRARY}&period=own&from=2026-03&to=2025-04`)
    await screen.findByText('The last month is before the first. Choose a later one.')
    expect(screen.queryByText('Working out the measures')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByText('2025/26'))
    expect(within(await emergencyRow()).getByRole('button').textContent).toBe('1 of 1')
  })

  it('goes to the printer with its months and how many measures stand there', async () => {
    const printPage = vi.fn<() => Promise<ShellOutcome>>(async () => ({ ok: true }))
    vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
    const user = open(LIBRARY)
    await emergencyRow()
    expect(screen.getByText(/^November 2025 to October 2026\. All \d+ measures\.$/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Print/ }))
    await waitFor(() => expect(printPage).toHaveBeenCalledWith({ title: 'Measures' }))
    expect((await real.current().client.audit.page({}))[0]).toMatchObject({
      verb: 'print',
      sentence: 'Printed the library of measures',
    })
    printPage.mockResolvedValueOnce({ ok: false, message: 'The page could not be printed.' })
    await user.keyboard('p')
    await waitFor(() => expect(printPage).toHaveBeenCalledTimes(2))
    await waitFor(() => expect(document.body.textContent).toContain('The page could not be printed.'))
  })

  it('says by which list size rates are worked out', async () => {
    await diagnosed('Dallimore')
    open(LIBRARY)
    expect(await screen.findByRole('button', { name: /^New diagnoses: 9.8 per 100,000 a year/ })).toBeTruthy()
    expect(screen.getByText(/^Rates are for a list of 10,240 people \(.*, 1 Nov 2026\)\.$/)).toBeTruthy()
  })
})

describe('the page of a measure', () => {
  it('says its finding, its months and how it is counted, and goes back to where one was', async () => {
    await diagnosed('Dallimore', { route: 'emergency' })
    const user = open(LIBRARY)
    ;(await screen.findByRole('link', { name: EMERGENCY })).focus()
    await user.keyboard('{Enter}')
    const title = await screen.findByRole('heading', {
      level: 1,
      name: new RegExp(`^Emergency route .*: 1 of 1, with`),
    })
    expect(title).toBeTruthy()
    expect(location.pathname).toBe('/measures/library/emergency-route')
    const about = screen.getByRole('region', { name: 'About this measure' })
    expect(within(about).getByText('Wilson score interval, 95%')).toBeTruthy()
    expect(within(about).getByText('emergency-route, version 1')).toBeTruthy()
    expect(screen.getByText(/^P chart: limits are three sigma/)).toBeTruthy()
    expect(screen.queryByRole('radiogroup', { name: 'How limits are set' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(within(screen.getByRole('table', { name: /./ })).getAllByRole('row')).toHaveLength(37)
  })

  it('is told apart, each part with its people', async () => {
    await diagnosed('Dallimore', { route: 'emergency' })
    await diagnosed('Elphick', { route: 'emergency', sex: '1' })
    const user = open('/measures/library/emergency-route')
    const box = await screen.findByRole('combobox', { name: 'Told apart by' })
    await user.click(box)
    await user.click(await screen.findByRole('option', { name: 'Sex', hidden: true }))
    const table = await screen.findByRole('table', { name: `${EMERGENCY}, by sex` })
    expect(location.search).toBe('?split=sex')
    expect(screen.getByText(/^Fewer than ten counted, so given as a fraction and not drawn: /)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    const men = within(table).getByRole('button', { name: /Male|Men/ })
    await user.click(men)
    const drawer = await screen.findByRole('dialog', { name: new RegExp('Emergency route .*, (Male|Men), ') })
    expect(await within(drawer).findByText(/ELPHICK/)).toBeTruthy()
    expect(within(drawer).queryByText(/DALLIMORE/)).toBeNull()
  })

  it('goes to the printer with its picture and its table', async () => {
    // What stands on the page while the printer is asked goes on paper.
    const onPaper: unknown[] = []
    const printPage = async (asked: { title: string }): Promise<ShellOutcome> => {
      onPaper.push({
        ...asked,
        rows: screen.getAllByRole('row').length,
        buttons: screen.queryAllByText('Table').length,
      })
      return { ok: true }
    }
    vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
    const user = open('/measures/library/emergency-route')
    await user.click(await screen.findByRole('button', { name: /^Print/ }))
    await waitFor(() => expect(onPaper).toEqual([{ title: 'Measures', rows: 37, buttons: 0 }]))
    expect(await screen.findByRole('button', { name: 'Table' })).toBeTruthy()
  })

  it('says so where there is no such measure', async () => {
    open('/measures/library/nothing')
    expect(await screen.findByText('There is no such measure.')).toBeTruthy()
  })
})
