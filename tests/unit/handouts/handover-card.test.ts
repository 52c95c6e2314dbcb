import { describe, expect, it } from 'vitest'
import type { HandoutFacts } from '#shared/features/handouts/contract.ts'
import { handoverCard, type HandoverFacts, symptomLines } from '#shared/features/handouts/handover-card.ts'
import { treatmentNow } from '#shared/features/handouts/treatment-now.ts'
import { aHandoutSource, event, NOTHING_RECORDED } from './handout-builders.ts'

const card = (change: Partial<HandoverFacts> = {}) => handoverCard({ ...aHandoutSource(), ...change })

describe('the handover card', () => {
  it('says the same as the mock-up, from the same facts', () => {
    const handout: HandoutFacts = {
      practiceName: 'Brackenfold Surgery',
      contacts: { practicePhone: '01632 960 140', outOfHoursName: 'Oncology line', outOfHoursPhone: '01632 960 199' },
      summary: {
        aim: null,
        alertSymptoms: 'Temperature 38 or over, or shivering\n• Bleeding, or black stools',
        contact: null,
      },
    }
    const made = card({
      handout,
      events: [
        event('surgery', '2026-10-07'),
        event('discharged', '2026-10-12'),
        event('chemotherapy_started', '2026-11-11'),
      ],
      due: [
        {
          kind: 'support_contact',
          document: null,
          dueDate: '2026-12-04',
          lapsesDate: null,
          sourceEventId: null,
          episodeId: null,
        },
      ],
    })
    expect(made).toEqual({
      diagnoses: ['Sigmoid colon, stage 3, 4 Sep 2026'],
      now: 'Chemotherapy since 11 Nov 2026, after surgery 7 Oct 2026',
      aim: null,
      missing: [],
      next: ['Support contact by 4 Dec 2026'],
      hospitalNurse: { name: 'Imogen Clarke', phone: '01632 960 114' },
      hospitalContact: null,
      here: { name: 'Beth Tranter', phone: '01632 960 140' },
      outOfHours: { name: 'Oncology line', phone: '01632 960 199' },
      ringSameDay: ['Temperature 38 or over, or shivering', 'Bleeding, or black stools'],
    })
  })

  it('says nothing that nobody has recorded', () => {
    const source = aHandoutSource()
    const made = handoverCard({
      ...source,
      person: { ...source.person, namedLeadName: null },
      episodes: [],
      events: [],
      due: [],
      handout: NOTHING_RECORDED,
    })
    expect(made).toMatchObject({
      diagnoses: [],
      now: null,
      aim: null,
      hospitalNurse: { name: null, phone: null },
      here: { name: null, phone: null },
      outOfHours: { name: null, phone: null },
      ringSameDay: null,
    })
  })

  it('takes the aim from the summary before that of the diagnosis, and never says "not known" as an aim', () => {
    const [episode] = aHandoutSource().episodes
    if (episode === undefined) throw new Error('a diagnosis')
    const summary = { aim: 'To cure', alertSymptoms: null, contact: null }
    expect(card({ handout: { ...NOTHING_RECORDED, summary } }).aim).toBe('To cure')
    expect(card({ episodes: [{ ...episode, intent: 'Z' }] }).aim).toBe('To control or ease, not to cure')
    expect(card({ episodes: [{ ...episode, intent: '9' }] }).aim).toBeNull()
  })
})

describe('where somebody stands', () => {
  it.each([
    [['told_diagnosis 2026-09-04'], 'Diagnosis told 4 Sep 2026, no treatment recorded yet'],
    [['surgery 2026-10-07'], 'After surgery 7 Oct 2026'],
    [['chemotherapy_started 2026-05-01', 'chemotherapy_finished 2026-08-01'], 'Chemotherapy finished 1 Aug 2026'],
    [
      ['hormone_started 2025-03-02', 'radiotherapy_started 2025-04-01', 'radiotherapy_finished 2025-05-01'],
      'Hormone treatment since 2 Mar 2025',
    ],
    [['hormone_started 2025-03-02', 'treatment_ended 2026-03-02'], 'Treatment finished 2 Mar 2026'],
    [['active_monitoring 2026-02-01'], 'Active monitoring since 1 Feb 2026'],
    [['surgery 2026-10-07', 'died 2026-11-01'], 'Died 1 Nov 2026'],
    [['seen_by_gp 2026-08-04'], null],
  ])('%j: %s', (lines, words) => {
    const events = lines.map((line) => {
      const [type = '', date = ''] = line.split(' ')
      return event(type, date)
    })
    expect(treatmentNow(events)).toBe(words)
  })

  it('says a death that only the details have, and no treatment as going on', () => {
    const { person } = aHandoutSource()
    const died = { ...person, deathDate: { date: '2026-11-01', precision: 'month' as const } }
    expect(card({ person: died, events: [event('chemotherapy_started', '2026-10-05')] }).now).toBe('Died Nov 2026')
  })

  it('keeps a vague date vague', () => {
    expect(treatmentNow([{ ...event('surgery', '2026-10-01'), precision: 'month' }])).toBe('After surgery Oct 2026')
  })
})

describe('symptoms to ring for', () => {
  it('are one a line however they were typed, and none where nothing was', () => {
    expect(symptomLines('Fever; bleeding. Sick all day.')).toEqual(['Fever', 'bleeding', 'Sick all day'])
    expect(symptomLines(' \n ')).toBeNull()
    expect(symptomLines(null)).toBeNull()
  })
})
