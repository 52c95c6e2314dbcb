import { describe, expect, it } from 'vitest'
import { previewPage } from '#core/features/imports/preview-rows.ts'
import { HEADINGS, ours, planOf, rejections } from './plan-helpers.ts'

const row = (change: Partial<Record<(typeof HEADINGS)[number], string>>): string[] =>
  HEADINGS.map((heading) => change[heading] ?? '')
const ada = { 'NHS number': '999 000 0026', Surname: 'Hollis', 'First name': 'Ada', 'Date of birth': '01/02/1950' }
const lung = { Cancer: 'Malignant tumour of lung', 'Diagnosis date': '03/04/2024' }

describe('two rows of a file for one person', () => {
  it('become one person when they agree', () => {
    const plan = planOf([
      HEADINGS,
      row({ ...ada, ...lung }),
      row({ ...ada, 'NHS number': '', 'Care review date': '01/02/2025' }),
    ])
    expect(plan.preview.counts).toMatchObject({
      rowsIn: 2,
      rows: { new: 2 },
      people: { new: 1 },
      diagnosesAdded: 1,
      eventsAdded: 1,
    })
  })

  it('tell the same diagnosis once and fill each other in', () => {
    const plan = planOf([HEADINGS, row({ ...ada, ...lung }), row({ ...ada, ...lung, Stage: 'IIIB', Sex: 'F' })])
    expect(plan.planned[0]?.incoming).toMatchObject({
      person: { sex: '2' },
      diagnoses: [{ site: 'Lung', stage: '3B' }],
    })
  })

  it.each([
    [
      'two people under one number',
      { Surname: 'Bell', 'First name': 'Sue', 'Date of birth': '05/06/1940' },
      'Two people in the file have this NHS number',
    ],
    ['another surname', { Surname: 'Bell' }, 'Rows for one person do not agree on the surname'],
    ['another sex', { Sex: 'M' }, 'Rows for one person do not agree on the sex'],
    ['another stage of one cancer', { ...lung, Stage: '4' }, 'Rows for one person do not agree on the stage'],
  ])('are all rejected when they do not: %s', (_what, change, reason) => {
    const plan = planOf([HEADINGS, row({ ...ada, Sex: 'F', ...lung, Stage: '2' }), row({ ...ada, ...change })])
    expect(rejections(plan)).toEqual([
      [2, reason],
      [3, reason],
    ])
  })

  it('stay two people under two numbers, and each says so', () => {
    const plan = planOf([HEADINGS, row(ada), row({ ...ada, 'NHS number': '9990000018' })])
    expect(plan.preview.counts.people.new).toBe(2)
    expect(plan.planned.map(({ incoming }) => incoming?.warnings)).toEqual([
      ['Line 3 has the same name and date of birth under another NHS number'],
      ['Line 2 has the same name and date of birth under another NHS number'],
    ])
  })

  it('are not joined where a row without a number fits both', () => {
    const plan = planOf([
      HEADINGS,
      row(ada),
      row({ ...ada, 'NHS number': '9990000018' }),
      row({ ...ada, 'NHS number': '' }),
    ])
    expect(rejections(plan)).toEqual([
      [4, 'No NHS number, and two people in the file have this name and date of birth'],
    ])
  })
})

describe('somebody of the register', () => {
  it('is found without an NHS number by name, birth and first name, and gets the number', () => {
    const plan = planOf([HEADINGS, row(ada)], [ours({ nhs_number: null, local_id: 'L1' })])
    expect(plan.planned[0]?.decision).toMatchObject({
      outcome: 'changed',
      matchedOn: 'Surname, date of birth and first name',
      patch: { nhs_number: '9990000026' },
    })
  })

  it('is found by a local number where the first name is another', () => {
    const plan = planOf(
      [HEADINGS, row({ ...ada, 'NHS number': '', 'Local number': 'L1', 'First name': 'Peg' })],
      [ours({ nhs_number: null, local_id: 'L1' })],
    )
    expect(plan.planned[0]?.decision).toMatchObject({
      outcome: 'changed',
      matchedOn: 'Surname, date of birth and local number',
      patch: { given_name: 'Peg' },
    })
  })

  it('is not chosen between two who fit', () => {
    const twins = [
      ours({ id: 'p1', nhs_number: null, local_id: 'L1' }),
      ours({ id: 'p2', nhs_number: null, local_id: 'L2' }),
    ]
    expect(rejections(planOf([HEADINGS, row(ada)], twins))).toEqual([
      [2, 'More than one person on the register has this name and date of birth'],
    ])
  })

  it('keeps a full first name where the file has the initial, and ours in capitals or not', () => {
    const plan = planOf([HEADINGS, row({ ...ada, Surname: 'HOLLIS', 'First name': 'A' })], [ours()])
    expect(plan.planned[0]?.decision).toMatchObject({ outcome: 'same', patch: {} })
  })

  it('is never met twice by one file', () => {
    const plan = planOf(
      [HEADINGS, row(ada), row({ ...ada, 'NHS number': '', 'Local number': 'L1', Surname: 'Hollis-Bell' })],
      [ours({ local_id: 'L1' })],
    )
    expect(plan.preview.counts.people).toMatchObject({ same: 1, new: 1 })
    const met = planOf(
      [HEADINGS, row(ada), row({ ...ada, 'NHS number': '', Surname: 'Holis', 'First name': 'Ada' })],
      [ours({ surname: 'Holis' })],
    )
    expect(rejections(met)).toEqual([[3, 'Another row of the file is for the same person on the register']])
  })
})

describe('a diagnosis of somebody on the register', () => {
  it.each([
    [
      'a vaguer date',
      { diagnosis_date: '2024-04-01', diagnosis_date_precision: 'month' },
      { diagnosis_date: '2024-04-03', diagnosis_date_precision: 'day' },
    ],
    [
      'no date',
      { diagnosis_date: null, diagnosis_date_precision: null },
      { diagnosis_date: '2024-04-03', diagnosis_date_precision: 'day' },
    ],
  ] as const)('gets a better date in place of %s', (_what, episode, patch) => {
    const plan = planOf([HEADINGS, row({ ...ada, ...lung })], [ours({}, [episode])])
    expect(plan.planned[0]?.decision).toMatchObject({
      outcome: 'changed',
      diagnoses: [],
      episodePatches: [{ id: 'e1', patch }],
    })
  })

  it('stays as it is where ours is more exact', () => {
    const plan = planOf([HEADINGS, row({ ...ada, ...lung, 'Diagnosis date': '2024' })], [ours({}, [{}])])
    expect(plan.planned[0]?.decision.outcome).toBe('same')
  })

  it('is added where it is another cancer', () => {
    const plan = planOf([HEADINGS, row({ ...ada, Cancer: 'Ca prostate', 'Diagnosis date': '2025' })], [ours({}, [{}])])
    expect(plan.planned[0]?.decision).toMatchObject({ outcome: 'changed', diagnoses: [{ tumourGroup: 'prostate' }] })
  })

  it('of the same cancer again is kept beside the one we have, when the file tells of both', () => {
    const plan = planOf(
      [HEADINGS, row({ ...ada, ...lung }), row({ ...ada, ...lung, 'Diagnosis date': '09/09/2026' })],
      [ours({}, [{}])],
    )
    expect(plan.planned[0]?.decision).toMatchObject({
      outcome: 'changed',
      diagnoses: [{ date: { date: '2026-09-09' } }],
    })
    expect(plan.planned[0]?.incoming?.warnings).toEqual([
      'The file has two diagnoses of the same cancer on different dates. Both are kept',
    ])
  })
})

describe('somebody new', () => {
  it.each([
    [
      'a surname or a local number',
      { ...ada, Surname: '' },
      'New to the register, without a surname or a local number',
    ],
    [
      'a number of any kind',
      { ...ada, 'NHS number': '' },
      'New to the register, without an NHS number or a local number',
    ],
  ])('needs %s', (_what, change, reason) => {
    expect(rejections(planOf([HEADINGS, row(change)]))).toEqual([[2, reason]])
  })

  it('shows no more of a name that is too long than a screen can lay out', async () => {
    const plan = planOf([HEADINGS, row({ ...ada, Surname: 'A'.repeat(200_000) })])
    const noOne = (): never => expect.fail('nobody is looked up or read again')
    const { rows } = await previewPage(noOne, { plan, readAgain: noOne }, 'rejected', 0, 10)
    expect(rows).toMatchObject([{ surname: `${'A'.repeat(119)}…`, reason: 'Surname is longer than 80 letters' }])
  })

  it.each([
    ['first name', { ...ada, 'First name': '' }],
    ['first name and date of birth', { ...ada, 'First name': '', 'Date of birth': '' }],
    ['surname, where there is a local number', { 'NHS number': ada['NHS number'], 'Local number': 'QX-1' }],
    ['name, date of birth or NHS number, where there is a local number', { 'Local number': 'QX-1' }],
  ])('needs no %s', (_what, cells) => {
    expect(planOf([HEADINGS, row(cells)]).preview.counts.people).toMatchObject({ new: 1, rejected: 0 })
  })
})

describe('a local number and no name or date of birth', () => {
  const byLocal = { 'Local number': 'QX-1', Sex: 'F' }

  it('joins two rows of the file', () => {
    const plan = planOf([HEADINGS, row(byLocal), row({ 'Local number': 'QX-1', ...lung })])
    expect(plan.preview.counts).toMatchObject({ people: { new: 1 }, diagnosesAdded: 1 })
  })

  it('joins two rows of the file, whichever of them has the name', () => {
    const named = { 'Local number': 'QX-1', Surname: 'Hollis', 'First name': 'Ada', 'Date of birth': '01/02/1950' }
    const bare = { 'Local number': 'QX-1' }
    for (const rows of [
      [row(bare), row(named)],
      [row(named), row(bare)],
    ])
      expect(planOf([HEADINGS, ...rows]).preview.counts.people.new).toBe(1)
  })

  it('joins neither of two people in the file', () => {
    const plan = planOf([
      HEADINGS,
      row({ ...ada, 'Local number': 'QX-1' }),
      row({ ...ada, 'NHS number': '9990000018', 'Local number': 'QX-1', Surname: 'Bell' }),
      row(byLocal),
    ])
    expect(rejections(plan)).toEqual([[4, 'No NHS number, and two people in the file have this local number']])
  })

  it('finds the one on the register, and never adds them again', () => {
    const plan = planOf([HEADINGS, row(byLocal)], [ours({ local_id: 'QX-1' })])
    expect(plan.planned.map(({ decision }) => [decision.outcome, decision.matchedOn])).toEqual([
      ['same', 'Local number'],
    ])
  })

  it('is where a name is filled in later', () => {
    const nameless = ours({ nhs_number: null, local_id: 'QX-1', surname: '', given_name: '', birth_date: null })
    const [planned] = planOf([HEADINGS, row({ ...ada, 'Local number': 'QX-1' })], [nameless]).planned
    expect(planned?.decision.patch).toMatchObject({ surname: 'Hollis', given_name: 'Ada', nhs_number: '9990000026' })
    expect(planned?.decision.changes.find(({ label }) => label === 'Surname')).toMatchObject({ ours: null })
  })

  it.each([
    [
      'two people',
      [{ id: 'p1' }, { id: 'p2', nhs_number: null }],
      {},
      'More than one person on the register has this local number',
    ],
    [
      'another NHS number',
      [{}],
      { 'NHS number': '9990000018' },
      'This local number is on the register under another NHS number',
    ],
    [
      'another date of birth',
      [{}],
      { 'Date of birth': '01/02/1951' },
      'This local number is on the register with another date of birth',
    ],
    [
      'another name',
      [{}],
      { Surname: 'Bell', 'First name': 'Sue' },
      'This local number is on the register under another name',
    ],
  ])('is refused where the register has %s', (_what, people, cells, reason) => {
    const register = people.map((change) => ours({ local_id: 'QX-1', ...change }))
    expect(rejections(planOf([HEADINGS, row({ ...byLocal, ...cells })], register))).toEqual([[2, reason]])
  })
})
