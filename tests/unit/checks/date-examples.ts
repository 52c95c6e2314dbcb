import { day, dead, event, type Example, leukaemia, month, year } from './check-builders.ts'

/** Dates against each other. */
export const DATE_EXAMPLES: Readonly<Record<string, Example>> = {
  'diagnosed-before-birth': {
    asks: [{ episode: { diagnosisDate: year('1957-01-01') }, events: [] }],
    passes: [{ episode: { ...leukaemia, diagnosisDate: year('1958-01-01') }, events: [] }],
  },
  'diagnosed-in-future': {
    asks: [{ episode: { diagnosisDate: day('2026-11-24') }, events: [] }],
    passes: [{ episode: { diagnosisDate: year('2026-01-01') } }],
  },
  'diagnosed-after-death': {
    asks: [{ person: { deathDate: day('2026-09-01') }, events: [] }],
    passes: [
      { person: { deathDate: day('2026-09-01') }, events: [], episode: { basis: '0' } },
      { person: { deathDate: month('2026-09-01') }, events: [] },
    ],
  },
  'symptom-after-diagnosis': {
    asks: [{ events: [event('v1', 'symptom_noticed', month('2026-10-01'))] }],
    passes: [
      { events: [event('v1', 'symptom_noticed', year('2026-01-01'))] },
      { events: [event('v1', 'symptom_noticed', month('2026-10-01'), { episodeId: null })] },
    ],
  },
  'told-before-diagnosis': {
    asks: [{ events: [event('v3', 'told_diagnosis', day('2026-08-01'))] }],
    passes: [{ events: [event('v3', 'told_diagnosis', day('2026-08-04'))] }],
  },
  'treated-before-diagnosis': {
    asks: [
      { events: [event('v4', 'surgery', day('2026-07-01'))] },
      { events: [event('v6', 'radiotherapy_started', day('2026-08-01'))] },
    ],
    passes: [{ events: [event('v4', 'surgery', day('2026-07-05'))] }],
  },
  'event-before-birth': {
    asks: [{ events: [event('v4', 'other', year('1957-01-01'))] }],
    passes: [{ events: [event('v4', 'other', year('1958-01-01'))] }],
  },
  'event-in-future': {
    asks: [{ events: [event('v4', 'ct_scan', day('2026-11-24'))] }],
    passes: [{ events: [event('v4', 'ct_scan', year('2026-01-01'))] }],
  },
  'done-after-death': {
    asks: [{ person: dead, events: [event('v4', 'surgery', day('2026-11-11'))] }],
    passes: [
      { person: dead, events: [event('v4', 'bereavement_contact', day('2026-11-20'))] },
      { person: dead, events: [event('v4', 'clinic_letter', day('2026-11-20'))] },
      { person: { deathDate: month('2026-11-01') }, events: [event('v4', 'surgery', day('2026-11-22'))] },
    ],
  },
  'sent-after-death': {
    asks: [{ person: dead, events: [event('v4', 'care_review_invitation', day('2026-11-20'))] }],
    passes: [{ person: dead, events: [event('v4', 'care_review_invitation', day('2026-11-10'))] }],
  },
  'told-before-referral': {
    asks: [
      { events: [event('v3', 'told_diagnosis', day('2026-09-04')), event('v2', 'urgent_referral', day('2026-09-05'))] },
    ],
    passes: [
      {
        events: [
          event('v3', 'told_diagnosis', day('2026-09-04')),
          event('v2', 'urgent_referral', day('2026-09-05'), { pathwayId: 'w2' }),
        ],
      },
      {
        events: [event('v3', 'told_diagnosis', day('2026-09-04')), event('v2', 'urgent_referral', month('2026-09-01'))],
      },
    ],
  },
  'finished-before-started': {
    asks: [
      {
        events: [
          event('v6', 'chemotherapy_started', day('2026-11-02')),
          event('v7', 'chemotherapy_finished', day('2026-10-30')),
        ],
      },
    ],
    passes: [
      {
        events: [
          event('v6', 'chemotherapy_started', month('2026-10-01')),
          event('v7', 'chemotherapy_finished', day('2026-10-30')),
        ],
      },
    ],
  },
  'event-twice': {
    asks: [
      { events: [event('v4', 'surgery', day('2026-10-01')), event('v8', 'surgery', day('2026-10-01'))] },
      {
        person: { deathDate: null },
        events: [event('v8', 'died', day('2026-10-01')), event('v9', 'died', year('2026-01-01'))],
      },
    ],
    passes: [
      { events: [event('v4', 'surgery', month('2026-10-01')), event('v8', 'surgery', month('2026-10-01'))] },
      {
        events: [
          event('v4', 'nurse_phone_call', day('2026-10-01')),
          event('v8', 'nurse_phone_call', day('2026-10-01')),
        ],
      },
    ],
  },
  'letter-before-event': {
    asks: [
      {
        events: [
          event('v5', 'discharge_letter', day('2026-09-30'), { answersEventId: 'v4' }),
          event('v4', 'surgery', day('2026-10-01')),
        ],
      },
    ],
    passes: [
      {
        events: [
          event('v5', 'discharge_letter', month('2026-10-01'), { answersEventId: 'v4' }),
          event('v4', 'surgery', day('2026-10-02')),
        ],
      },
    ],
  },
}
