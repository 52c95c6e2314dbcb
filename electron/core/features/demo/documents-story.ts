import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'

/** One time that a document of the demo was sent. */
interface StoryIssue {
  readonly on: IsoDate
  readonly purpose: string
  readonly recipient: string | null
}

/** A document of the demo's toolkit, told as on 23 November 2026. */
export interface StoryDocument {
  readonly template: string
  readonly title?: string
  /** The day on which it was last written in before its first issue. */
  readonly writtenOn: IsoDate
  /** What was filled into its blanks, without their `ask.`. */
  readonly answers: Readonly<Record<string, string>>
  /** Rows of its table with this heading, instead of the empty ones. */
  readonly table?: { readonly heading: string; readonly rows: readonly (readonly string[])[] }
  /** In how many days it is to be looked at again. Left out: as its template says. */
  readonly reviewInDays?: number
  readonly issues: readonly StoryIssue[]
}

const PROFILE: StoryDocument = {
  template: 'local-situation-profile',
  writtenOn: '2026-02-26',
  answers: {
    population: 'Many of us are over 65, and the hospital is two buses away.',
    'found-note': 'Most people are found by an urgent referral. Those who are not came late to us too.',
    'worry-one': 'Letters that take weeks',
    'worry-two': 'Carers whom nobody asks',
    'worry-three': 'Support that depends on who remembers',
    'unknown-one': 'Why fewer people from the terraces come to screening',
    'unknown-two': 'How long people waited before they rang us',
  },
  issues: [
    { on: '2026-03-02', purpose: 'The partners’ meeting', recipient: 'Brackenfold partners' },
    { on: '2026-09-02', purpose: 'The autumn meeting of the network', recipient: 'Ferrin Vale cancer network' },
  ],
}

const PROTOCOL: StoryDocument = {
  template: 'register-protocol',
  writtenOn: '2025-11-24',
  answers: {
    'skin-rule': 'Kept apart, and counted only where somebody asks for it',
    coder: 'Mina Kettle',
    registration: 'Mina Kettle',
    coordinator: 'Beth Tranter',
    manager: 'The practice manager',
    'safety-lead': 'the clinical safety lead',
    'ig-lead': 'the practice manager',
    from: 'the day of this issue',
  },
  reviewInDays: 8,
  issues: [{ on: '2025-12-01', purpose: 'Agreed by the partners', recipient: null }],
}

const PEOPLE_TO_KNOW: StoryDocument = {
  template: 'people-to-know',
  writtenOn: '2026-05-12',
  answers: {
    'single-contact': 'Harbour Cancer Support, 01632 960 156',
    'acute-oncology': 'Wexcombe General switchboard, 01632 960 150',
    'out-of-hours': 'Ferrin Vale out of hours, 01632 960 199',
    'gap-one': 'Somebody for children whose parent is ill',
    'gap-two': 'An interpreter who can come at a day’s notice',
    owner: 'Mina Kettle',
    'checked-on': 'the week of this issue',
  },
  reviewInDays: 172,
  issues: [{ on: '2026-05-14', purpose: 'For every desk in the practice', recipient: null }],
}

const AUDIT: StoryDocument = {
  template: 'letter-audit',
  title: 'Letter audit, second round',
  writtenOn: '2026-11-18',
  answers: { auditor: 'Beth Tranter and Mina Kettle', 'letter-kind': 'discharge letters' },
  issues: [],
}

const DEVELOPMENT: StoryDocument = {
  template: 'development-plan',
  writtenOn: '2026-10-27',
  answers: { why: 'So that nobody waits between two desks. I like to see how the pieces fit.' },
  issues: [],
}

const minutes = (day: (day: IsoDate) => IsoDate): StoryDocument => {
  const on = (date: IsoDate): string => formatIsoDate(day(date))
  return {
    template: 'meeting-minutes',
    title: 'Practice meeting, November',
    writtenOn: '2026-11-09',
    answers: {
      meeting: 'Practice meeting',
      'meeting-date': on('2026-11-09'),
      present: 'Dr Anjali Rao, Beth Tranter, Tunde Eze, Mina Kettle',
      apologies: 'Nobody',
      chair: 'Dr Anjali Rao',
      'decision-one': 'The weekly call to the MDT office stays until the mailbox has run for a quarter.',
      'decision-two': 'The care review template is shown once more in December.',
      'decision-three': 'None',
      'learning-note': 'A normal blood test is not an answer: we ring again when symptoms stay.',
      'figure-note': 'Letters come sooner than in spring. One good month is not yet a change.',
      'not-settled': 'Who asks carers when a clinic runs late. January’s meeting.',
      'to-hospital': 'On which day the mailbox opens',
      'to-network': 'That the template may be shared',
      'to-people': 'None',
      'next-meeting': on('2026-12-14'),
    },
    table: {
      heading: 'What',
      rows: [
        ['Ring the office manager about the mailbox', 'Mina Kettle', on('2026-12-04'), '4.3'],
        ['Show the care review template', 'Beth Tranter', on('2026-12-14'), '4.5'],
        ['Put the register protocol on the shared drive', 'Mina Kettle', on('2026-11-16'), '1.2'],
      ],
    },
    issues: [{ on: '2026-11-09', purpose: 'Sent to everybody who was there', recipient: 'Practice team' }],
  }
}

/** What the demo's lead has written in the toolkit. @param day where a day of the story lies around today. */
export const storyDocuments = (day: (day: IsoDate) => IsoDate): readonly StoryDocument[] => [
  PROFILE,
  PROTOCOL,
  PEOPLE_TO_KNOW,
  minutes(day),
  AUDIT,
  DEVELOPMENT,
]
