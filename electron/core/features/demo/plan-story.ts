import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ActionStatus } from '#shared/features/plan/schema.ts'

/** The action plan of the demo practice, told as on 23 November 2026. */

export interface StoryMilestone {
  readonly title: string
  readonly due: IsoDate
  readonly met: IsoDate | null
}

export interface StoryUpdate {
  readonly on: IsoDate
  readonly words: string
  readonly status: ActionStatus
  readonly next?: string
  readonly ask?: string
}

export interface StoryAction {
  readonly code: string
  readonly title: string
  readonly status: ActionStatus
  readonly owner: string
  readonly with?: string
  readonly from: IsoDate
  readonly due: IsoDate
  readonly ended?: IsoDate
  readonly cost?: string
  readonly risk?: string
  readonly measure?: { readonly code: string; readonly target: number; readonly by: IsoDate }
  readonly milestones?: readonly StoryMilestone[]
  readonly updates?: readonly StoryUpdate[]
  readonly also?: readonly number[]
  readonly needs?: readonly string[]
}

const RAO = 'Dr Anjali Rao'
const TRANTER = 'Beth Tranter'
const EZE = 'Tunde Eze'
const KETTLE = 'Mina Kettle'

const met = (title: string, due: IsoDate, day: IsoDate = due): StoryMilestone => ({ title, due, met: day })
const toMeet = (title: string, due: IsoDate): StoryMilestone => ({ title, due, met: null })
const update = (on: IsoDate, status: ActionStatus, words: string, more: Partial<StoryUpdate> = {}): StoryUpdate => ({
  on,
  status,
  words,
  ...more,
})

const LEADING: readonly StoryAction[] = [
  {
    code: '1.1',
    title: 'Brainstorm what worries us',
    status: 'done',
    owner: RAO,
    with: 'All of the team',
    from: '2025-04-01',
    due: '2025-06-30',
    ended: '2025-05-21',
    milestones: [met('Notes put into themes', '2025-05-21')],
  },
  {
    code: '1.2',
    title: 'Register protocol agreed',
    status: 'done',
    owner: RAO,
    with: 'Partners’ meeting',
    from: '2025-07-01',
    due: '2025-10-31',
    ended: '2025-10-22',
    milestones: [met('Draft read by the partners', '2025-09-10'), met('Agreed', '2025-10-22')],
  },
  {
    code: '1.3',
    title: 'Cancer slot at every practice meeting',
    status: 'on_track',
    owner: RAO,
    with: 'Practice manager',
    from: '2026-04-01',
    due: '2027-03-31',
    milestones: [
      met('First slot held', '2026-06-01'),
      met('Six slots held', '2026-10-01'),
      toMeet('Asked the team whether it helps', '2027-01-31'),
    ],
    updates: [update('2026-10-02', 'on_track', 'Six slots held, two of them with a case.', { next: 'Ask the team' })],
  },
  {
    code: '1.4',
    title: 'Peer pair with Harrowmere',
    status: 'on_track',
    owner: RAO,
    with: 'The lead of Harrowmere Medical Centre',
    from: '2026-07-01',
    due: '2027-01-31',
    milestones: [met('First visit to each other', '2026-09-15'), toMeet('Second visit', '2027-01-20')],
    updates: [update('2026-09-16', 'on_track', 'They visited us first. We compared how each chases letters.')],
  },
  {
    code: '1.5',
    title: 'Hand over to the next lead',
    status: 'not_started',
    owner: RAO,
    from: '2027-10-01',
    due: '2028-02-28',
    needs: ['5.3'],
    milestones: [toMeet('Handover pack read together', '2028-01-31')],
  },
]

const NETWORK: readonly StoryAction[] = [
  {
    code: '2.1',
    title: 'Join the network board',
    status: 'done',
    owner: RAO,
    with: 'Ferrin Vale network',
    from: '2025-05-01',
    due: '2025-09-30',
    ended: '2025-09-18',
    milestones: [met('First meeting attended', '2025-09-18')],
  },
  {
    code: '2.2',
    title: 'Figures sent each quarter, on time',
    status: 'on_track',
    owner: KETTLE,
    with: 'Ferrin Vale network',
    from: '2025-10-01',
    due: '2027-03-31',
    milestones: [
      met('Winter figures', '2026-01-15'),
      met('Spring figures', '2026-04-15', '2026-04-13'),
      met('Summer figures', '2026-07-15'),
      met('Autumn figures', '2026-10-15', '2026-10-14'),
      toMeet('Winter figures', '2027-01-15'),
    ],
    updates: [update('2026-10-14', 'on_track', 'Autumn figures sent a day early.')],
  },
  {
    code: '2.3',
    title: 'Share themes from learning events',
    status: 'at_risk',
    owner: RAO,
    with: 'Ferrin Vale network',
    from: '2026-06-01',
    due: '2026-12-31',
    milestones: [met('First themes sent', '2026-09-01'), toMeet('Talk at the network meeting', '2026-12-10')],
    updates: [
      update('2026-11-10', 'at_risk', 'Two meetings about learning events fell away, so there are few themes yet.', {
        ask: 'Could the network meeting give us ten minutes in January instead?',
      }),
    ],
  },
]

const SERVICES: readonly StoryAction[] = [
  {
    code: '3.1',
    title: 'Map local services by need',
    status: 'done',
    owner: TRANTER,
    with: 'Larch Hall, social prescribers',
    from: '2025-09-01',
    due: '2026-01-31',
    ended: '2026-01-28',
    milestones: [met('Map printed for each room', '2026-01-28')],
  },
  {
    code: '3.2',
    title: 'Wellbeing morning at Larch Hall',
    status: 'on_track',
    owner: TRANTER,
    with: 'Larch Hall',
    from: '2026-05-01',
    due: '2026-12-31',
    also: [5],
    cost: 'Hall and tea, two mornings',
    milestones: [met('First morning held', '2026-08-01', '2026-07-30'), toMeet('Second morning', '2026-12-10')],
    updates: [update('2026-11-05', 'on_track', 'Hall booked, and nineteen people have said that they will come.')],
  },
  {
    code: '3.3',
    title: 'Prehab in the service plan',
    status: 'off_track',
    owner: EZE,
    with: 'Wexcombe General, physiotherapy',
    from: '2026-04-01',
    due: '2026-10-31',
    risk: 'The hospital has no budget for it this year.',
    milestones: [met('Case made in writing', '2026-07-01'), toMeet('In the draft of the service plan', '2026-10-15')],
    updates: [
      update('2026-11-12', 'off_track', 'The draft went out without it. No budget at the hospital this year.', {
        next: 'Ask for it in the plan of next year',
        ask: 'Would the network back it together with the other practices?',
      }),
      update('2026-08-20', 'at_risk', 'The physiotherapy lead is for it, but has nobody to do it.'),
    ],
  },
  {
    code: '3.4',
    title: 'Late effects clinic in the plan',
    status: 'on_track',
    owner: RAO,
    with: 'Wexcombe General, oncology',
    from: '2026-09-01',
    due: '2027-09-30',
    also: [2],
    needs: ['3.1'],
    milestones: [met('Numbers put together', '2026-11-01', '2026-10-30'), toMeet('Proposal handed in', '2027-06-01')],
  },
]

const STANDARDS: readonly StoryAction[] = [
  {
    code: '4.1',
    title: 'Start the cancer register',
    status: 'done',
    owner: RAO,
    from: '2025-05-01',
    due: '2025-07-31',
    ended: '2025-07-24',
    milestones: [met('Everybody diagnosed in five years is on it', '2025-07-24')],
  },
  {
    code: '4.2',
    title: 'Safety net for urgent referrals',
    status: 'done',
    owner: EZE,
    from: '2025-10-01',
    due: '2026-02-28',
    ended: '2026-02-20',
    needs: ['4.1'],
    measure: { code: 'safety-net-outcome', target: 0.95, by: '2026-09-01' },
    milestones: [met('List looked at each week', '2026-02-02')],
  },
  {
    code: '4.3',
    title: 'Shorten the wait for letters',
    status: 'on_track',
    owner: RAO,
    with: 'Wexcombe MDT office',
    from: '2026-04-01',
    due: '2027-03-31',
    cost: '2 hours a month',
    risk: 'Their office has been short of staff since the summer.',
    also: [2],
    measure: { code: 'letter-gap', target: 14, by: '2027-03-01' },
    milestones: [
      met('Letter template agreed', '2026-04-20'),
      met('Weekly chase call starts', '2026-06-01'),
      toMeet('Secure mailbox for letters', '2026-11-30'),
      toMeet('Half-year network review', '2027-01-15'),
    ],
    updates: [
      update('2026-11-16', 'on_track', 'MDT office short of staff until January. Mailbox may slip.', {
        next: 'Ring the office manager in the first week of December',
      }),
      update('2026-11-02', 'on_track', 'Network asked us to share the template.'),
      update('2026-07-14', 'on_track', 'Six weekly calls made. They answer within two days now.'),
    ],
  },
  {
    code: '4.4',
    title: 'Support contact by 3 months',
    status: 'on_track',
    owner: TRANTER,
    from: '2026-01-01',
    due: '2027-03-31',
    also: [5],
    needs: ['4.1'],
    measure: { code: 'support-contact', target: 0.8, by: '2027-03-01' },
    milestones: [met('Nurse sees the list each week', '2026-04-01'), toMeet('Half-year count', '2026-12-15')],
    updates: [update('2026-10-20', 'on_track', 'Calls are made by the fortnight. Some could not be reached.')],
  },
  {
    code: '4.5',
    title: 'Care reviews from a template',
    status: 'at_risk',
    owner: TRANTER,
    with: 'Clinical pharmacist',
    from: '2026-04-01',
    due: '2027-03-31',
    measure: { code: 'care-review', target: 0.85, by: '2027-03-01' },
    milestones: [
      met('Template agreed', '2026-06-01'),
      toMeet('Every clinician has used it', '2026-11-20'),
      toMeet('Twenty reviews read back', '2027-01-31'),
    ],
    updates: [
      update('2026-11-21', 'at_risk', 'Two of us have not used it yet.', { next: 'Show it at the December meeting' }),
    ],
  },
  {
    code: '4.6',
    title: 'Learning event for each emergency',
    status: 'on_track',
    owner: RAO,
    from: '2026-10-01',
    due: '2027-06-30',
    also: [2],
    milestones: [toMeet('Six analyses discussed', '2027-02-28')],
  },
]

const PEOPLE: readonly StoryAction[] = [
  {
    code: '5.1',
    title: 'Needs assessment offered to all',
    status: 'on_track',
    owner: TRANTER,
    with: 'Community nurses',
    from: '2026-01-01',
    due: '2027-03-31',
    needs: ['4.1'],
    measure: { code: 'needs-assessment-offered', target: 0.6, by: '2027-03-01' },
    milestones: [
      met('Offer goes with the care review', '2026-03-15'),
      met('Leaflet in four languages', '2026-09-01'),
      toMeet('Asked those who said no', '2027-02-15'),
    ],
    updates: [update('2026-09-02', 'on_track', 'The leaflet came in Polish, Bengali, Welsh and English.')],
  },
  {
    code: '5.2',
    title: 'Carers asked at each review',
    status: 'at_risk',
    owner: EZE,
    with: 'Carers’ group',
    from: '2026-07-01',
    due: '2027-02-28',
    milestones: [met('Question in the template', '2026-10-01'), toMeet('Carers’ group says how it went', '2027-01-10')],
    updates: [
      update('2026-11-09', 'at_risk', 'Asked at about one review in three. It is left out when time is short.'),
    ],
  },
  {
    code: '5.3',
    title: 'Patients review the plan',
    status: 'not_started',
    owner: RAO,
    with: 'Patients’ group',
    from: '2027-04-01',
    due: '2027-11-30',
    milestones: [toMeet('Group has read it', '2027-11-10')],
  },
]

export const STORY_ACTIONS: readonly StoryAction[] = [...LEADING, ...NETWORK, ...SERVICES, ...STANDARDS, ...PEOPLE]

export const STORY_PLAN = {
  startsOn: '2025-04-01',
  signedOn: '2025-06-30',
  firstYearEnded: '2026-03-31',
  strengths:
    'A lead with time set aside. Nurses who know the people. A hospital that answers the telephone.\nMost diagnoses have a stage on the record.',
  gaps: 'Letters take weeks, and nobody counts them. Support contacts depend on who remembers. Carers are asked by chance.\nNobody from here sits on the network board.',
  letters: {
    code: '4.3',
    answer:
      'Letters have come sooner since the winter, when we first wrote to Wexcombe about them. The template and the weekly call have held it. Discharge letters are still the slowest kind.',
    answeredOn: '2026-11-02',
  },
  moved: {
    code: '3.3',
    on: '2026-08-21',
    fromDue: '2026-08-31',
    toDue: '2026-10-31',
    reason: 'The hospital put its service plan off by two months',
  },
  cycle: {
    code: '4.3',
    aim: 'Does a weekly call bring the letters that are late?',
    plan: 'Mina rings the MDT office each Monday with the list, for six weeks.',
    doing: 'Six calls, none missed.',
    study: 'Most of the letters asked for came within the week.',
    act: 'Keep the call. Ask for a mailbox, so that it needs no call.',
    from: '2026-06-01',
    to: '2026-07-13',
  },
} as const

/** The driver diagram: each box with the one that it hangs on, by its words. */
export const STORY_DRIVERS = [
  { kind: 'aim', words: 'Hospital letters reach us within 14 days by the end of year 2', under: null, code: null },
  { kind: 'primary', words: 'The hospital writes sooner', under: 'Hospital letters', code: null },
  { kind: 'primary', words: 'Letters find us', under: 'Hospital letters', code: null },
  { kind: 'primary', words: 'We notice what is missing', under: 'Hospital letters', code: null },
  { kind: 'secondary', words: 'Less to write', under: 'The hospital writes', code: null },
  { kind: 'secondary', words: 'One place to send to', under: 'Letters find', code: null },
  { kind: 'secondary', words: 'Somebody looks each week', under: 'We notice', code: null },
  { kind: 'idea', words: 'A letter template agreed with the MDT office', under: 'Less to write', code: '4.3' },
  { kind: 'idea', words: 'A secure mailbox', under: 'One place', code: '4.3' },
  { kind: 'idea', words: 'A weekly call with the list', under: 'Somebody looks', code: '4.3' },
] as const
