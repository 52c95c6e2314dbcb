import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { aPerson, anEvent } from '#tests/support/builders.ts'
import { openScreen, componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

const typeDate = async (name: string, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  const group = within(screen.getByRole('group', { name: new RegExp(`^${name}`) }))
  const parts = [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const
  for (const [label, text] of parts) {
    await userEvent.clear(group.getByLabelText(label))
    if (text !== '') await userEvent.paste(text)
  }
}
const save = async (): Promise<void> => {
  await userEvent.keyboard('{Control>}s{/Control}')
}

describe('what the checks find in a form', () => {
  it('is asked about as it is typed, and what cannot be so stops the saving', async () => {
    const { client } = core.current()
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    await client.journey.logEvent(anEvent(id, { eventType: 'surgery', date: '2026-10-07' }))
    openScreen(`/people/${id}/edit`, registerRoutes)
    await screen.findByRole('heading', { level: 1, name: 'Edit a person' })
    expect(screen.queryByText('Unusual, not wrong')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Death/ }))
    await typeDate('Date of death', ['1', '9', '2026'])
    expect(await screen.findByText('Surgery, 7 Oct 2026, after the death of 1 Sep 2026.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull()
    await save()
    expect((await client.register.person({ id })).person.deathDate).toBeNull()
    await typeDate('Date of death', ['', '', '2026'])
    await save()
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect((await client.register.person({ id })).person.deathDate).toEqual({ date: '2026-01-01', precision: 'year' })
  })
})
