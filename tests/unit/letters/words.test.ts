import { describe, expect, it } from 'vitest'
import type { Asked } from '#shared/features/letters/schema.ts'
import { missingSlots, saysOf, SLOT_CODES, summaryFieldsSchema } from '#shared/features/letters/summary-slots.ts'
import { askedWords, lateWords, subjectOf } from '#shared/features/letters/words.ts'

const TODAY = '2026-11-23'
const asked = (change: Partial<Asked>): Asked => ({
  queryId: 'query',
  version: 1,
  openedOn: '2026-11-02',
  lastKind: 'letter',
  lastOn: '2026-11-02',
  promisedFor: null,
  ringAgainOn: null,
  ...change,
})

describe('how far asking has come', () => {
  it.each([
    [null, 'Not asked', undefined],
    [asked({}), 'Asked 2 Nov', undefined],
    [asked({ openedOn: '2026-10-19', promisedFor: '2026-11-27' }), 'Asked 19 Oct', 'Promised for 27 Nov'],
    [
      asked({ lastKind: 'call', lastOn: '2026-11-16', ringAgainOn: TODAY }),
      'Asked 2 Nov',
      'Rang 16 Nov, ring again today',
    ],
    [
      asked({ lastKind: 'call', lastOn: '2026-11-09', ringAgainOn: '2026-11-20' }),
      'Asked 2 Nov',
      'Rang 9 Nov, ring again since 20 Nov',
    ],
    [asked({ openedOn: '2025-12-30' }), 'Asked 30 Dec 2025', undefined],
  ])('%j', (given, main, sub) => {
    expect(askedWords(given, TODAY)).toEqual({ main, sub })
  })
})

describe('words for letters', () => {
  it('say how late, that it is due today, and when it will be', () => {
    expect([lateWords('2026-10-19', TODAY), lateWords('2026-11-22', TODAY)]).toEqual(['35 days late', '1 day late'])
    expect([lateWords(TODAY, TODAY), lateWords('2026-11-25', TODAY)]).toEqual(['due today', 'due 25 Nov'])
  })

  it('name a question by what it asks for first', () => {
    const discharge = { document: 'discharge', slot: null, askedFor: null } as const
    const aim = { document: 'treatment_summary', slot: 'aim', askedFor: null } as const
    expect(subjectOf([discharge])).toBe('Discharge letter')
    expect(subjectOf([aim, discharge, discharge])).toBe('Aim of treatment and 2 more')
    expect(subjectOf([{ document: null, slot: null, askedFor: 'Histology' }])).toBe('Histology')
  })
})

describe('the parts of a treatment summary', () => {
  it('are all missing from one that says nothing, and "asks nothing of us" is something said', () => {
    const empty = summaryFieldsSchema.parse({})
    expect(missingSlots(empty)).toEqual(SLOT_CODES)
    expect(saysOf({ ...empty, actionsAsked: false }, 'gp_actions')).toBe(true)
  })

  it('are not filled by blanks', () => {
    const blank = summaryFieldsSchema.parse({ effects: '   \n ', contact: 'Specialist nurses' })
    expect(blank.effects).toBeNull()
    expect(missingSlots(blank)).not.toContain('contact')
    expect(missingSlots(blank)).toContain('effects')
  })
})
