import { describe, expect, it } from 'vitest'
import { callPrompt, draftBody, type DraftFacts, type DraftItem, draftLetter } from '#shared/features/letters/draft.ts'

const surgery = { eventType: 'surgery', date: '2026-10-07', precision: 'day' } as const
const home = { eventType: 'discharged', date: '2026-10-12', precision: 'day' } as const
const discharge: DraftItem = { document: 'discharge', slot: null, askedFor: null, source: home, since: surgery }
const clinic: DraftItem = {
  document: 'clinic',
  slot: null,
  askedFor: null,
  source: { eventType: 'oncology_clinic', date: '2026-11-01', precision: 'month' },
  since: { eventType: 'oncology_clinic', date: '2026-11-01', precision: 'month' },
}

const facts = (items: readonly DraftItem[], change: Partial<DraftFacts> = {}): DraftFacts => ({
  person: {
    id: 'somebody',
    title: 'Mrs',
    surname: 'Ashworth',
    givenName: 'Maureen',
    nhsNumber: '9990000018',
    localId: null,
    birthDate: '1958-03-14',
    sex: '2',
  },
  hospital: 'Wexcombe General',
  department: 'Ward clerk, Larch Ward',
  phone: '01632 960 208',
  items,
  practiceName: 'Brackenfold Surgery',
  userName: 'Beth Tranter',
  jobTitle: 'Practice nurse',
  askedOn: [],
  today: '2026-11-23',
  ...change,
})

describe('the drafted letter', () => {
  it('says to whom, about whom, what is missing since when, what to send and who asks', () => {
    expect(draftLetter(facts([discharge]))).toBe(`Brackenfold Surgery
23 Nov 2026

To: Ward clerk, Larch Ward, Wexcombe General

About your patient
ASHWORTH, Maureen (Mrs)
Born 14 Mar 1958
NHS number 999 000 0018

We have not had the discharge letter, 47 days after surgery on 7 Oct 2026.

Please send: the operation or treatment, what it was meant to achieve, medicines changed, what we should watch for, and who to ring.

If it was never written, please tell us so, and who can tell us what we need to know.

Thank you
Beth Tranter, Practice nurse
Brackenfold Surgery`)
  })

  it('counts no days from a date without a day', () => {
    expect(draftBody(facts([clinic]))).toContain(
      'We have not had the oncology letter after the oncology clinic (Nov 2026).',
    )
  })

  it('asks for each of several letters, and says when it asked before', () => {
    const body = draftBody(facts([discharge, clinic], { askedOn: ['2026-11-02', '2026-11-16'] }))
    expect(body).toContain('- discharge letter: ')
    expect(body).toContain('- clinic letter: ')
    expect(body).toContain('We asked before, on 2 Nov 2026 and 16 Nov 2026.')
  })

  it('asks for a part that is missing from a summary, and for anything in words', () => {
    const summary = { eventType: 'treatment_summary', date: '2026-09-20', precision: 'day' } as const
    const aim: DraftItem = {
      document: 'treatment_summary',
      slot: 'aim',
      askedFor: null,
      source: summary,
      since: summary,
    }
    const words: DraftItem = { document: null, slot: null, askedFor: 'the histology', source: null, since: null }
    const body = draftBody(facts([aim, words]))
    expect(body).toContain(
      'Your treatment summary of 20 Sep 2026 does not say whether the treatment was meant to cure.',
    )
    expect(body).toContain('We would like to know: the histology.')
  })

  it('goes to the secretary where no department is known, and says so of a number that is not', () => {
    const { person } = facts([])
    const letter = draftLetter(
      facts([discharge], { department: null, hospital: null, person: { ...person, nhsNumber: null } }),
    )
    expect(letter).toContain('To: The secretary')
    expect(letter).toContain('NHS number not known to us')
  })
})

describe('what to say on the telephone', () => {
  it('begins with whom to ask for and ends with what to write down', () => {
    const lines = callPrompt(facts([discharge]))
    expect(lines[0]).toBe('Ask for Ward clerk, Larch Ward, Wexcombe General, 01632 960 208.')
    expect(lines).toContain('- NHS number 999 000 0018')
    expect(lines.at(-1)).toContain('Write down the name and the day')
  })
})
