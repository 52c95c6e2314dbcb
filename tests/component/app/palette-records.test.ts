import { describe, expect, it } from 'vitest'
import type { Command } from '#renderer/app/command-registry.ts'
import { paletteEntries } from '#renderer/app/palette-search.ts'

const place: Command = { id: 'go.plan', title: 'Action plan', group: 'Go to', run: () => undefined }
const records = Array.from({ length: 500 }, (_, at): Command => ({
  id: `go.plan-action.${at}`,
  title: `4.${at + 1} Shorten the wait`,
  group: 'Go to',
  whenTyped: true,
  run: () => undefined,
}))
const listed = (text: string): readonly string[] =>
  paletteEntries({ text, people: [], commands: [place, ...records], onOpenPerson: () => undefined }).map(({ id }) => id)

describe('records in the finder', () => {
  it('are not listed until something is typed, and then only the first few that match', () => {
    expect(listed('')).toEqual(['go.plan'])
    expect(listed('wait')).toHaveLength(8)
    expect(listed('4.321')).toEqual(['go.plan-action.320'])
    expect(listed('> wait')).toEqual([])
  })
})
