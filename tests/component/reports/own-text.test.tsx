import { screen, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { CTRL_ENTER, openReports, PATIENCE, said, setUpReports } from './reports-screen.tsx'

const screens = setUpReports()

beforeEach(async () => {
  for (let index = 0; index < 12; index += 1)
    await screens.test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({
        tumourGroup: index < 3 ? 'lung' : 'breast',
        site: null,
        icd10Code: null,
        diagnosisDate: { date: '2026-06-15', precision: 'day' },
      }),
    })
})

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = openReports(screens, '/reports')
  await screen.findByRole('button', { name: 'Add a text' }, PATIENCE)
  return user
}

const words = async (): Promise<HTMLTextAreaElement> =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Words' })

const addText = async (user: ReturnType<typeof userEvent.setup>): Promise<HTMLTextAreaElement> => {
  await user.click(screen.getByRole('button', { name: 'Add a text' }))
  return words()
}

describe('own text in a new report', () => {
  it('gets a figure by {, part of its name and Enter, and goes on where it was', async () => {
    const user = await open()
    const box = await addText(user)
    await user.click(box)
    await user.keyboard('We had {{lung diag')
    const list = await screen.findByRole('listbox', { name: 'Fields of the report' })
    expect(document.activeElement).toBe(box)
    expect(await accessibilityFaults()).toEqual([])
    expect(within(list).getAllByRole('option')[0]?.textContent).toBe('New diagnoses: Lung')
    expect(box.getAttribute('aria-activedescendant')).toBe(within(list).getAllByRole('option')[0]?.id)
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard(' of them.')
    expect(box.value).toBe('We had {New diagnoses: Lung} of them.')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('gets the list by / where a word begins and by its button, and keeps what was typed where nothing is chosen', async () => {
    const user = await open()
    const box = await addText(user)
    await user.click(box)
    await user.keyboard('and/or 2025/26 ')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard('/stage')
    await screen.findByRole('listbox')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(box.value).toBe('and/or 2025/26 /stage')
    await user.keyboard(' {{zzz')
    expect(screen.getByText('No field matches. Type less of its name.')).toBeTruthy()
    await user.keyboard('{Backspace>4/}')
    await user.click(screen.getByRole('button', { name: 'Insert field' }))
    await user.keyboard('{ArrowDown}{Enter}')
    expect(box.value).toBe('and/or 2025/26 /stage {Practice code}')
    await user.click(screen.getByRole('button', { name: 'Insert field' }))
    await user.keyboard('{Escape}')
    expect(box.value).toBe('and/or 2025/26 /stage {Practice code}')
    expect(document.activeElement).toBe(box)
  })

  it('says which field it does not know, keeps what was typed, and freezes once it is put right', async () => {
    const user = await open()
    const box = await addText(user)
    await user.click(box)
    await user.paste('{New diagnosis} came')
    await user.keyboard(CTRL_ENTER)
    const summary = await screen.findByRole('alert', { name: '1 thing to put right' })
    expect(within(summary).getByRole('link').textContent).toBe(
      'Text 1: There is no field {New diagnosis}. Choose one from the list, or take out { and }',
    )
    expect(box.value).toBe('{New diagnosis} came')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(summary).getByRole('link'))
    expect(document.activeElement).toBe(box)
    await user.clear(box)
    await user.paste('{New diagnoses: Lung} of {New diagnoses} in the lung.')
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/)
    const paper = screen.getByText(/in the lung\./)
    expect(paper.textContent).toBe('*hidden: too few to show of 12 in the lung.')
    await user.click(within(paper).getByRole('button', { name: '12' }))
    await user.click(await screen.findByRole('button', { name: /people/i }))
    expect(await screen.findByRole('dialog', { name: /New diagnoses/ }, PATIENCE)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('warns of a birthday and wants a word before it freezes', async () => {
    const user = await open()
    const box = await addText(user)
    await user.click(box)
    await user.paste('Mrs Hollis, born 3 May 1951, waited.')
    expect(await screen.findByText('This may tell of a person')).toBeTruthy()
    await user.keyboard(CTRL_ENTER)
    const summary = await screen.findByRole('alert', { name: '1 thing to put right' })
    expect(within(summary).getByRole('link').textContent).toContain('Say that no text tells of a person')
    await user.click(screen.getByRole('checkbox', { name: 'None of these texts tells of a person' }))
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/)
  })

  it('starts from the texts of the report before, and puts back one that was removed', async () => {
    const texts = [
      { heading: 'First', text: 'In {Period}.', place: 'end' as const, section: 'summary' as const },
      { heading: 'Second', text: 'More.', place: 'after' as const, section: 'stage' as const },
    ]
    await finish(screens.test.client.reports.build({ from: '2025-04-01', to: '2026-03-31', texts }))
    const user = await open()
    const group = await screen.findByRole('group', { name: 'Text 1' }, PATIENCE)
    expect(within(group).getByRole('textbox', { name: 'Words' })).toHaveProperty('value', 'In {Period}.')
    await user.click(screen.getByRole('button', { name: 'Remove text 1' }))
    expect(screen.queryByRole('group', { name: 'Text 2' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /Undo/ }))
    expect(screen.getAllByRole('textbox', { name: 'Words' }).map((box) => (box as HTMLTextAreaElement).value)).toEqual([
      'In {Period}.',
      'More.',
    ])
    expect(await accessibilityFaults()).toEqual([])
  })
})
