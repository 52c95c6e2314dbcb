import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedColumn } from '#renderer/features/register/columns-popover.tsx'
import { dueWords, needsNow, nextDueWords } from '#renderer/features/register/due-words.ts'
import { fittingTabs } from '#renderer/features/register/register-views.tsx'
import { formFindings, keptWith, typedEpisode, typedPerson } from '#renderer/features/register/unusual.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'

const TODAY = '2026-11-23'

const due = (change: Partial<DueItem>): DueItem => ({
  kind: 'letter',
  document: 'discharge',
  dueDate: TODAY,
  lapsesDate: null,
  sourceEventId: null,
  episodeId: null,
  ...change,
})

describe('what is due, in words', () => {
  it.each([
    [due({ dueDate: '2026-10-19' }), 'missing', 'Letter 35 days late', 'Discharge letter'],
    [due({ dueDate: '2026-11-22' }), 'missing', 'Letter 1 day late', 'Discharge letter'],
    [due({ dueDate: '2026-11-27' }), 'at-risk', 'Due Fri 27 Nov', 'Discharge letter'],
    [
      due({ kind: 'support_contact', document: null, dueDate: '2026-12-04' }),
      'at-risk',
      'Due 4 Dec',
      'Support contact',
    ],
    [due({ kind: 'care_review', document: null, dueDate: '2027-01-21' }), 'not-due', 'Due 21 Jan 2027', 'Care review'],
    [due({ kind: 'care_review', document: null, dueDate: '2026-11-11' }), 'off-track', '12 days late', 'Care review'],
    [due({ kind: 'care_review', document: null }), 'at-risk', 'Due today', 'Care review'],
  ])('%o', (item, kind, main, sub) => {
    expect(dueWords(item, TODAY)).toEqual({ kind, main, sub })
  })

  it('says late exactly when the day has passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), (offset) => {
        const { main } = dueWords(due({ dueDate: addDays(TODAY, offset) }), TODAY)
        expect(main.includes('late')).toBe(offset < 0)
      }),
    )
  })

  it('gives the reason where nothing can be due', () => {
    const standing = { nextDue: null, died: false, diagnosisDate: { date: '2020-01-01', precision: 'day' } } as const
    expect(nextDueWords(standing, TODAY).main).toBe('Nothing due')
    expect(nextDueWords({ ...standing, diagnosisDate: null }, TODAY).sub).toBe('No diagnosis date')
    expect(nextDueWords({ ...standing, diagnosisDate: { date: '2026-01-01', precision: 'year' } }, TODAY).main).toBe(
      'Date not known',
    )
    expect(nextDueWords({ ...standing, died: true, nextDue: due({}) }, TODAY).main).toBe('Died')
  })

  it('lists what wants doing now, the longest late first, without what has lapsed', () => {
    const items = [
      due({ dueDate: '2026-12-01' }),
      due({ dueDate: '2026-09-01' }),
      due({ dueDate: '2024-09-01', lapsesDate: '2026-09-01' }),
      due({ dueDate: '2027-03-01' }),
    ]
    expect(needsNow(items, TODAY).map(({ dueDate }) => dueDate)).toEqual(['2026-09-01', '2026-12-01'])
  })
})

describe('what a form asks about', () => {
  const typed = {
    person: typedPerson('a', aPerson({ birthDate: '1958-03-14', nhsNumber: '9990000018' })),
    episodes: [typedEpisode('b', anEpisode({ diagnosisDate: { date: '2026-09-01', precision: 'month' } }))],
    events: [],
    demo: true,
    today: TODAY,
  } as const
  const none = new Set<string>()

  it('is nothing for an ordinary person', () => {
    expect(formFindings(typed, null, none)).toEqual({ unusual: [], wrong: [] })
  })

  it('is only what was not stored before, and no check that is switched off', () => {
    const live = { ...typed, demo: false }
    expect(formFindings(live, null, none).unusual.map(({ rule }) => rule)).toEqual(['test-number'])
    expect(formFindings(live, live, none).unusual).toEqual([])
    expect(formFindings(live, null, new Set(['test-number'])).unusual).toEqual([])
  })

  it('leaves to the field what the field says itself', () => {
    const unborn = { ...typed, person: { ...typed.person, birthDate: '2060-01-01' } }
    expect(formFindings(unborn, null, none).wrong).toEqual([])
  })

  it('sends the reasons that were given, and only those', () => {
    const { unusual } = formFindings({ ...typed, demo: false }, null, none)
    const [first] = unusual
    expect(keptWith(unusual, new Map([[first?.id ?? '', 'A new number']]))).toEqual([
      { rule: 'test-number', fingerprint: first?.fingerprint, reason: 'A new number' },
    ])
    expect(keptWith(unusual, new Map())).toEqual([])
  })
})

describe('columns and views', () => {
  it('moving a column there and back leaves the list as it was, and never loses one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (ids, at) => {
        const id = ids[at % ids.length] ?? ''
        const moved = movedColumn(ids, id, 1)
        expect(moved.toSorted()).toEqual(ids.toSorted())
        expect(moved === ids || movedColumn(moved, id, -1).join('|') === ids.join('|')).toBe(true)
      }),
    )
  })

  it('shows more views as there is more room, and always one', () => {
    const tabs = ['Everyone', 'New, 24 months', 'Missing a letter', 'Support contact due'].map((label) => ({
      id: label,
      label,
      count: '12',
    }))
    const shown = Array.from({ length: 80 }, (_, rem) => fittingTabs(tabs, rem))
    expect(shown[0]).toBe(1)
    expect(shown.at(-1)).toBe(tabs.length)
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
  })
})
