import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { fieldsIn } from '#shared/features/toolkit/walk.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEXT } from './texts.ts'

const core = componentCoreForEachTest()

beforeEach(() => vi.stubGlobal('throughline', { setTitleBarTheme: () => undefined }))
afterEach(() => vi.unstubAllGlobals())

describe('two windows that are open on one document', () => {
  it('each with its own editor lose nothing of what either wrote, and show the same in the end', async () => {
    const { toolkit } = core.current().client
    const { id, version } = await toolkit.create({ templateCode: null, title: 'Local profile' })
    const { title, content: nothing, answers, reviewDue } = await toolkit.open({ id })
    const base = { title, content: nothing, answers, reviewDue }
    await toolkit.save({ id, version, ...base, content: TEXT, base })
    const user = userEvent.setup()
    openScreen(`/toolkit/${id}`, toolkitRoutes)
    await screen.findByRole('textbox', { name: 'Text of the document' })
    openScreen(`/toolkit/${id}`, toolkitRoutes)
    const editors = await waitFor(() => {
      const found = screen.getAllByRole('textbox', { name: 'Text of the document' })
      expect(found).toHaveLength(2)
      return found
    })
    for (const [at, fact] of ['practice code', 'practice name'].entries()) {
      await user.click(editors[at] as HTMLElement)
      await user.keyboard('@')
      await user.type(await screen.findByRole('combobox', { name: 'Find a fact' }), fact)
      await user.keyboard('{Enter}')
    }
    const beginnings = async (): Promise<string[]> => {
      const kept = await toolkit.revisions({ documentId: id })
      const texts = [
        (await toolkit.open({ id })).content,
        ...(await Promise.all(kept.map(async (one) => (await toolkit.revision({ id: one.id })).content))),
      ]
      return texts.flatMap(({ content }) =>
        content.slice(0, 1).flatMap((block) => fieldsIn(block).map(({ code }) => code)),
      )
    }
    await waitFor(async () => {
      // Asked only where the second was written before the first was kept.
      const mine = screen.queryByRole('button', { name: 'Go on with this window' })
      if (mine !== null) await user.click(mine)
      expect(await beginnings()).toEqual(expect.arrayContaining(['practice.code', 'practice.name']))
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    // Both windows show one and the same text in the end.
    await waitFor(() => expect(editors[0]?.textContent).toBe(editors[1]?.textContent))
  })

  it('do not take back its readers and title when only the day to look at it again is changed', async () => {
    const { toolkit } = core.current().client
    const { id, version } = await toolkit.create({ templateCode: null, title: 'Local profile' })
    const { topic, title, content, answers, reviewDue } = await toolkit.open({ id })
    const base = { title, content, answers, reviewDue }
    const user = userEvent.setup()
    openScreen(`/toolkit/${id}`, toolkitRoutes)
    await user.click(await screen.findByRole('button', { name: 'More for this document' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Title, readers and review' }))
    const dialog = await screen.findByRole('dialog', { name: 'About this document' })
    const chosen = await toolkit.setAudience({ id, version, audience: 'self', topic })
    await toolkit.save({ id, version: chosen.version, ...base, title: 'Theirs', base })
    await screen.findAllByText('Theirs')
    for (const [label, digits] of [
      ['Day', '1'],
      ['Month', '3'],
      ['Year', '2027'],
    ] as const)
      await user.type(within(dialog).getByLabelText(label), digits)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await toolkit.open({ id })).toMatchObject({ title: 'Theirs', audience: 'self', reviewDue: '2027-03-01' })
  })
})
