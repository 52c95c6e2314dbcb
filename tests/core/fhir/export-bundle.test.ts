import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Progress } from '#shared/contract/define.ts'
import { RESOURCE_TYPES, type WrittenBundle } from '#shared/features/fhir/schema.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { bundleFaults, type ReadBundle } from '#tests/support/fhir-validator.ts'
import { createTestCore, TEST_NOW, type TestCore } from '#tests/support/test-core.ts'

type Asked = Partial<Parameters<TestCore['client']['fhir']['exportBundle']>[0]>
interface Writing {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

const write = async (
  { core, client, dataFolder }: TestCore,
  name: string,
  asked: Asked = {},
  { onProgress = () => undefined, signal = new AbortController().signal }: Writing = {},
): Promise<{ written: WrittenBundle; path: string }> => {
  const path = join(dataFolder, name)
  core.env.files.grant(name, path, 'write')
  const input = { reason: 'For the research team', fileHandle: name, ...asked }
  const job = await client.fhir.exportBundle(input, { signal })
  for (;;) {
    const step = await job.next()
    if (step.done === true) return { written: step.value, path }
    onProgress(step.value)
  }
}

const named = { identity: 'identifiable', namesAgreed: true } as const
const read = (path: string): ReadBundle => JSON.parse(readFileSync(path, 'utf8')) as ReadBundle
const resourcesIn = (path: string, type: string) =>
  read(path).entry.flatMap(({ resource }) => (resource.resourceType === type ? [resource] : []))
const countsOf = ({ entry }: ReadBundle): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(entry, ({ resource }) => resource.resourceType)].map(([type, group]) => [type, group.length]),
  )
const lastExport = async ({ client }: TestCore) =>
  (await client.audit.page({ limit: 50 })).find(({ method }) => method === 'fhir.exportBundle')
const detailOf = async (test: TestCore): Promise<Record<string, unknown>> => {
  const row = await test
    .session()
    .database.read.selectFrom('audit_entry')
    .select('detail')
    .where('method', '=', 'fhir.exportBundle')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  return JSON.parse(row.detail) as Record<string, unknown>
}

describe('the demo practice as a bundle', { timeout: 120_000 }, () => {
  let demo: TestCore
  beforeAll(async () => {
    demo = await createTestCore({ setUp: false })
    await demo.client.access.openDemo({})
  }, 120_000)
  afterAll(() => demo.close())

  it.each([{}, named])('is valid FHIR R4 in every resource: %o', async (asked) => {
    const done: number[] = []
    const { written, path } = await write(demo, 'bundle.json', asked, { onProgress: (one) => done.push(one.done) })
    const bundle = read(path)
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection', timestamp: TEST_NOW })
    expect(bundleFaults(bundle).slice(0, 20)).toEqual([])
    expect(countsOf(bundle)).toEqual(written.resources)
    expect(Object.keys(written.resources).toSorted()).toEqual([...RESOURCE_TYPES].toSorted())
    expect(written.resources.Patient).toBe(written.people)
    expect(written.bytes).toBe(statSync(path).size)
    expect(done.at(-1)).toBe(written.people + written.leftOut)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
  })

  it('tells with names what the register holds of somebody', async () => {
    const { client } = demo
    const { rows } = await client.register.page({ search: 'ashworth' })
    const [row] = rows
    const { path } = await write(demo, 'one.json', { ...named, personIds: [row?.id ?? ''] })
    const [patient, ...others] = resourcesIn(path, 'Patient')
    expect(others).toEqual([])
    expect(patient).toMatchObject({
      meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'] },
      name: [{ use: 'official', family: 'Ashworth', given: ['Maureen'] }],
      birthDate: row?.birthDate,
      gender: 'female',
    })
    expect(patient?.['identifier']).toContainEqual(
      expect.objectContaining({ system: 'https://fhir.nhs.uk/Id/nhs-number', value: row?.nhsNumber }),
    )
  })

  it('gives the same record the same id with names, and another in every bundle without', async () => {
    const ids = async (name: string, asked: Asked) =>
      resourcesIn((await write(demo, name, asked)).path, 'Patient')
        .map(({ id }) => id)
        .toSorted()
    expect(await ids('a.json', named)).toEqual(await ids('b.json', named))
    const first = await ids('c.json', {})
    const second = new Set(await ids('d.json', {}))
    expect(first.filter((id) => second.has(id))).toEqual([])
  })
})

describe('a bundle without names', { timeout: 120_000 }, () => {
  let test: TestCore
  beforeEach(async () => {
    test = await createTestCore({ setUp: false })
    await test.client.access.openDemo({})
  }, 120_000)
  afterEach(() => test.close())

  /** Tables that hold what somebody typed, or who somebody is. */
  const TABLES = [
    'practice',
    'user_account',
    'person',
    'practice_registration',
    'cancer_episode',
    'pathway',
    'journey_event',
    'pathway_sign_off',
    'clock_adjustment',
    'treatment_summary',
    'hospital_query',
    'hospital_query_item',
    'hospital_query_step',
    'task',
  ]
  const CANARY = 'Zyxquill'
  /** Columns that must have taken their canary, or this would prove nothing. */
  const MUST = [
    'person.surname person.given_name person.known_as person.previous_surname person.address person.postcode',
    'person.local_id person.usual_gp person.carer_name person.phone_mobile person.email person.contact_note',
    'cancer_episode.site cancer_episode.hospital cancer_episode.consultant cancer_episode.icd10_code',
    'cancer_episode.stage cancer_episode.t_category journey_event.note journey_event.hospital',
    'journey_event.done_by journey_event.template pathway.reference pathway.note pathway.hospital',
    'pathway_sign_off.note pathway_sign_off.signed_by task.title task.note task.dropped_reason practice.name',
    'user_account.name',
  ].flatMap((line) => line.split(' '))

  /** Puts a word of its own in every column that takes one. @returns the columns that did. */
  const plantCanaries = (): Promise<string[]> =>
    test.session().database.alone((connection) => {
      const taken: string[] = []
      for (const table of TABLES) {
        const columns = connection.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[]
        for (const { name, type, pk } of columns) {
          if (type !== 'TEXT' || pk > 0 || name === 'event_type' || name === 'tumour_group') continue
          try {
            connection.prepare(`UPDATE "${table}" SET "${name}" = ?`).run(`${CANARY} ${table} ${name}`)
            taken.push(`${table}.${name}`)
          } catch {
            // A code, a date, or the id of another row: its own check refuses it.
          }
        }
      }
      return taken
    })

  it(
    'holds no name, number, id, full date or word that somebody typed, in any byte',
    { timeout: 120_000 },
    async () => {
      const known = await test.session().database.alone((connection) => {
        const strings = (sql: string): string[] => connection.prepare(sql).pluck().all() as string[]
        return [
          ...TABLES.flatMap((table) => strings(`SELECT id FROM "${table}"`)),
          ...strings('SELECT nhs_number FROM person WHERE nhs_number IS NOT NULL'),
          ...strings('SELECT birth_date FROM person WHERE birth_date IS NOT NULL'),
        ]
      })
      const planted = await plantCanaries()
      expect(MUST.filter((column) => !planted.includes(column))).toEqual([])
      const { path, written } = await write(test, 'bundle.json')
      expect(written.people).toBeGreaterThan(300)
      const bytes = readFileSync(path, 'utf8')
      expect(bytes).not.toMatch(/zyxquill/i)
      expect(known.length).toBeGreaterThan(5000)
      const found = new Set(bytes.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\b\d{10}\b|\d{4}-\d{2}-\d{2}/g))
      expect(known.filter((one) => found.has(one))).toEqual([])
      expect([...found].filter((one) => /^\d{4}-\d{2}-\d{2}$/.test(one))).toEqual([TEST_NOW.slice(0, 10)])
      expect(bundleFaults(read(path)).slice(0, 20)).toEqual([])

      // The same words are in the bundle that names people, so they were there to be found.
      const withNames = readFileSync((await write(test, 'named.json', named)).path, 'utf8')
      for (const column of ['person surname', 'person address', 'journey_event note', 'task title', 'pathway note'])
        expect(withNames).toContain(`${CANARY} ${column}`)
    },
  )

  it('is in an order that says nothing', async () => {
    const { path } = await write(test, 'bundle.json')
    const patients = resourcesIn(path, 'Patient').map(({ id }) => id)
    expect(patients).toEqual(patients.toSorted())
  })
})

describe('writing a bundle', () => {
  let test: TestCore
  beforeEach(async () => {
    test = await createTestCore()
  })
  afterEach(() => test.close())

  const add = async (change: Parameters<typeof aPerson>[0] = {}): Promise<string> => {
    const { id } = await test.client.register.addPerson({ person: aPerson(change), episode: anEpisode() })
    await test.client.journey.logEvent(anEvent(id))
    return id
  }
  const nothingLeft = (): void =>
    expect(readdirSync(test.dataFolder).filter((name) => name.startsWith('bundle'))).toEqual([])

  it('takes the people of a view, or who was chosen in it', async () => {
    await add({ surname: 'Dacre' })
    const id = await add({ surname: 'Okonjo' })
    const families = (path: string) =>
      resourcesIn(path, 'Patient').map((patient) => (patient['name'] as { family: string }[])[0]?.family)
    const view = await write(test, 'view.json', { ...named, list: { search: 'dacre' } })
    expect(families(view.path)).toEqual(['Dacre'])
    const chosen = await write(test, 'chosen.json', { ...named, personIds: [id] })
    expect(families(chosen.path)).toEqual(['Okonjo'])
    expect(families((await write(test, 'all.json', named)).path)).toEqual(['Dacre', 'Okonjo'])
  })

  it('leaves out who asked for it, with names and without, and counts them', async () => {
    await add({ surname: 'Dacre' })
    const id = await add({ surname: 'Okonjo', leaveOutOfSharing: true })
    for (const asked of [{}, named]) {
      const { written } = await write(test, 'bundle.json', asked)
      expect(written).toMatchObject({ people: 1, leftOut: 1 })
    }
    await expect(write(test, 'bundle-none.json', { ...named, personIds: [id] })).rejects.toMatchObject({
      code: 'conflict',
      message: 'Everybody in this list is left out of onward sharing, so no file was written.',
    })
    expect(existsSync(join(test.dataFolder, 'bundle-none.json'))).toBe(false)
  })

  it('writes no file about nobody', async () => {
    await expect(write(test, 'bundle.json')).rejects.toMatchObject({ code: 'conflict' })
    nothingLeft()
  })

  it('may be read by its owner only, also where something was left over', async () => {
    await add()
    writeFileSync(join(test.dataFolder, 'bundle.json.part'), 'left over', { mode: 0o644 })
    const { path } = await write(test, 'bundle.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(`${path}.part`)).toBe(false)
  })

  it('leaves nothing when it is stopped, and an older file as it was', async () => {
    for (let count = 0; count < 60; count += 1) await add({ surname: `Dacre${'abcdefghij'[count % 10]}` })
    const stopOn = (from: number): Writing => {
      const stop = new AbortController()
      return { signal: stop.signal, onProgress: ({ done }) => (done >= from ? stop.abort() : undefined) }
    }
    await expect(write(test, 'bundle.json', {}, stopOn(0))).rejects.toMatchObject({ code: 'cancelled' })
    nothingLeft()
    writeFileSync(join(test.dataFolder, 'bundle-old.json'), 'old')
    await expect(write(test, 'bundle-old.json', {}, stopOn(50))).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(join(test.dataFolder, 'bundle-old.json'), 'utf8')).toBe('old')
    expect(existsSync(join(test.dataFolder, 'bundle-old.json.part'))).toBe(false)
    expect(await detailOf(test)).toMatchObject({ failed: 'cancelled' })
  })

  it('says so when the place cannot be written to, and leaves nothing', async () => {
    await add()
    await expect(write(test, 'no-such-folder/bundle.json')).rejects.toMatchObject({ code: 'io' })
  })

  it('is in the audit trail with its reason and its counts, and nobody in it', async () => {
    await add({ surname: 'Quillbottom' })
    const { written } = await write(test, 'bundle.json', named)
    expect(await lastExport(test)).toMatchObject({ verb: 'export', reason: 'For the research team' })
    const detail = await detailOf(test)
    expect(detail).toEqual({
      reason: 'For the research team',
      identity: 'identifiable',
      people: 1,
      leftOut: 0,
      resources: written.resources,
      tables: {},
    })
  })

  it('wants a reason, and a word that names are meant', async () => {
    await add()
    await expect(write(test, 'bundle.json', { reason: ' ' })).rejects.toMatchObject({
      details: { fieldErrors: { reason: expect.any(String) as string } },
    })
    await expect(write(test, 'bundle.json', { identity: 'identifiable' })).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { namesAgreed: 'Say that the file is meant to name people' } },
    })
    nothingLeft()
  })

  it('is for those who may write people to files', async () => {
    await add()
    for (const role of ['clinical', 'admin', 'read-only'] as const) {
      Object.assign(test.session(), { user: { ...test.session().user, role } })
      await expect(write(test, 'bundle.json')).rejects.toMatchObject({ code: 'forbidden' })
    }
    nothingLeft()
  })
})
