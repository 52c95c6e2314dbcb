import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_PLACES } from '#shared/features/fhir/event-places.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import {
  episodeRow,
  eventRow,
  only,
  pathwayRow,
  personRow,
  signOffRow,
  standingRow,
  taskRow,
  toldOf,
} from '#tests/support/fhir-people.ts'

const kindsOf = (rows: Parameters<typeof toldOf>[0]): string[] =>
  toldOf(rows).map(({ resourceType, code }) => {
    const text = (code as { text?: string } | undefined)?.text
    return text === undefined ? resourceType : `${resourceType}: ${text}`
  })
const referenceTo = ({ id }: { readonly id: string }) => ({ reference: `urn:uuid:${id}` })

describe('a person', () => {
  it('has the NHS number with its standing only where that is known', () => {
    const numbered = (status: string | null) =>
      only(toldOf({ person: personRow({ nhs_number: '9990000026', nhs_number_status: status }) }), 'Patient')[
        'identifier'
      ]
    expect(numbered(null)).toEqual([{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000026' }])
    expect(numbered('02')).toEqual([
      {
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
            valueCodeableConcept: {
              coding: [
                { system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland', code: '02' },
              ],
            },
          },
        ],
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: '9990000026',
      },
    ])
  })

  it('may have no name, and then has no empty one', () => {
    const patient = only(toldOf({ person: personRow({ surname: '', given_name: ' ', local_id: '123' }) }), 'Patient')
    expect(patient['name']).toBeUndefined()
    expect(patient['identifier']).toMatchObject([{ value: '123' }])
  })

  it('died when the record says, else when the journey does, as far as it is known', () => {
    const died = eventRow({ event_type: 'died', event_date: '2026-05-01', event_date_precision: 'month' })
    expect(only(toldOf({ events: [died] }), 'Patient')['deceasedDateTime']).toBe('2026-05')
    const person = personRow({ death_date: '2026-01-01', death_date_precision: 'year' })
    expect(only(toldOf({ person, events: [died] }), 'Patient')['deceasedDateTime']).toBe('2026')
  })

  it('without a name has a year of birth, and none from 90 on', () => {
    const born = (date: string) => only(toldOf({ person: personRow({ birth_date: date }) }, 'pseudonymised'), 'Patient')
    expect(born('1937-12-31')['birthDate']).toBe('1937')
    expect(born('1936-12-31')['birthDate']).toBeUndefined()
    expect(born('1936-12-31')['_birthDate']).toMatchObject({ extension: [{ valueCode: 'masked' }] })
  })
})

describe('a diagnosis', () => {
  it.each([
    ['2026-09-04', 'day', '2026-09-04', '2026-09'],
    ['2026-09-01', 'month', '2026-09', '2026-09'],
    ['2026-01-01', 'year', '2026', '2026'],
  ] as const)('of %s, known to the %s, is dated %s, and %s without names', (date, precision, named, without) => {
    const episodes = [episodeRow({ diagnosis_date: date, diagnosis_date_precision: precision })]
    expect(only(toldOf({ episodes }), 'Condition')['recordedDate']).toBe(named)
    expect(only(toldOf({ episodes }, 'pseudonymised'), 'Condition')['recordedDate']).toBe(without)
  })

  it('has the register’s ICD-10 code, its words and its stage, and less of each without names', () => {
    const episodes = [
      episodeRow({ icd10_code: 'C18.7', site: 'Sigmoid, seen by her brother', stage: '3B', t_category: 'T3' }),
    ]
    const named = only(toldOf({ episodes }), 'Condition')
    expect(named['code']).toMatchObject({
      coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.7' }, { code: 'lower_gi' }],
      text: 'Sigmoid, seen by her brother',
    })
    expect(named['stage']).toMatchObject([{ summary: { text: 'Stage 3B' } }, { summary: { text: 'T3' } }])
    const without = only(toldOf({ episodes }, 'pseudonymised'), 'Condition')
    expect(without['code']).toMatchObject({ coding: [{ code: 'C18' }, {}], text: 'Lower gastrointestinal' })
    expect(without['stage']).toMatchObject([{ summary: { text: 'Stage 3' } }])
    expect(without['stage']).toHaveLength(1)
  })

  it('leaves out what is no ICD-10 code', () => {
    const { code } = only(toldOf({ episodes: [episodeRow({ icd10_code: 'bowel' })] }), 'Condition')
    expect(code).toMatchObject({ coding: [{ code: 'lower_gi' }] })
  })

  it('began with the first symptom that is logged of it; any other symptom stands by itself', () => {
    const symptom = (id: string, date: string, episodeId: string | null) =>
      eventRow({ id, event_type: 'symptom_noticed', lane: 'person', event_date: date, episode_id: episodeId })
    const resources = toldOf({
      episodes: [episodeRow()],
      events: [symptom('a', '2026-01-04', 'episode-1'), symptom('b', '2026-01-09', null)],
    })
    expect(
      resources.flatMap(({ resourceType, onsetDateTime }) => (resourceType === 'Condition' ? [onsetDateTime] : [])),
    ).toEqual(['2026-01-04', '2026-01-09'])
  })

  it('is a recurrence where it is one', () => {
    const status = (kind: 'recurrence' | 'new_primary') =>
      only(toldOf({ episodes: [episodeRow({ kind })] }), 'Condition')['clinicalStatus']
    expect(status('recurrence')).toMatchObject({ coding: [{ code: 'recurrence' }] })
    expect(status('new_primary')).toMatchObject({ coding: [{ code: 'active' }] })
  })
})

describe('a referral', () => {
  const sent = eventRow({ id: 'sent', event_type: 'urgent_referral', lane: 'primary', pathway_id: 'pathway-1' })

  it('takes its day from the event that sent it, which is not told again', () => {
    const resources = toldOf({ pathways: [pathwayRow()], standings: [standingRow()], events: [sent] })
    expect(only(resources, 'ServiceRequest')).toMatchObject({
      status: 'active',
      priority: 'urgent',
      authoredOn: '2026-03-02',
      orderDetail: [{ text: 'Urgent suspected cancer' }],
    })
  })

  it('that is sent again, or stands on no pathway, is a request of its own', () => {
    const again = eventRow({ ...sent, id: 'again', event_date: '2026-04-01' })
    const alone = eventRow({ ...sent, id: 'alone', pathway_id: null })
    const requests = toldOf({ pathways: [pathwayRow()], events: [sent, again, alone] }).filter(
      ({ resourceType }) => resourceType === 'ServiceRequest',
    )
    expect(requests).toHaveLength(3)
    expect(requests[1]?.['basedOn']).toEqual([referenceTo(requests[0] ?? { id: '' })])
    expect(requests[2]?.['basedOn']).toBeUndefined()
  })

  it.each([
    [standingRow({ open: 1, state: 'rejected' }), 'active'],
    [standingRow({ open: 0, state: 'rejected' }), 'revoked'],
    [standingRow({ open: 0, state: 'treated' }), 'completed'],
  ])('stands as the register has it', (standing, status) => {
    expect(only(toldOf({ pathways: [pathwayRow()], standings: [standing] }), 'ServiceRequest')['status']).toBe(status)
  })

  it('has its sign-offs as tasks', () => {
    const resources = toldOf({ pathways: [pathwayRow()], signOffs: [signOffRow()] })
    expect(only(resources, 'Task')).toMatchObject({
      status: 'completed',
      businessStatus: { text: 'Book again' },
      focus: referenceTo(only(resources, 'ServiceRequest')),
      owner: { display: 'Dr Anjali Rao' },
    })
    const without = only(toldOf({ pathways: [pathwayRow()], signOffs: [signOffRow()] }, 'pseudonymised'), 'Task')
    expect(without['owner']).toBeUndefined()
  })
})

describe('what happened', () => {
  const started = eventRow({ id: 'start', event_type: 'chemotherapy_started', event_date: '2026-04-01' })
  const finished = eventRow({ id: 'end', event_type: 'chemotherapy_finished', event_date: '2026-07-01' })

  it('is one procedure from its beginning to its end', () => {
    expect(only(toldOf({ events: [started, finished] }), 'Procedure')).toMatchObject({
      status: 'completed',
      performedPeriod: { start: '2026-04-01', end: '2026-07-01' },
    })
  })

  it('may go on where nobody logged an end, and an end without a beginning stands by itself', () => {
    expect(only(toldOf({ events: [started] }), 'Procedure')).toMatchObject({
      status: 'unknown',
      performedPeriod: { start: '2026-04-01' },
    })
    expect(only(toldOf({ events: [finished] }), 'Procedure')).toMatchObject({
      status: 'completed',
      performedPeriod: { end: '2026-07-01' },
    })
  })

  it('is at the hospital of the event, else of its referral', () => {
    const resources = toldOf({
      pathways: [pathwayRow({ hospital: 'Wexcombe General' })],
      events: [eventRow({ pathway_id: 'pathway-1' })],
    })
    const hospital = resources.find(({ name }) => name === 'Wexcombe General')
    expect(only(resources, 'Encounter')['serviceProvider']).toEqual(referenceTo(hospital ?? { id: '' }))
  })

  it('names nothing that is gone', () => {
    const event = eventRow({ episode_id: 'gone', pathway_id: 'gone', answers_event_id: 'gone' })
    const encounter = only(toldOf({ events: [event] }), 'Encounter')
    expect(encounter['reasonReference']).toBeUndefined()
    expect(encounter['basedOn']).toBeUndefined()
  })

  it('is a letter with what it is about, and never its text', () => {
    const clinic = eventRow({ id: 'clinic', event_type: 'oncology_clinic', hospital: 'Wexcombe General' })
    const letter = eventRow({
      id: 'letter',
      event_type: 'clinic_letter',
      lane: 'primary',
      event_date: '2026-03-20',
      answers_event_id: 'clinic',
    })
    const resources = toldOf({ events: [clinic, letter] })
    expect(only(resources, 'DocumentReference')).toMatchObject({
      content: [{ attachment: { title: 'Clinic letter received', creation: '2026-03-20' } }],
      context: {
        period: { start: '2026-03-02', end: '2026-03-02' },
        related: [referenceTo(only(resources, 'Encounter'))],
      },
    })
  })

  it('is a care review held with a template, with its encounter', () => {
    const review = eventRow({ event_type: 'care_review', lane: 'primary', method: 'phone', template: 'Ours' })
    const resources = toldOf({ events: [review] })
    expect(only(resources, 'Encounter')).toMatchObject({ class: { code: 'VR' }, serviceProvider: {} })
    const items = (only(resources, 'QuestionnaireResponse')['item'] as { linkId: string; answer: object[] }[]).map(
      ({ linkId, answer }) => [linkId, answer[0]],
    )
    expect(Object.fromEntries(items)).toEqual({
      what: { valueString: 'Cancer care review' },
      how: { valueString: 'By phone' },
      structured: { valueBoolean: true },
      template: { valueString: 'Ours' },
    })
  })

  it('stays in the bundle when a newer version has a type for it that this one does not know', () => {
    expect(kindsOf({ events: [eventRow({ event_type: 'something_newer' })] })).toContain('Task: Something else')
  })

  it('loses control characters, which FHIR does not allow', () => {
    const told = only(
      toldOf({ events: [eventRow({ event_type: 'ct_scan', note: 'a\u0000b\u001Fc\nd' })] }),
      'Procedure',
    )
    expect(told['note']).toEqual([{ text: 'abc\nd' }])
  })
})

describe('the work', () => {
  it('is tasks, and a plan of them for what they are about', () => {
    const resources = toldOf({
      episodes: [episodeRow()],
      tasks: [taskRow({ due_date: '2026-04-01', owner_id: 'user-1' })],
    })
    const task = only(resources, 'Task')
    expect(task).toMatchObject({
      status: 'requested',
      description: 'Ring the ward',
      restriction: { period: { end: '2026-04-01' } },
      owner: referenceTo(only(resources, 'Practitioner')),
    })
    expect(only(resources, 'CarePlan')).toMatchObject({
      status: 'active',
      addresses: [referenceTo(only(resources, 'Condition'))],
      activity: [{ reference: referenceTo(task) }],
    })
  })

  it('is a plan of treatment and follow-up where the diagnosis has one', () => {
    const plan = only(toldOf({ episodes: [episodeRow({ intent: 'C', follow_up: 'shared_care' })] }), 'CarePlan')
    expect((plan['category'] as { text: string }[]).map(({ text }) => text)).toEqual([
      'Treatment intent and follow-up',
      'To cure',
      'Shared with the practice',
    ])
  })
})

describe('docs/fhir-export.md', () => {
  const page = readFileSync(new URL('../../../docs/fhir-export.md', import.meta.url), 'utf8')

  it('has a line for every type of event, with the resource it becomes', () => {
    const rows = new Map(
      [...page.matchAll(/^\| `([a-z_]+)` +\| (\w+)/gm)].map(([, code, resource]) => [code, resource]),
    )
    const words = { onset: 'Condition', death: 'Patient' }
    const expected = EVENT_TYPES.map(({ code }) => {
      const { as } = EVENT_PLACES[code]
      return [code, as === 'onset' || as === 'death' ? words[as] : as]
    })
    expect(expected.filter(([code = '', as]) => rows.get(code) !== as)).toEqual([])
  })

  it.each([
    ['person', 'Person'],
    ['cancer_episode', 'Diagnosis'],
    ['pathway', 'Referral (pathway)'],
    ['pathway_sign_off', 'Sign-off of a referral'],
    ['journey_event', 'Journey event'],
    ['task', 'Task'],
  ])('says of every column of %s what becomes of it', (table, heading) => {
    const [section = ''] = page.split('\n### ').filter((part) => part.startsWith(`${heading} →`))
    const first = [...section.matchAll(/^\|([^|]+)\|/gm)].map(([, cell = '']) => cell).join(' ')
    const told = new Set([...first.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name))
    expect(Object.keys(COLUMN_CLASSES[table] ?? {}).filter((column) => !told.has(column))).toEqual([])
  })
})
