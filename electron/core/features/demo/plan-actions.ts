import { PEOPLE, STANDARDS } from './plan-actions-of-care.ts'
import { EZE, KETTLE, met, RAO, type StoryAction, toMeet, TRANTER, update } from './plan-telling.ts'

/** The actions under objectives 1 to 3, told as on 23 November 2026. */

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

/** Every action of the demo practice's plan, by code. */
export const STORY_ACTIONS: readonly StoryAction[] = [...LEADING, ...NETWORK, ...SERVICES, ...STANDARDS, ...PEOPLE]
