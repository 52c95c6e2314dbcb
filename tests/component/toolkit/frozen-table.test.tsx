import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ThisFact } from '#renderer/features/toolkit/changes-panel.tsx'
import { frozenTable } from '#renderer/features/toolkit/editor/field-store.ts'
import type { FieldValue } from '#shared/features/toolkit/schema.ts'
import { renderUi } from '../ui/render-ui.tsx'

const RISKS: FieldValue = {
  code: 'table.plan-risks',
  label: 'Risks',
  group: 'Tables',
  state: 'known',
  words: '1 row',
  table: { head: ['Risk', 'What is done'], rows: [['The nurse leaves', 'Train a second one\nAsk the\tnetwork']] },
  asAt: '2026-11-23',
  rule: null,
  from: 'Action plan',
  class: 'staff',
  safeOutside: true,
  outsideWords: '',
  hidden: false,
  measureCode: null,
}

it('a table that is frozen keeps its rows and cells, whatever was typed into them', async () => {
  const kept: (string | null)[] = []
  renderUi(<ThisFact value={RISKS} frozen={null} onFreeze={(frozen) => kept.push(frozen)} />)
  await userEvent.setup().click(screen.getByRole('button', { name: 'Freeze here' }))
  expect(frozenTable(kept[0] ?? '')).toEqual({
    head: ['Risk', 'What is done'],
    rows: [['The nurse leaves', 'Train a second one Ask the network']],
  })
})
