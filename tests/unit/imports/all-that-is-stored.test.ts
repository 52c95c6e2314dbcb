import { describe, expect, it } from 'vitest'
import { changesOfNew, decideKnown } from '#core/features/imports/decide.ts'
import type { Incoming } from '#core/features/imports/incoming.ts'
import { ours } from './plan-helpers.ts'

const incoming = (change: Partial<Incoming> = {}): Incoming => ({
  lines: [2],
  person: {
    nhsNumber: '9990000026',
    localId: 'L1',
    title: 'Ms',
    surname: 'Hollis',
    givenName: 'Ada',
    birthDate: '1950-02-01',
    sex: '2',
    postcode: 'ZZ99 3VZ',
    usualGp: 'Dr Rao',
    deathDate: { date: '2026-01-01', precision: 'year' },
  },
  diagnoses: [
    {
      kind: 'recurrence',
      tumourGroup: 'breast',
      site: 'Left chest wall',
      icd10Code: 'C50.9',
      date: { date: '2025-03-03', precision: 'day' },
      stage: '2',
      route: 'urgent_referral',
      hospital: 'St Elsewhere',
    },
  ],
  events: [
    {
      eventType: 'care_review',
      lane: 'primary',
      date: { date: '2025-06-05', precision: 'day' },
      note: 'By telephone',
      keptTerm: null,
    },
  ],
  warnings: [],
  ...change,
})

const DIAGNOSIS =
  'Left chest wall, recurrence, 3 Mar 2025, tumour group: Breast, stage 2, route: Urgent suspected cancer referral, ' +
  'hospital: St Elsewhere, code C50.9'

describe('what is listed before it is stored', () => {
  it('is everything of somebody new', () => {
    expect(changesOfNew(incoming()).map(({ label, theirs }) => [label, theirs])).toEqual([
      ['Title', 'Ms'],
      ['Surname', 'Hollis'],
      ['First name', 'Ada'],
      ['NHS number', '999 000 0026'],
      ['Date of birth', '1 Feb 1950'],
      ['Sex', 'Female'],
      ['Local number', 'L1'],
      ['Postcode', 'ZZ99 3VZ'],
      ['Usual GP', 'Dr Rao'],
      ['Date of death', '2026'],
      ['Diagnosis', DIAGNOSIS],
      ['Event', 'Cancer care review, 5 Jun 2025: By telephone'],
    ])
  })

  it('is everything of a new diagnosis of somebody we have', () => {
    const known = { ...incoming(), person: { ...incoming().person, title: null, deathDate: null } }
    const verdict = decideKnown(known, ours({ local_id: 'L1', postcode: 'ZZ99 3VZ', usual_gp: 'Dr Rao' }), 'x', {
      forAll: {},
      here: [],
    })
    expect(verdict).toMatchObject({
      ok: true,
      decision: { changes: [{ label: 'Diagnosis', theirs: DIAGNOSIS }, { label: 'Event' }] },
    })
  })

  it('says no more of a diagnosis than is known', () => {
    const [plain] = incoming().diagnoses
    if (plain === undefined) throw new Error('no diagnosis')
    const lines = changesOfNew(
      incoming({
        diagnoses: [
          {
            ...plain,
            kind: 'new_primary',
            site: null,
            icd10Code: null,
            date: null,
            stage: null,
            route: 'not_known',
            hospital: null,
          },
        ],
      }),
    )
    expect(lines.find(({ label }) => label === 'Diagnosis')?.theirs).toBe('Breast, date not known')
  })
})
