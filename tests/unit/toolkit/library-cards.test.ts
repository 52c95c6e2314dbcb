import { describe, expect, it } from 'vitest'
import { librarySections, stateOf } from '#renderer/features/toolkit/library-cards.ts'
import type { LibraryLine, TemplateLine } from '#shared/features/toolkit/schema.ts'

const ID = '01900000-0000-7000-8000-000000000001'

const document = (change: Partial<LibraryLine> = {}): LibraryLine => ({
  id: ID,
  version: 1,
  templateCode: null,
  title: 'Notes',
  topic: 'work',
  audience: 'inside',
  person: null,
  isPrivate: false,
  updatedAt: '2026-11-20T10:00:00.000Z',
  updatedBy: 'Dr Anjali Rao',
  reviewDue: null,
  isReviewDue: false,
  isReviewNear: false,
  issues: 1,
  lastIssue: null,
  changed: 0,
  blanksLeft: 0,
  openComments: 0,
  openActions: 0,
  ...change,
})

const template = (code: string): TemplateLine => ({
  code,
  own: null,
  title: 'Learning event',
  topic: 'work',
  audience: 'inside',
  purpose: 'What happened',
  usedBy: 'The team',
  minutes: 30,
  sources: [],
  reviewMonths: null,
  aboutPerson: false,
})

const all = {
  isReviewDue: true,
  isReviewNear: false,
  reviewDue: '2026-10-01',
  openActions: 2,
  changed: 3,
  openComments: 1,
  blanksLeft: 4,
} as const

describe('a card of the library', () => {
  it.each([
    [all, 'at-risk', 'Review due 1 Oct 2026'],
    [{ ...all, isReviewDue: false, isReviewNear: true, reviewDue: '2026-12-01' }, 'due', 'Review due 1 Dec 2026'],
    [{ openActions: 2, changed: 3, openComments: 1 }, 'on-track', '2 actions still open'],
    [{ changed: 3, openComments: 1 }, 'info', '3 facts changed since'],
    [{ changed: 1 }, 'info', '1 fact changed since'],
    [{ openComments: 1, issues: 0, blanksLeft: 4 }, 'info', '1 comment open'],
    [{ issues: 0, blanksLeft: 4 }, 'not-started', '4 blanks to fill'],
    [{ issues: 0, blanksLeft: 4, isPrivate: true }, 'done', 'Seen by you only'],
    [{ issues: 0 }, 'not-started', 'Not issued yet'],
    // A blank that went out empty was left so on purpose.
    [{ issues: 1, blanksLeft: 4 }, 'done', 'Nothing has changed'],
  ] as const)('says the most pressing of what there is to say: %o', (change, kind, words) => {
    expect(stateOf([document(change)])).toEqual({ kind, words })
  })

  it('puts several documents together, and names the review that is due first', () => {
    const reviews = ['2026-12-09', '2026-12-01'].map((reviewDue) => document({ isReviewNear: true, reviewDue }))
    expect(stateOf([document({ reviewDue: '2026-11-30' }), ...reviews]).words).toBe('Review due 1 Dec 2026')
    expect(stateOf([document({ changed: 2 }), document({ changed: 1 })]).words).toBe('3 facts changed since')
    expect(stateOf([])).toEqual({ kind: 'not-started', words: 'Not begun' })
  })

  it('of learning events says how many diagnoses wait to be written up', () => {
    const state = (code: string, learningSuggested: number) =>
      librarySections({ templates: [template(code)], documents: [], learningSuggested }, '')[0]?.cards[0]?.state
    expect(state('learning-event', 1)).toEqual({ kind: 'at-risk', words: '1 diagnosis to write up' })
    expect(state('learning-event', 0)?.words).toBe('Not begun')
    expect(state('meeting-minutes', 1)?.words).toBe('Not begun')
  })
})
