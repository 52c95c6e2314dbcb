import { describe, expect, it } from 'vitest'
import { initialsOf } from '#renderer/ui/avatar.tsx'
import { componentStates } from './component-states.tsx'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

describe('every component', () => {
  it.each(Object.entries(componentStates))('has no accessibility fault: %s', async (_, state) => {
    renderUi(<main>{state}</main>)
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('initials', () => {
  it.each([
    ['Dr Anjali Rao', 'AR'],
    ['Beth Tranter', 'BT'],
    ['Prof. Mary Ann van Dyke', 'MD'],
    ['Cher', 'C'],
    ['', ''],
  ])('leave out the title: %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
