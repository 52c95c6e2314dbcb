import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { aPerson, anEpisode, nextNhsNumber } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const NAMES = ['Ashworth', 'Begum-Hall', 'Dacre'] as const

const open = async (path: string): Promise<HTMLInputElement> => {
  for (const surname of NAMES)
    await core.current().client.register.addPerson({
      person: aPerson({ surname, nhsNumber: nextNhsNumber() }),
      episode: anEpisode({}),
    })
  openScreen(path, registerRoutes)
  await screen.findByText(path.includes('zzz') ? 'Nobody matches' : /^[13] (person|people)$/)
  return screen.getByRole('textbox', { name: 'Find on the register' })
}

const type = (box: HTMLInputElement, text: string): void => void fireEvent.change(box, { target: { value: text } })

const shownNames = (): string[] =>
  screen.getAllByRole('rowheader').map((cell) => /^[A-Z-]+/.exec(cell.textContent)?.[0] ?? '')

/** The core answers in turn: when this is answered, so is whatever the screen asked before. */
const untilAnswered = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) await core.current().client.register.viewCounts({})
}

describe('an answer that comes when the search is another already', () => {
  it('is not shown in place of what was typed after it', async () => {
    const box = await open('/register')
    type(box, 'dac')
    type(box, 'dacr')
    type(box, 'beg')
    expect(box.value).toBe('beg')
    await waitFor(() => expect(shownNames()).toEqual(['BEGUM-HALL']))
    await untilAnswered()
    expect(box.value).toBe('beg')
    expect(new URLSearchParams(location.search).get('q')).toBe('beg')
  })

  it('does not bring back what Escape has taken away', async () => {
    const box = await open('/register')
    type(box, 'dac')
    fireEvent.keyDown(box, { key: 'Escape' })
    await untilAnswered()
    expect(box.value).toBe('')
    expect(location.search).toBe('')
    expect(shownNames()).toHaveLength(3)
  })

  it('does not bring back what the way Back has taken away', async () => {
    const box = await open('/register?q=ash')
    type(box, 'dacre')
    history.replaceState(null, '', '/register')
    await waitFor(() => expect(box.value).toBe(''))
    await untilAnswered()
    expect(box.value).toBe('')
    expect(location.search).toBe('')
  })

  it('does not bring back what was cleared', async () => {
    const box = await open('/register?q=zzz')
    type(box, 'zzzz')
    fireEvent.click(screen.getByRole('button', { name: 'Clear the search and filters' }))
    await waitFor(() => expect(shownNames()).toHaveLength(3))
    await untilAnswered()
    expect(box.value).toBe('')
    expect(location.search).toBe('')
  })

  it('leaves the page alone that somebody has gone to meanwhile', async () => {
    const box = await open('/register')
    type(box, 'dacre')
    history.pushState(null, '', '/elsewhere')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    await untilAnswered()
    expect(location.pathname + location.search).toBe('/elsewhere')
  })

  it('comes with the view that was chosen meanwhile', async () => {
    const box = await open('/register')
    type(box, 'dacre')
    fireEvent.click(screen.getByRole('tab', { name: /New, 24 months/ }))
    await waitFor(() => expect(shownNames()).toEqual(['DACRE']))
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({ view: 'new', q: 'dacre' })
    expect(box.value).toBe('dacre')
  })
})
