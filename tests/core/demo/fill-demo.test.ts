import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPractice, fillDemo } from '#core/features/demo/demo.ts'
import { undoChangeSet } from '#core/db/undo.ts'
import type { RecordedTables } from '#core/db/schema.ts'
import { createRecorder } from '#core/db/recorder.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/define.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'

const SEED = 11
const LOG_TABLES = ['plan_risk', 'plan_funding', 'plan_session', 'plan_decision', 'plan_review'] as const

const TOOLKIT_TABLES = ['toolkit_document', 'toolkit_block', 'toolkit_issue', 'toolkit_revision'] as const

const DEVELOPMENT_TABLES = [
  'development_need',
  'development_goal',
  'development_evidence',
  'development_session',
  'development_question',
  'lesson_card',
] as const

const PLAN_TABLES = [
  'plan',
  'plan_objective',
  'plan_action',
  'plan_action_objective',
  'plan_milestone',
  'plan_update',
  'plan_need',
  'plan_cycle',
  'plan_move',
  'plan_action_measure',
  'plan_baseline',
  'plan_driver',
  'plan_theme',
  'plan_note',
] as const

describe('filling a register', () => {
  let test: TestCore

  beforeEach(async () => {
    test = await createTestCore()
  })
  afterEach(() => test.close())

  const rowsOf = async (table: keyof RecordedTables | 'person_summary') =>
    test.session().database.read.selectFrom(table).selectAll().execute()
  const contentHash = async (): Promise<string> => {
    const content = [
      await rowsOf('person'),
      await rowsOf('cancer_episode'),
      await rowsOf('journey_event'),
      await rowsOf('pathway'),
      await rowsOf('pathway_sign_off'),
      await rowsOf('treatment_summary'),
      await rowsOf('hospital_query'),
      await rowsOf('hospital_query_item'),
      await rowsOf('hospital_query_step'),
      await rowsOf('task'),
      await rowsOf('person_summary'),
    ]
    return createHash('sha256').update(JSON.stringify(content)).digest('hex')
  }

  it('stores every person with a summary, history and one audit entry a transaction', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 60, seed: SEED })
    const { rows, total } = await test.client.register.page({ limit: 100 })
    expect(total).toBe(60)
    expect(rows.find((row) => row.surname === 'Ashworth')).toMatchObject({
      nhsNumber: '9990000018',
      nextDue: { kind: 'letter', document: 'discharge', dueDate: '2026-10-19' },
    })
    const [entry] = await test.client.audit.page({})
    expect(entry).toMatchObject({ method: 'access.openDemo', verb: 'create' })
    const people = await rowsOf('person')
    const events = await rowsOf('journey_event')
    const others = [
      await rowsOf('cancer_episode'),
      await rowsOf('practice_registration'),
      await rowsOf('pathway'),
      await rowsOf('pathway_sign_off'),
      await rowsOf('treatment_summary'),
      await rowsOf('hospital_query'),
      await rowsOf('hospital_query_item'),
      await rowsOf('hospital_query_step'),
      await rowsOf('task'),
      await rowsOf('setting'),
      await rowsOf('learning_event'),
      await rowsOf('learning_action'),
      ...(await Promise.all(LOG_TABLES.map(rowsOf))),
      ...(await Promise.all(PLAN_TABLES.map(rowsOf))),
      ...(await Promise.all(DEVELOPMENT_TABLES.map(rowsOf))),
      ...(await Promise.all(TOOLKIT_TABLES.map(rowsOf))),
      await rowsOf('contact'),
    ]
    // What was written to again on a later day of the story is noted each time.
    const again = await test
      .session()
      .database.read.selectFrom('change')
      .select('seq')
      .where('audit_seq', '=', entry?.seq ?? 0)
      .where('kind', '=', 'update')
      .execute()
    expect(entry?.rowCount).toBe(people.length + events.length + others.flat().length + again.length)
    expect(await test.client.audit.verify({})).toMatchObject({ brokenAt: null })
  })

  it('gives a second register the same content', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 50, seed: SEED })
    const first = await contentHash()
    await test.close()
    test = await createTestCore()
    await fillDemo(test.core.env, test.session(), { patients: 50, seed: SEED, today: TEST_TODAY })
    expect(await contentHash()).toBe(first)
  })

  it('can be taken back whole', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 25, seed: SEED })
    const [entry] = await test.client.audit.page({})
    const result = await test
      .session()
      .database.write((handle) => undoChangeSet(handle, createRecorder(handle, 999), entry?.seq ?? 0))
    expect(result).toEqual({ restored: entry?.rowCount, kept: 0 })
    expect(await rowsOf('person')).toEqual([])
    expect(await rowsOf('journey_event')).toEqual([])
    expect(await rowsOf('setting')).toEqual([])
    expect(await rowsOf('plan')).toEqual([])
  })

  it('reports how far it has come and stops between two transactions', async () => {
    const stopping = new AbortController()
    const seen: Progress[] = []
    const filling = fillDemo(test.core.env, test.session(), {
      patients: 2500,
      seed: SEED,
      signal: stopping.signal,
      onProgress: (progress) => {
        seen.push(progress)
        stopping.abort()
      },
    })
    await expect(filling).rejects.toThrow(AppError)
    expect(seen).toEqual([{ step: 'Making up people', done: 1000, total: 2500, unit: 'people' }])
    expect(await rowsOf('person')).toHaveLength(1000)
  })
})

describe('the demo practice', () => {
  it('is Brackenfold Surgery with its four people, the lead first', () => {
    const { practice, users } = demoPractice(TEST_TODAY)
    expect(practice).toMatchObject({
      name: 'Brackenfold Surgery',
      odsCode: 'A99901',
      networkName: 'Ferrin Vale',
      listSize: 10_000,
      listSizeOn: '2026-11-01',
    })
    expect(users.map(({ name, role }) => [name, role])).toEqual([
      ['Dr Anjali Rao', 'lead'],
      ['Beth Tranter', 'clinical'],
      ['Tunde Eze', 'clinical'],
      ['Mina Kettle', 'admin'],
    ])
  })

  it('has a list as long as its register needs', () => {
    expect(demoPractice(TEST_TODAY, 100_000).practice.listSize).toBe(2_941_176)
    expect(demoPractice(TEST_TODAY, 1).practice.listSize).toBe(29)
  })

  it('opens from the first run with its named leads', async () => {
    const test = await createTestCore({ setUp: false })
    const state = await test.client.access.openDemo({})
    expect(state).toMatchObject({ stage: 'unlocked', register: { practiceName: 'Brackenfold Surgery', demo: true } })
    const { rows, total } = await test.client.register.page({ search: 'Ashworth Maureen' })
    expect(total).toBe(1)
    expect(rows[0]?.namedLeadName).toBe('Beth Tranter')
    const { practicePhone, outOfHoursPhone } = await test.client.settings.contacts({})
    for (const phone of [practicePhone, outOfHoursPhone]) expect(phone).toMatch(/^01632 960 \d{3}$/)
    expect(await test.client.register.page({})).toMatchObject({ total: 340 })
    await test.close()
  })
})
