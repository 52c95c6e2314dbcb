import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { figuresIn } from '#core/features/reports/dataset.ts'
import { finish } from '#core/in-process.ts'
import { countsPeople } from '#shared/features/reports/people-behind.ts'
import { codeOf } from '#tests/support/answers.ts'
import { type aPerson } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { dice, editsOf } from './edits.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }

/** A report that another register froze, as one made from a bundle has it. */
const FROM_ELSEWHERE = '01900000-0000-7000-8000-0000000fffff'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const { diagnose, setStage, savePerson, removePerson, sheetOf, writeByChance } = editsOf(() => test)

const freeze = () => finish(test.client.reports.build({ ...YEAR, smallNumbers: 'hide-1-to-5' }))
const ask = (id: string, figure: string) => test.client.reports.people({ id, figure, limit: 200 })
const namesOf = async (id: string, figure: string): Promise<string[]> =>
  (await ask(id, figure)).rows.map(({ person, times, now }) => `${person.surname} ${times} ${now}`)

describe('the people behind a figure of a frozen report', () => {
  it('are those who were counted then, with what they count for today', async () => {
    const staged = await diagnose({ surname: 'Ashworth', stage: '2' })
    await diagnose({ surname: 'Barlow', stage: '1' })
    const unstaged = await diagnose({ surname: 'Crane' })
    const { id } = await freeze()
    await setStage(staged, null)
    await setStage(unstaged, '2')
    await diagnose({ surname: 'Dunmore', stage: '1' })
    expect(await ask(id, 'stage.early')).toMatchObject({
      asOf: 'freeze',
      caveats: [],
      frozen: 2,
      counted: 2,
      removed: 0,
      total: 2,
    })
    expect(await namesOf(id, 'stage.early')).toEqual(['Ashworth 1 0', 'Barlow 1 1'])
    expect(await namesOf(id, 'stage.rest')).toEqual(['Crane 1 0'])
  })

  it('come by name in pages, and only the pages asked for', async () => {
    for (const surname of ['Crane', 'Ashworth', 'Dunmore', 'Barlow']) await diagnose({ surname })
    const { id } = await freeze()
    const { rows, total } = await test.client.reports.people({ id, figure: 'new', offset: 1, limit: 2 })
    expect(rows.map(({ person }) => person.surname)).toEqual(['Barlow', 'Crane'])
    expect(total).toBe(4)
  })

  it('leave out whoever asked to be left out of sharing, and tell of those who were taken off since', async () => {
    await diagnose({ surname: 'Ashworth' })
    await diagnose({ surname: 'Barlow', leaveOutOfSharing: true })
    const gone = await diagnose({ surname: 'Crane' })
    const { id } = await freeze()
    await removePerson(gone)
    expect(await namesOf(id, 'new')).toEqual(['Ashworth 1 1'])
    expect(await ask(id, 'new')).toMatchObject({ frozen: 2, counted: 2, removed: 1, total: 1 })
  })

  it('are those who were registered then, as the measure of the register counts them', async () => {
    const stay = { practiceName: 'Brackenfold Surgery', odsCode: 'A99901', from: null, to: null }
    const left = { ...stay, to: { date: '2026-03-30', precision: 'day' } as const }
    const elsewhere = { ...left, practiceName: 'Elsworth', odsCode: 'B99901' }
    const { addRegistration, saveRegistration } = test.client.register
    const here = await diagnose({ surname: 'Ashworth' })
    const registration = await addRegistration({ personId: here, registration: stay })
    await addRegistration({ personId: await diagnose({ surname: 'Barlow' }), registration: left })
    await addRegistration({ personId: await diagnose({ surname: 'Crane' }), registration: elsewhere })
    const register = async () => {
      const { measures } = await test.client.measures.library({ months: { from: '2025-04', to: '2026-03' } })
      return measures.find(({ code }) => code === 'prevalence')?.figure.numerator
    }
    const { id } = await freeze()
    expect((await sheetOf(id)).valueOf('register')).toBe(await register())
    await saveRegistration({ id: registration.id, version: 1, registration: left })
    expect(await namesOf(id, 'register')).toEqual(['Ashworth 1 0', 'Crane 1 1'])
    expect((await sheetOf((await freeze()).id)).valueOf('register')).toBe(1)
    expect(await register()).toBe(1)
  })

  it('may be seen where the report hides the number', async () => {
    await diagnose({ surname: 'Ashworth', stage: '4' })
    const { id } = await freeze()
    const { dataset } = await test.client.reports.get({ id })
    expect(figuresIn(dataset.sections).get('stage.4')).toMatchObject({ state: 'hidden' })
    expect(await ask(id, 'stage.4')).toMatchObject({ frozen: 1, total: 1 })
  })

  it('are told by sex and age as they were, and by hospital as it is today', async () => {
    const ids: string[] = []
    for (let one = 0; one < 9; one += 1) ids.push(await diagnose({ sex: '2', hospital: 'Hill  Infirmary' }))
    await diagnose({ surname: 'Elsewhere', sex: '2', hospital: 'Vale Hospital' })
    const { id } = await freeze()
    await savePerson(ids[0] ?? '', { sex: '1' })
    expect(await ask(id, 'by-sex.2')).toMatchObject({ asOf: 'freeze', caveats: [], frozen: 10, counted: 10 })
    expect(await ask(id, 'by-sex.1')).toMatchObject({ frozen: 0, counted: 0, rows: [] })
    expect(await ask(id, 'hospital-0')).toMatchObject({ caveats: ['ways'], frozen: 9, counted: 9 })
    expect(await namesOf(id, 'hospital-few')).toEqual(['Elsewhere 1 1'])
  })

  it('are those of the first report where it was made again', async () => {
    const people = [await diagnose({ stage: '2' }), await diagnose({ stage: '2' })]
    const first = await freeze()
    await setStage(people[0] ?? '', null)
    const second = await finish(test.client.reports.remake({ id: first.id, as: 'internal' }))
    expect(await ask(second.id, 'stage.known')).toMatchObject({ asOf: 'freeze', frozen: 2, counted: 2 })
  })

  it('are those of today where the history does not reach back, or by other days for letters, and it says so', async () => {
    const staged = await diagnose({ stage: '2' })
    const { id } = await freeze()
    const { days } = await test.client.letters.days({})
    await finish(test.client.letters.saveDays({ from: '2026-01-01', days: { ...days, treatment_ended: 5 } }))
    expect((await ask(id, 'letters')).caveats).toEqual(['letter-days'])
    await test.session().database.write(async ({ db }) => {
      const report = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .insertInto('report')
        .values({ ...report, id: FROM_ELSEWHERE, measured: null })
        .execute()
    })
    expect(await ask(FROM_ELSEWHERE, 'stage.known')).toMatchObject({ asOf: 'today', counted: 1 })
    await setStage(staged, null)
    expect(await ask(FROM_ELSEWHERE, 'stage.known')).toMatchObject({
      asOf: 'today',
      caveats: ['no-history', 'not-kept'],
      frozen: null,
      counted: 0,
    })
  })

  it('are refused for a combined report, a list, and a number that is not there', async () => {
    await diagnose()
    const { id } = await freeze()
    expect(await codeOf(ask(id, 'list-0.both'))).toBe('not-found')
    expect(await codeOf(ask(id, 'constructor'))).toBe('not-found')
    await test.session().database.write(async ({ db }) => {
      await db.updateTable('report').set({ kind: 'network' }).where('id', '=', id).execute()
    })
    expect(await codeOf(ask(id, 'new'))).toBe('forbidden')
  })

  it('are for those who build reports, and looking at them is in the audit trail', async () => {
    const first = await diagnose({ surname: 'Ashworth' })
    await diagnose({ surname: 'Barlow' })
    const { id } = await freeze()
    await test.client.register.person({ id: first })
    const recent = async () => (await test.client.today.recent({})).map(({ person }) => person.surname)
    const before = await recent()
    const { rows } = await ask(id, 'new')
    await ask(id, 'new')
    expect(await recent()).toEqual(before)
    const opened = rows[1]?.person.id ?? ''
    await test.client.register.person({ id: opened })
    const looks = await test
      .session()
      .database.read.selectFrom('audit_entry')
      .select(['method', 'person_id'])
      .where('verb', '=', 'view')
      .orderBy('seq')
      .execute()
    expect(looks).toEqual([
      { method: 'register.person', person_id: first },
      ...rows.map(({ person }) => ({ method: 'reports.people', person_id: person.id })),
      { method: 'register.person', person_id: opened },
    ])
    Object.assign(test.session(), { user: { ...test.session().user, role: 'read-only' } })
    expect(await codeOf(ask(id, 'new'))).toBe('forbidden')
  })
})

const OF_TODAY = /^(to-|clock-|hospital-)/

describe('the people behind every figure', () => {
  it('add up to what was frozen, whatever was written since', async () => {
    const roll = dice(11)
    const aDay = (): string => `202${5 + roll(2)}-0${1 + roll(9)}-1${roll(9)}`
    const write = writeByChance(
      roll,
      async (_, pick) =>
        pick<Partial<ReturnType<typeof aPerson>>>([
          { leaveOutOfSharing: true },
          { sex: '1' },
          { birthDate: '1990-02-03' },
          { ethnicity: 'A' },
          { deathDate: { date: aDay(), precision: 'day' }, deathPlace: '30' },
        ]) ?? {},
    )
    for (let one = 0; one < 60; one += 1) await write()
    const { id } = await freeze()
    for (let one = 0; one < 60; one += 1) await write()
    const figures = (await sheetOf(id)).figures()
    const asked = figures.filter((figure) => countsPeople(figure.id) && !OF_TODAY.test(figure.id) && figure.value > 0)
    expect(asked.length).toBeGreaterThan(30)
    let moved = 0
    for (const { id: figure, value } of asked) {
      const { counted, frozen, rows, total } = await ask(id, figure)
      expect({ figure, counted, frozen, shown: rows.length }).toEqual({
        figure,
        counted: value,
        frozen: value,
        shown: total,
      })
      moved += rows.filter(({ times, now }) => times !== now).length
    }
    expect(moved).toBeGreaterThan(25)
  }, 60_000)
})
