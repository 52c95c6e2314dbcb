import type { ActionStatus } from '#shared/features/plan/schema.ts'

/** What was said of an action at the review. */
interface StorySaid {
  readonly code: string
  readonly words: string
  /** How it stood when the review began, where that is not how it stands in the end. */
  readonly before?: ActionStatus
  /** How it stood after it. Left out: as before. */
  readonly after?: ActionStatus
  readonly next?: string
  readonly ask?: string
}

/** The review of the last whole quarter, held at the practice meeting, told as on 23 November 2026. */
export const STORY_REVIEW = {
  on: '2026-11-02',
  /** A day of the first month of its quarter. */
  quarter: '2026-07-01',
  ledBy: 'Dr Anjali Rao',
  summary:
    'Letters come sooner than in spring, and the weekly call has held through the holidays.\nPrehab depends on the hospital’s service plan, which is late. Where time is short, carers are the first to be forgotten: we look at that again in January.',
  passed: '1.5',
} as const

/** Every action that was open then and was spoken about, in the order in which they came. */
export const STORY_SAID: readonly StorySaid[] = [
  {
    code: '1.3',
    words: 'Six slots held since June. The team asks for cases of our own.',
    next: 'Ask the team whether it helps',
  },
  {
    code: '1.4',
    words: 'Each of us has visited the other. Harrowmere tries our Monday call.',
    next: 'Agree the day of the second visit',
  },
  { code: '2.2', words: 'Autumn figures sent a day early.', next: 'Winter figures by the middle of January' },
  {
    code: '2.3',
    words: 'The first themes went out in September.',
    before: 'on_track',
    next: 'Prepare ten minutes for the network meeting',
  },
  { code: '3.2', words: 'The first morning was full. The second is in December.', next: 'Book the hall' },
  {
    code: '3.3',
    words: 'The case is written. Nobody has said whether the service plan takes it up.',
    before: 'at_risk',
    ask: 'Would the board write to whoever leads the service plan?',
  },
  { code: '3.4', words: 'The numbers for the proposal are put together.', next: 'A first draft in spring' },
  {
    code: '4.3',
    words: 'Network asked us to share the template.',
    next: 'Send it to the network office with a page on how we use it',
  },
  { code: '4.4', words: 'The list is shorter than in spring.', next: 'Half-year count in December' },
  {
    code: '4.5',
    words: 'The template is agreed, and most of us use it.',
    before: 'on_track',
    next: 'Each of us uses it once within three weeks',
  },
  {
    code: '4.6',
    words: 'Begun in October: the first analysis is on the agenda of the next meeting.',
    before: 'not_started',
    after: 'on_track',
  },
  { code: '5.1', words: 'The offer goes out with each care review now.', next: 'Ask those who said no, and why' },
  {
    code: '5.2',
    words: 'The question is in the template since October.',
    before: 'on_track',
    next: 'Count how often it is asked',
    ask: 'Could the patients’ group tell us how the question sounds?',
  },
  { code: '5.3', words: 'The patients’ group would like to see the plan in spring.', next: 'Send it in April' },
]
