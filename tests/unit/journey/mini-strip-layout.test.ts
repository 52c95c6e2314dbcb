import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { type MiniStripInput, miniStripLayout } from '#shared/features/journey/mini-strip-layout.ts'
import { aLetterDue, anEvent, MOCK_UP, TODAY } from './journey-builders.ts'

const MAUREEN: MiniStripInput = {
  marks: MOCK_UP.events,
  letters: MOCK_UP.due.filter((item) => item.kind === 'letter'),
  today: TODAY,
  months: 12,
  width: 164,
  height: 30,
}

const count = (path: string, start: RegExp): number => path.match(start)?.length ?? 0
const numbers = (path: string): number[] => [...path.matchAll(/[MH](-?[\d.]+)/g)].map((match) => Number(match[1]))

describe('miniStripLayout', () => {
  const layout = miniStripLayout(MAUREEN)

  it('says in words what it shows', () => {
    expect(layout.words).toBe('3 letters in, 2 missing')
  })

  it('draws every mark of the last months in few paths', () => {
    expect(count(layout.practice, /M/g)).toBe(5)
    expect(count(layout.hospital, /M/g)).toBe(8)
    expect(count(layout.letters, /M/g)).toBe(3)
    expect(count(layout.links, /M/g)).toBe(3)
    expect(count(layout.holes, /M/g)).toBe(2)
    expect(count(layout.missingLinks, /M/g)).toBe(2)
  })

  it('breaks the line from the first hole to today', () => {
    const [from, to] = numbers(layout.gap)
    expect(to).toBe(158)
    expect(from).toBeGreaterThan(130)
    expect(miniStripLayout({ ...MAUREEN, letters: [] }).gap).toBe('')
  })

  it('leaves out what was before its months', () => {
    const marks = [anEvent('surgery', addDays(TODAY, -400)), anEvent('surgery', addDays(TODAY, -300))]
    expect(count(miniStripLayout({ ...MAUREEN, marks, letters: [] }).hospital, /M/g)).toBe(1)
  })

  it('keeps a hole in sight whose event was before its months', () => {
    const old = anEvent('discharged', addDays(TODAY, -500))
    const letters = [aLetterDue(old, addDays(TODAY, -493))]
    const { holes, missingLinks } = miniStripLayout({ ...MAUREEN, marks: [old], letters })
    expect(count(holes, /M/g)).toBe(1)
    expect(missingLinks).toBe('')
  })

  it('draws no letter that is not late yet', () => {
    const clinic = anEvent('oncology_clinic', addDays(TODAY, -3))
    const { holes, words } = miniStripLayout({
      ...MAUREEN,
      marks: [clinic],
      letters: [aLetterDue(clinic, addDays(TODAY, 11))],
    })
    expect(holes).toBe('')
    expect(words).toBe('0 letters in, 0 missing')
  })

  it('looks the same whatever order its marks come in, and stays inside', () => {
    expect(miniStripLayout({ ...MAUREEN, marks: MAUREEN.marks.toReversed() })).toEqual(layout)
    for (const path of Object.values(layout)) {
      for (const x of numbers(path)) expect(x).toBeGreaterThanOrEqual(-1)
      for (const x of numbers(path)) expect(x).toBeLessThanOrEqual(164)
    }
  })
})
