/** The plan of the demo practice around its actions, told as on 23 November 2026. */
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
