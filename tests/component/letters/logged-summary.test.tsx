import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { personTabOf } from '#renderer/features/journey/person-tabs.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { peopleWaiting } from './letter-people.ts'

const core = componentCoreForEachTest()
const routes = [
  {
    path: '/people/:id/:tab',
    render: ({ id = '', tab = '' }) => {
      const shown = personTabOf(tab)
      return shown === undefined ? null : <PersonPage id={id} tab={shown} neighbours={undefined} />
    },
  },
]

it('logs a treatment summary in the journey, asks what it says, and shows what was asked beside the strip', async () => {
  const { client } = core.current()
  const { maureen } = await peopleWaiting(client)
  const { rows } = await client.letters.page({ tab: 'late', search: 'ashworth' })
  await client.letters.ask({
    personId: maureen,
    wanted: [{ eventId: rows[0]?.eventId ?? null }],
    kind: 'letter',
    happenedOn: '2026-11-02',
    note: 'As it was sent',
  })
  setToday(TEST_TODAY)
  openScreen(`/people/${maureen}/journey`, routes)
  const user = userEvent.setup()
  const letters = within(await screen.findByRole('region', { name: 'Letters' }))
  await letters.findByText('47 days since surgery. Asked 2 Nov.')
  const composer = await screen.findByRole('textbox', { name: /what happened|log an event/i })
  await user.type(composer, '20/11 treatment summary received{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'What the treatment summary says' })
  expect(dialog.textContent).toContain('ASHWORTH')
  await user.click(within(dialog).getByRole('radio', { name: 'To cure' }))
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(async () => expect((await client.letters.ofPerson({ personId: maureen })).summaries[0]?.aim).toBe('C'))
})
