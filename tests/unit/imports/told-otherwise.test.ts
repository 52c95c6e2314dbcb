import { describe, expect, it } from 'vitest'
import { HEADINGS, ours, planOf, rejections } from './plan-helpers.ts'

const row = (change: Partial<Record<(typeof HEADINGS)[number], string>>): string[] =>
  HEADINGS.map((heading) => change[heading] ?? '')
const ada = { 'NHS number': '999 000 0026', Surname: 'Hollis', 'First name': 'Ada', 'Date of birth': '01/02/1950' }
const lung = { Cancer: 'Malignant tumour of lung', 'Diagnosis date': '03/04/2024' }

describe('rows of a file for one person', () => {
  it.each([
    ['ICD-10 code', ['C18.7', '', ''], ['C18.2', '', '']],
    ['hospital', ['', 'Aldermoor General', ''], ['', 'St Elsewhere', '']],
    ['route to diagnosis', ['', '', 'Screening'], ['', '', 'Emergency']],
  ])('lose nothing of one diagnosis where they do not agree on the %s', (what, one, other) => {
    const start = ['9990000026', 'Hollis', 'Ada', '01/02/1950', 'Colon', '03/04/2024']
    const headings = ['NHS number', 'Surname', 'First name', 'Date of birth', 'Cancer', 'Diagnosis date']
    const lists = [
      [...headings, 'ICD-10 code', 'Hospital', 'Route'],
      [...start, ...one],
      [...start, ...other],
    ]
    const reason = `Rows for one person do not agree on the ${what}`
    expect(rejections(planOf(lists))).toEqual([
      [2, reason],
      [3, reason],
    ])
  })

  it('keep the longer of two codes of which one only says less, and a hospital in capitals', () => {
    const start = ['9990000026', 'Hollis', 'Ada', '01/02/1950', '03/04/2024']
    const plan = planOf([
      ['NHS number', 'Surname', 'First name', 'Date of birth', 'Diagnosis date', 'ICD-10 code', 'Hospital'],
      [...start, 'C18', 'Aldermoor General'],
      [...start, 'C18.7', 'ALDERMOOR GENERAL'],
    ])
    expect(plan.planned[0]?.decision.diagnoses).toMatchObject([{ icd10Code: 'C18.7', hospital: 'Aldermoor General' }])
  })

  it('keep two exact events of one kind beside a vague one that could be either', () => {
    const reviews = ['Feb 2025', '14/02/2025', '2025', '20/02/2025', '14/02/2025']
    const plan = planOf([HEADINGS, ...reviews.map((on) => row({ ...ada, 'Care review date': on }))])
    expect(plan.planned[0]?.decision.events.map(({ date }) => date)).toEqual([
      { date: '2025-02-14', precision: 'day' },
      { date: '2025-02-20', precision: 'day' },
    ])
  })

  it('cannot tell of anything before the birth that only one of them has', () => {
    const plan = planOf([HEADINGS, row(ada), row({ 'NHS number': '9990000026', ...lung, 'Diagnosis date': '1949' })])
    expect(rejections(plan).map(([, reason]) => reason)).toEqual([
      'Diagnosis date is before the date of birth',
      'Diagnosis date is before the date of birth',
    ])
  })
})

describe('what happened to somebody on the register', () => {
  const review = (date: string, precision: 'day' | 'month' | 'year') => ({
    id: `e-${date}`,
    person_id: 'p1',
    event_type: 'care_review',
    event_date: date,
    event_date_precision: precision,
    note: null,
  })
  const decided = (events: Parameters<typeof ours>[2], ...reviews: string[]) => {
    const rows = reviews.map((on) => row({ ...ada, 'Care review date': on }))
    return planOf([HEADINGS, ...rows], [ours({}, [], events)]).planned[0]?.decision
  }
  const told = (events: Parameters<typeof ours>[2], ...reviews: string[]): string[] =>
    decided(events, ...reviews)?.events.map(({ date }) => date.date) ?? []

  it('takes the more exact date where there is no doubt which event it is', () => {
    const vague = review('2025-02-01', 'month')
    const patches = [{ id: 'e-2025-02-01', patch: { event_date: '2025-02-14', event_date_precision: 'day' } }]
    expect(decided([vague], '14/02/2025')).toMatchObject({
      outcome: 'changed',
      events: [],
      eventPatches: patches,
      changes: [{ label: 'Cancer care review', ours: 'Feb 2025', theirs: '14 Feb 2025', taken: true }],
    })
    expect(decided([vague, review('2025-02-20', 'day')], '14/02/2025', '20/02/2025')?.eventPatches).toEqual(patches)
    expect(decided([vague], '14/02/2025', '20/02/2025')?.eventPatches).toEqual([])
    expect(decided([vague, review('2025-01-01', 'year')], '14/02/2025')?.eventPatches).toEqual([])
    expect(decided([review('2025-02-14', 'day')], 'Feb 2025')?.eventPatches).toEqual([])
  })

  it('stands for one event of the file, not for all that a vague date of ours could be', () => {
    const vague = review('2025-02-01', 'month')
    expect(told([vague], '14/02/2025', '20/02/2025')).toEqual(['2025-02-20'])
    expect(told([vague, review('2025-02-20', 'day')], '14/02/2025', '20/02/2025')).toEqual([])
    expect(told([review('2025-02-14', 'day')], 'Feb 2025')).toEqual([])
  })

  it('cannot have been before the birth that only we know of, whatever is chosen', () => {
    const told = ['NHS number', 'Surname', 'Cancer', 'Diagnosis date']
    const lines = [told, ['9990000026', 'Hollis', 'Lung', '03/04/1949']]
    for (const choice of ['ours', 'theirs'] as const)
      expect(rejections(planOf(lines, [ours({}, [{}])], { forAll: { diagnosis_date: choice }, here: [] }))).toEqual([
        [2, 'Diagnosis date is before the date of birth on the register'],
      ])
    const file = ['NHS number', 'Surname', 'Care review date']
    expect(rejections(planOf([file, ['9990000026', 'Hollis', '03/04/1949']], [ours()]))).toEqual([
      [2, 'Event date is before the date of birth on the register'],
    ])
  })
})

describe('a name in one cell', () => {
  it.each(['HOLLIS, Ada (Mrs)', 'HOLLIS, Mrs Ada', 'HOLLIS, Ada, Mrs.', 'HOLLIS Mrs Ada'])(
    'keeps its title out of the first name, so that nobody is renamed by it: %s',
    (name) => {
      const lines = [
        ['NHS number', 'Patient name', 'DOB'],
        ['9990000026', name, '01/02/1950'],
      ]
      expect(planOf(lines).planned[0]?.incoming?.person).toMatchObject({
        title: expect.stringMatching(/^Mrs$/),
        surname: 'HOLLIS',
        givenName: 'Ada',
      })
      expect(planOf(lines, [ours({ title: 'Mrs' })]).preview.counts.people.same).toBe(1)
    },
  )
})

describe('a local number and another surname', () => {
  it('are not taken for somebody of ours whom nothing else tells', () => {
    const lines = (given: string): string[][] => [
      ['NHS number', 'Local number', 'Surname', 'First name', 'Date of birth'],
      ['', '501', 'Jones', given, ''],
    ]
    const register = [ours({ local_id: '501' })]
    const refused = [[2, 'This local number is on the register under another name']]
    expect(rejections(planOf(lines(''), register))).toEqual(refused)
    expect(rejections(planOf(lines('Bert'), register))).toEqual(refused)
    expect(planOf(lines('Ada'), register).preview.counts.people.changed).toBe(1)
  })
})
