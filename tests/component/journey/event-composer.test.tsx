import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { describe, expect, it } from 'vitest'
import { CommandProvider } from '#renderer/app/commands.tsx'
import { EventComposer } from '#renderer/features/journey/event-composer.tsx'
import { useComposer } from '#renderer/features/journey/use-composer.ts'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { accessibilityFaults, renderUi } from '../ui/render-ui.tsx'

const TODAY = '2026-11-23'
const EPISODE = '01890a5d-ac96-774b-bcce-b302099a8057'
const USUAL = { episodeId: EPISODE, pathwayFor: () => ({ kind: 'none' }) as const }
const NAMES = { people: ['Beth Tranter', 'Dr Anjali Rao'], hospitals: ['Wexcombe General Hospital'] }

type Saved = Omit<NewJourneyEvent, 'personId'>

const Composer = (props: {
  readonly onSave: (event: Saved) => Promise<string | null>
  readonly onDone: () => void
}) => {
  const composer = useComposer(TODAY, USUAL, NAMES)
  const inputRef = useRef<HTMLInputElement>(null)
  return (
    <EventComposer
      {...props}
      composer={composer}
      today={TODAY}
      pathways={[]}
      episodes={[{ id: EPISODE, label: 'Sigmoid colon, 4 Sep 2026' }]}
      inputRef={inputRef}
    />
  )
}

/** Draws the composer; `refusal` is why saving fails. */
const draw = (refusal: string | null = null) => {
  const saved: Saved[] = []
  const done = { times: 0 }
  const onSave = async (event: Saved): Promise<string | null> => {
    if (refusal === null) saved.push(event)
    return refusal
  }
  const onDone = (): void => {
    done.times += 1
  }
  renderUi(
    <CommandProvider>
      <main tabIndex={-1}>
        <Composer onSave={onSave} onDone={onDone} />
      </main>
    </CommandProvider>,
  )
  return { saved, done, user: userEvent.setup() }
}

const line = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Log an event' })
const chosen = (label: string): string => {
  const select: HTMLSelectElement = screen.getByRole('combobox', { name: label })
  return select.selectedOptions[0]?.textContent ?? ''
}

const spoken = (): string =>
  screen
    .queryAllByRole('alert')
    .map((alert) => alert.textContent)
    .join(' ')

describe('EventComposer', () => {
  it('shows what it understood before anything is saved', async () => {
    const { user, saved } = draw()
    await user.type(line(), '11/11 chemo started told by patient')
    expect(screen.getByRole('button', { name: 'Date 11 Nov 2026' })).toBeDefined()
    expect(chosen('Lane')).toBe('Hospital')
    expect(chosen('Event')).toBe('Chemotherapy started')
    expect(chosen('Told by')).toBe('Patient')
    expect(screen.getByText('25 Nov')).toBeDefined()
    expect(saved).toEqual([])
  })

  it('says how it read a weekday that could be another day', async () => {
    const { user } = draw()
    await user.type(line(), 'surgery on Friday')
    expect(screen.getByText(/Friday is read as the last one, 20 Nov 2026/)).toBeDefined()
    await user.clear(line())
    await user.type(line(), 'surgery last Friday')
    expect(screen.queryByText(/is read as/)).toBeNull()
  })

  it('saves with Enter, empties the line and hands focus on', async () => {
    const { user, saved, done } = draw()
    await user.type(line(), '11/11 chemo started told by patient{Enter}')
    await waitFor(() => expect(done.times).toBe(1))
    expect(saved).toEqual([
      {
        episodeId: EPISODE,
        eventType: 'chemotherapy_started',
        lane: 'hospital',
        date: '2026-11-11',
        precision: 'day',
        note: null,
        toldBy: 'patient',
        answersEventId: null,
        pathwayId: null,
        hospital: null,
        method: null,
        doneBy: null,
        template: null,
      },
    ])
    expect(line().value).toBe('')
  })

  it('takes how, by whom and where from the line, and lets each be put right', async () => {
    const { saved, user } = draw()
    await user.type(line(), 'ccr telephoned by Beth at Wexcombe')
    expect(chosen('How')).toBe('By phone')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Done by' }).value).toBe('Beth Tranter')
    await user.clear(screen.getByRole('textbox', { name: 'Hospital' }))
    await user.type(screen.getByRole('textbox', { name: 'Template used' }), 'Our own{Enter}')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]).toMatchObject({
      eventType: 'care_review',
      method: 'phone',
      doneBy: 'Beth Tranter',
      hospital: null,
      template: 'Our own',
    })
    expect(await accessibilityFaults()).toEqual([])
  })

  it('saves with Ctrl+Enter and stays for the next one', async () => {
    const { user, saved, done } = draw()
    await user.type(line(), 'surgery 7/10{Control>}{Enter}{/Control}')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(done.times).toBe(0)
    await waitFor(() => expect(line().value).toBe(''))
    expect(document.activeElement).toBe(line())
    await user.type(line(), 'discharged 12/10{Control>}{Enter}{/Control}')
    await waitFor(() => expect(saved.map(({ eventType }) => eventType)).toEqual(['surgery', 'discharged']))
  })

  it('lets each part be put right from the keyboard', async () => {
    const { user, saved } = draw()
    await user.type(line(), '11/11 chemo started')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Event' }), 'Radiotherapy started')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Told by' }), 'Carer')
    await user.click(line())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(saved).toMatchObject([{ eventType: 'radiotherapy_started', toldBy: 'carer' }]))
  })

  it('goes from the line to every part with Tab', async () => {
    const { user } = draw()
    await user.type(line(), '11/11 chemo started')
    const reached: string[] = []
    for (let step = 0; step < 4; step += 1) {
      await user.tab()
      reached.push(document.activeElement?.tagName ?? '')
    }
    expect(reached).toEqual(['BUTTON', 'SELECT', 'SELECT', 'SELECT'])
  })

  it.each([
    ['31/02 surgery', 'February never has 31 days'],
    ['surgery tomorow 25/12/2026', 'This date has not come yet'],
    ['11/11 flibbert', 'No event recognised'],
    ['no discharge letter', 'happened yet'],
  ])('does not save "%s", says why and keeps it', async (text, words) => {
    const { user, saved } = draw()
    await user.type(line(), `${text}{Enter}`)
    await waitFor(() => expect(spoken()).toContain(words))
    expect(saved).toEqual([])
    expect(line().value).toBe(text)
    expect(line().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(line())
  })

  it('offers events when it recognises none, and saves with the one chosen', async () => {
    const { user, saved } = draw()
    await user.type(line(), '11/11 scann')
    const group = screen.getByRole('group', { name: 'What happened' })
    const [first] = within(group).getAllByRole('button')
    if (first === undefined) throw new Error('nothing was offered')
    await user.click(first)
    await user.click(screen.getByRole('button', { name: /^Save\b(?!,)/ }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]?.date).toBe('2026-11-11')
  })

  it('keeps what was typed and says why when saving fails', async () => {
    const { user, saved } = draw('The disk is full. Free some space, then save again.')
    await user.type(line(), 'surgery 7/10{Enter}')
    expect(await screen.findByText('The disk is full. Free some space, then save again.')).toBeDefined()
    expect(line().value).toBe('surgery 7/10')
    expect(saved).toEqual([])
  })

  it('empties the line with Escape, and asks first where words would be lost', async () => {
    const { user } = draw()
    await user.type(line(), '7/10')
    await user.keyboard('{Escape}')
    expect(line().value).toBe('')
    await user.type(line(), 'surgery 7/10')
    await user.keyboard('{Escape}')
    const question = await screen.findByRole('dialog', { name: 'Empty the line?' })
    await user.click(within(question).getByRole('button', { name: 'Stay here' }))
    expect(line().value).toBe('surgery 7/10')
    line().focus()
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Discard what I typed' }))
    expect(line().value).toBe('')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('gives focus to the page, not to nothing, when Escape leaves the empty line', async () => {
    const { user } = draw()
    await user.click(line())
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('has no accessibility faults, empty, understood or wrong', async () => {
    const { user } = draw()
    expect(await accessibilityFaults()).toEqual([])
    await user.type(line(), '11/11 chemo started told by patient, feels sick')
    expect(await accessibilityFaults()).toEqual([])
    await user.clear(line())
    await user.type(line(), '31/02 flibbert{Enter}')
    expect(await accessibilityFaults()).toEqual([])
  })
})
