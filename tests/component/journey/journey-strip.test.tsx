import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { JourneyStrip } from '#renderer/features/journey/journey-strip.tsx'
import { MiniStrip } from '#renderer/features/journey/mini-strip.tsx'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { StripMark, StripRange } from '#shared/features/journey/strip-types.ts'
import { MOCK_UP } from '#tests/unit/journey/journey-builders.ts'
import { accessibilityFaults, renderUi } from '../ui/render-ui.tsx'

const EVENTS = MOCK_UP.events.map(
  (event) => ({ ...event, personId: 'person', note: null, toldBy: null, version: 1 }) as JourneyEvent,
)

const Strip = ({ onOpen }: { readonly onOpen: (mark: StripMark) => void }) => {
  const [range, setRange] = useState<StripRange>('whole')
  const [asTable, setAsTable] = useState(false)
  return (
    <JourneyStrip
      events={EVENTS}
      due={MOCK_UP.due}
      headlineDue={MOCK_UP.due}
      deathDate={null}
      draft={MOCK_UP.draft}
      today={MOCK_UP.today}
      range={range}
      onRange={setRange}
      asTable={asTable}
      onAsTable={setAsTable}
      onOpen={onOpen}
    />
  )
}

const draw = () => {
  const opened: StripMark[] = []
  renderUi(<Strip onOpen={(mark) => opened.push(mark)} />)
  return { opened, user: userEvent.setup() }
}

const marks = (): HTMLElement[] => screen.getAllByRole('button').filter((button) => button.dataset.markId !== undefined)
const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? ''

describe('JourneyStrip', () => {
  it('is named by its finding', () => {
    draw()
    expect(screen.getByRole('region', { name: '47 days since surgery and still no letter' })).toBeDefined()
  })

  it('names every mark in words, holes and what is being typed included', () => {
    draw()
    const names = marks().map((mark) => mark.getAttribute('aria-label') ?? '')
    expect(names).toHaveLength(20)
    for (const words of ['Surgery, 7 Oct 2026', 'ischarge letter', '35 days late', 'not saved yet', 'FIT test']) {
      expect(names.join('; ')).toContain(words)
    }
  })

  it('is one stop for Tab, and arrows go from mark to mark', async () => {
    const { user } = draw()
    expect(marks().filter((mark) => mark.tabIndex === 0)).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: /^Table/ }))
    await user.click(screen.getByRole('button', { name: /^Table/ }))
    await user.tab()
    const first = focused()
    expect(first).not.toBe('')
    await user.keyboard('{ArrowLeft}')
    expect(focused()).not.toBe(first)
    await user.keyboard('{ArrowRight}')
    expect(focused()).toBe(first)
    expect(marks().filter((mark) => mark.tabIndex === 0)).toHaveLength(1)
  })

  it('opens the mark with Enter', async () => {
    const { user, opened } = draw()
    const surgery = marks().find((mark) => mark.getAttribute('aria-label')?.includes('Surgery, 7 Oct'))
    surgery?.focus()
    await user.keyboard('{Enter}')
    expect(opened.map((mark) => mark.events[0]?.eventType)).toEqual(['surgery'])
  })

  it('shows less when less is asked for', async () => {
    const { user } = draw()
    await user.click(screen.getByRole('radio', { name: 'Treatment' }))
    expect(screen.getByText(/^6 earlier events/)).toBeDefined()
    expect(marks().some((mark) => mark.getAttribute('aria-label')?.includes('Colonoscopy'))).toBe(false)
  })

  it('has a table twin with the same facts', async () => {
    const { user } = draw()
    await user.click(screen.getByRole('button', { name: /^Table/ }))
    const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '')
    expect(rows).toHaveLength(1 + EVENTS.length + 2)
    expect(rows.find((row) => row.includes('Colonoscopy'))).toContain('after 9 days')
    expect(rows.find((row) => row.includes('Discharged'))).toContain('35 days late')
    expect(rows.find((row) => row.includes('Care review'))).toContain('4 Sep 2027')
    expect(marks()).toEqual([])
  })

  it('has no accessibility faults as a picture or as a table', async () => {
    const { user } = draw()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Table/ }))
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('MiniStrip', () => {
  it('is one picture with its words and few shapes', async () => {
    const letters = MOCK_UP.due.filter((item) => item.kind === 'letter')
    const { container } = renderUi(<MiniStrip marks={EVENTS} letters={letters} today={MOCK_UP.today} />)
    expect(screen.getByRole('img', { name: /3 letters in, 2 missing/ })).toBeDefined()
    expect(container.querySelectorAll('svg *').length).toBeLessThan(12)
    expect(await accessibilityFaults()).toEqual([])
  })
})
