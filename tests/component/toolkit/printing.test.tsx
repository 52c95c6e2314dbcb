import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
/** What stood on the page when the printer was asked. */
const papers: string[] = []

beforeEach(() => {
  papers.length = 0
  vi.stubGlobal('throughline', {
    printPage: async () => {
      papers.push(document.body.textContent)
      return { ok: true }
    },
    setTitleBarTheme: () => undefined,
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, toolkitRoutes)
  return userEvent.setup()
}

const letterToSomebody = async (): Promise<string> => {
  const { register, toolkit } = core.current().client
  const { id: personId } = await register.addPerson({
    person: aPerson({ nhsNumber: '9990000018' }),
    episode: anEpisode({}),
  })
  return (await toolkit.create({ templateCode: 'care-review-invitation', personId })).id
}

const readDialog = async (): Promise<HTMLElement> => {
  const dialog = await screen.findByRole('dialog', { name: 'Print this draft?' })
  await within(dialog).findByText(/blank(?:s are| is) not filled in/)
  return dialog
}

describe('a draft that somebody else may come to hold', () => {
  it('tells which blanks are open before it is printed, and leads to them', async () => {
    const user = open(`/toolkit/${await letterToSomebody()}?view=read`)
    const page = await screen.findByRole('article')
    expect(page.textContent).toContain('Draft')
    await user.keyboard('p')
    const dialog = await readDialog()
    expect(dialog.textContent).toContain('It is about one person.')
    expect(within(dialog).getAllByText(/^Not filled in: /).length).toBeGreaterThan(0)
    expect(papers).toEqual([])
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Fill in the blanks' }))
    await screen.findByRole('dialog', { name: 'Fill in the blanks' })
    expect(papers).toEqual([])
  })

  it('is printed as it stands when asked to, with the word draft on it', async () => {
    const user = open(`/toolkit/${await letterToSomebody()}?view=read`)
    await screen.findByRole('article')
    await user.keyboard('p')
    await user.click(within(await readDialog()).getByRole('button', { name: 'Print the draft' }))
    await waitFor(() => expect(papers).toHaveLength(1))
    expect(papers[0]).toContain('Draft')
    expect(papers[0]).not.toContain('Print this draft?')
  })
})
