import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import { codeOf } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))

const open = async (code = 'stage-known'): Promise<ReturnType<typeof userEvent.setup>> => {
  await real.current().client.register.addPerson({
    person: aPerson(),
    episode: anEpisode({ diagnosisDate: { date: '2026-06-01', precision: 'day' }, stage: '2' }),
  })
  openScreen(`/measures/library/${code}`, measureRoutes)
  await screen.findByRole('region', { name: 'New limits, notes and targets' })
  return userEvent.setup()
}

const marks = () => screen.getByRole('table', { name: 'New limits, notes and targets' })

const choose = async (user: ReturnType<typeof userEvent.setup>, month: string): Promise<void> => {
  await user.click(screen.getByRole('combobox', { name: /month/i }))
  await user.click(await screen.findByRole('option', { name: month, hidden: true }))
}

describe('what is written on the chart of a measure', () => {
  it('begins limits anew for a reason, warned of few months, and is taken off and brought back', async () => {
    const user = await open()
    expect(screen.getByText(/^Nothing is written on this chart/)).toBeTruthy()
    await user.keyboard('b')
    const dialog = await screen.findByRole('dialog', { name: 'Start new limits from a month' })
    expect(within(dialog).getByText(/^Start new limits only where a known change/)).toBeTruthy()
    expect(within(dialog).getByText(/^No month was measured from October 2026 on/)).toBeTruthy()
    await choose(user, 'June 2026')
    expect(within(dialog).getByText(/^Only 1 month was measured from June 2026 on/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Start new limits' }))
    expect(await within(dialog).findByText(/: Say it in a few words$/)).toBeTruthy()
    await user.type(within(dialog).getByRole('textbox', { name: /^What changed/ }), 'Stages come by the portal')
    await user.click(within(dialog).getByRole('button', { name: 'Start new limits' }))
    await waitFor(() => expect(within(marks()).getByText('Stages come by the portal')).toBeTruthy())
    const happened = screen.getByRole('list', { name: 'What happened when' })
    expect(happened.textContent).toBe('June 2026: limits begin anew. Stages come by the portal')
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getByRole('row', { name: /^June 2026 100.0%/ }).textContent).toContain(
      'Limits begin anew: Stages come by the portal.',
    )
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Remove: new limits, June 2026' }))
    expect(await screen.findByText(/^Nothing is written on this chart/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(within(marks()).getByText('Stages come by the portal')).toBeTruthy())
  })

  it('is a note, which can be put in other words, and one a month', async () => {
    const user = await open()
    await user.keyboard('n')
    const dialog = await screen.findByRole('dialog', { name: 'Add a note to the chart' })
    await user.type(within(dialog).getByRole('textbox', { name: /^What happened/ }), 'A locum')
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }))
    await waitFor(() => expect(within(marks()).getByText('A locum')).toBeTruthy())
    await user.click(screen.getByRole('button', { name: 'Change: note, October 2026' }))
    const again = await screen.findByRole('dialog', { name: 'Change a note' })
    const box = within(again).getByRole('textbox', { name: /^What happened/ })
    await user.clear(box)
    await user.type(box, 'Two locums')
    await user.click(within(again).getByRole('button', { name: 'Save the note' }))
    await waitFor(() => expect(within(marks()).getByText('Two locums')).toBeTruthy())
    expect(screen.getByRole('list', { name: 'What happened when' }).textContent).toBe('October 2026: Two locums')
    await user.click(screen.getByRole('button', { name: /^Add a note/ }))
    const third = await screen.findByRole('dialog', { name: 'Add a note to the chart' })
    await user.type(within(third).getByRole('textbox', { name: /^What happened/ }), 'Another')
    await user.click(within(third).getByRole('button', { name: 'Save the note' }))
    expect(await within(third).findByText(/^Month: There is a note on this month already/)).toBeTruthy()
    expect(within(third).getByRole('textbox', { name: /^What happened/ })).toHaveProperty('value', 'Another')
  })

  it('is not put over the words of another window unseen, and is once they have been seen', async () => {
    const { measures } = real.current().client
    const fields = { kind: 'note', month: '2026-10', words: 'A locum', value: null } as const
    const { id } = await measures.saveMark({ code: 'stage-known', mark: null, fields })
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'Change: note, October 2026' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change a note' })
    await user.type(within(dialog).getByRole('textbox', { name: /^What happened/ }), ' came')
    await measures.saveMark({ code: 'stage-known', mark: { id, version: 1 }, fields: { ...fields, words: 'Theirs' } })
    await screen.findByText('Theirs')
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }))
    await within(dialog).findByText(/Somebody changed this/)
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }))
    await waitFor(() => expect(within(marks()).getByText('A locum came')).toBeTruthy())
  })

  it('is a target, held against the figure and said with its month', async () => {
    const user = await open()
    await user.keyboard('t')
    const dialog = await screen.findByRole('dialog', { name: 'Set a target' })
    await user.type(within(dialog).getByRole('textbox', { name: 'Target, in %' }), 'most')
    await user.type(within(dialog).getByRole('textbox', { name: /^Who set it/ }), 'Agreed in March')
    await user.click(within(dialog).getByRole('button', { name: 'Save the target' }))
    expect(await within(dialog).findByText(/^Target, in %: Enter a number without words/)).toBeTruthy()
    const number = within(dialog).getByRole('textbox', { name: 'Target, in %' })
    await user.clear(number)
    await user.type(number, '75')
    await choose(user, 'April 2026')
    await user.click(within(dialog).getByRole('button', { name: 'Save the target' }))
    const about = screen.getByRole('region', { name: 'About this measure' })
    expect(await within(about).findByText('75.0%, from April 2026, set here. Agreed in March')).toBeTruthy()
    expect(screen.getByText('target 75.0% from April 2026')).toBeTruthy()
    expect(within(marks()).getByText('Target 75.0%')).toBeTruthy()
  })

  it('is no target where neither way is better', async () => {
    await open('new-diagnoses')
    expect(screen.getByRole('button', { name: /^Add a note/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Set a target/ })).toBeNull()
  })

  it('is read and not written by those who may only read', async () => {
    const { client, session } = real.current()
    const fields = { kind: 'note', month: '2026-05', words: 'A locum', value: null } as const
    await client.measures.saveMark({ code: 'stage-known', mark: null, fields })
    Object.assign(session(), { user: { ...session().user, role: 'read-only' } })
    openScreen('/measures/library/stage-known', measureRoutes)
    const table = await screen.findByRole('table', { name: 'New limits, notes and targets' })
    expect(within(table).getByText('A locum')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Add a note|^Remove|^Start new limits/ })).toBeNull()
    expect(await codeOf(client.measures.saveMark({ code: 'stage-known', mark: null, fields }))).toBe('forbidden')
  })
})
