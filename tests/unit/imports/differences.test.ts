import { describe, expect, it } from 'vitest'
import type { Decision } from '#core/features/imports/decide.ts'
import type { CancerEpisodeTable, PersonTable } from '#core/db/schema.ts'
import type { DifferenceChoices } from '#shared/features/imports/schema.ts'
import { HEADINGS, ours, planOf } from './plan-helpers.ts'

type Cells = Partial<Record<(typeof HEADINGS)[number], string>>
const ada: Cells = {
  'NHS number': '999 000 0026',
  Surname: 'Hollis',
  'First name': 'Ada',
  'Date of birth': '01/02/1950',
}
const lung: Cells = { Cancer: 'Malignant tumour of lung', 'Diagnosis date': '03/04/2024' }
const OTHER_DATE: Cells = { ...lung, 'Diagnosis date': '03/05/2024' }

interface Register {
  readonly person?: Partial<PersonTable>
  readonly episodes?: readonly Partial<CancerEpisodeTable>[]
}

const plan = (cells: Cells, { person, episodes }: Register, choices: Partial<DifferenceChoices> = {}) =>
  planOf([HEADINGS, HEADINGS.map((heading) => cells[heading] ?? '')], [ours(person, episodes)], {
    forAll: {},
    here: [],
    ...choices,
  })

const decided = (cells: Cells, register: Register, choices: Partial<DifferenceChoices> = {}): Decision => {
  const [first] = plan({ ...ada, ...cells }, register, choices).planned
  if (first === undefined) throw new Error('nobody was planned')
  return first.decision
}

describe('where the file and the register say different things', () => {
  it('keeps ours and says so, where a file cannot know better', () => {
    expect(decided({ Sex: 'M', 'Local number': 'L9' }, { person: { local_id: 'L1' } })).toMatchObject({
      outcome: 'conflict',
      patch: {},
      changes: [
        { label: 'Local number', ours: 'L1', theirs: 'L9', taken: false, difference: { chosen: 'nobody' } },
        { label: 'Sex', ours: 'Female', theirs: 'Male', taken: false, difference: { chosen: 'nobody' } },
      ],
    })
  })

  it('takes theirs where somebody chose so for all of the kind', () => {
    expect(decided({ Sex: 'M' }, {}, { forAll: { sex: 'theirs' } })).toMatchObject({
      outcome: 'conflict',
      patch: { sex: '1' },
      changes: [{ taken: true, difference: { code: 'sex', choice: 'theirs', chosen: 'for-all' } }],
    })
  })

  it('puts what was chosen for one person above what was chosen for all', () => {
    const here = [{ line: 2, code: 'sex', nth: 0, choice: 'ours' } as const]
    expect(decided({ Sex: 'M' }, {}, { forAll: { sex: 'theirs' }, here })).toMatchObject({
      patch: {},
      changes: [{ taken: false, difference: { chosen: 'here' } }],
    })
  })

  it('takes a newer surname without asking, and keeps ours beside it where both are chosen', () => {
    expect(decided({ Surname: 'Bell' }, {})).toMatchObject({ outcome: 'changed', patch: { surname: 'Bell' } })
    expect(decided({ Surname: 'Bell' }, {}, { forAll: { surname: 'both' } }).patch).toEqual({
      surname: 'Bell',
      previous_surname: 'Hollis',
    })
    expect(decided({ Surname: 'Bell' }, {}, { forAll: { surname: 'ours' } })).toMatchObject({
      outcome: 'same',
      patch: {},
    })
  })

  it('goes by what stands where a choice is none of those offered', () => {
    expect(decided({ Sex: 'M' }, {}, { forAll: { sex: 'both' } })).toMatchObject({
      patch: {},
      changes: [{ taken: false, difference: { choice: 'ours', chosen: 'nobody' } }],
    })
  })

  it('keeps our stage, and shows theirs', () => {
    expect(decided({ ...lung, Stage: '3' }, { episodes: [{ stage: '1' }] })).toMatchObject({
      outcome: 'conflict',
      episodePatches: [],
      changes: [{ label: 'Stage', ours: '1', theirs: '3', taken: false }],
    })
  })
})

describe('the same cancer on another date', () => {
  it('is neither moved nor added while nobody chooses, and its blanks are filled all the same', () => {
    expect(decided({ ...OTHER_DATE, Stage: '3' }, { episodes: [{}] })).toMatchObject({
      outcome: 'conflict',
      diagnoses: [],
      episodePatches: [{ id: 'e1', patch: { stage: '3' } }],
      changes: [
        { label: 'Diagnosis date', ours: '3 Apr 2024', theirs: '3 May 2024', taken: false },
        { label: 'Stage', taken: true },
      ],
    })
  })

  it('is moved where theirs is taken', () => {
    expect(decided(OTHER_DATE, { episodes: [{}] }, { forAll: { diagnosis_date: 'theirs' } })).toMatchObject({
      diagnoses: [],
      episodePatches: [{ id: 'e1', patch: { diagnosis_date: '2024-05-03', diagnosis_date_precision: 'day' } }],
    })
  })

  it('is a second cancer where both are kept', () => {
    expect(decided(OTHER_DATE, { episodes: [{}] }, { forAll: { diagnosis_date: 'both' } })).toMatchObject({
      diagnoses: [{ tumourGroup: 'lung', date: { date: '2024-05-03' } }],
      episodePatches: [],
    })
  })
})

describe('the counts of a file', () => {
  it('say how many people are in conflict and how many of them nobody has chosen about', () => {
    const register = { episodes: [{}] }
    expect(plan({ ...ada, ...OTHER_DATE }, register).preview).toMatchObject({
      counts: { rows: { conflict: 1 }, people: { conflict: 1 }, peopleToChoose: 1, diagnosesAdded: 0 },
      differences: [{ code: 'diagnosis_date', people: 1, forAll: null }],
    })
    expect(plan({ ...ada, ...OTHER_DATE }, register, { forAll: { diagnosis_date: 'both' } }).preview).toMatchObject({
      counts: { people: { conflict: 1 }, peopleToChoose: 0, diagnosesAdded: 1 },
      differences: [{ code: 'diagnosis_date', forAll: 'both' }],
    })
  })
})

describe('two diagnoses that differ in the same', () => {
  const both: Cells = { ...ada, ...OTHER_DATE, Stage: '3' }
  const register: Register = {
    episodes: [
      { stage: '1' },
      {
        tumour_group: 'prostate',
        site: 'Prostate',
        diagnosis_date: '2023-05-05',
        stage: '2',
      },
    ],
  }
  const prostate: Cells = { ...ada, Cancer: 'Ca prostate', 'Diagnosis date': '05/05/2023', Stage: '4' }
  const rows = [both, prostate].map((cells) => HEADINGS.map((heading) => cells[heading] ?? ''))

  it('keep each its own choice when the first is kept as a second cancer', () => {
    const here = [
      { line: 2, code: 'stage', nth: 0, choice: 'theirs' },
      { line: 2, code: 'diagnosis_date', nth: 0, choice: 'both' },
    ] as const
    const [first] = planOf([HEADINGS, ...rows], [ours(register.person, register.episodes)], {
      forAll: {},
      here: [...here],
    }).planned
    expect(first?.decision).toMatchObject({
      diagnoses: [{ tumourGroup: 'lung', stage: '3' }],
      episodePatches: [],
      changes: [
        { label: 'Diagnosis date', difference: { choice: 'both' } },
        { label: 'Diagnosis', theirs: 'Lung, 3 May 2024, stage 3', taken: true },
        { label: 'Stage', ours: '2', theirs: '4', taken: false, difference: { nth: 1, chosen: 'nobody' } },
      ],
    })
  })
})
