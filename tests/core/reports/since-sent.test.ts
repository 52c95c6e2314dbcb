import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { REPORT_FIGURES, type SinceFigure, type SinceGroup } from '#shared/features/reports/since.ts'
import { codeOf } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { dice, editsOf } from './edits.ts'

const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }
const YEAR = { from: '2025-04-01', to: '2026-03-31' }

let test: TestCore
let folder: string
beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-since-'))
  test.core.env.files.grant('folder', folder, 'folder')
})
afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const { diagnose, setStage, removePerson, sheetOf, writeByChance } = editsOf(() => test)

const freeze = () => finish(test.client.reports.build({ ...YEAR, smallNumbers: 'hide-1-to-5' }))
const send = (id: string) =>
  finish(test.client.reports.export({ id, folderHandle: 'folder', formats: ['json'], ...SENT_TO }))

const frozenAndSent = async () => {
  const report = await freeze()
  await send(report.id)
  return report
}

const figuresOf = async (code: string): Promise<readonly SinceFigure[]> =>
  (await test.client.measures.sinceSent({ code })).figures

const comparedOf = (figure: SinceFigure | undefined) => {
  if (figure?.today.state !== 'compared') throw new Error('it is compared')
  return figure.today
}

const peopleOf = async (code: string, figure: string, group: SinceGroup, reportId: string) => {
  const { rows, total } = await test.client.measures.peopleSinceSent({ code, figure, group, reportId })
  return { names: rows.map(({ person, before, now }) => `${person.surname} ${before} ${now}`), total }
}

describe('what changed since a report was sent', () => {
  it('is nothing where none was sent, however many are frozen', async () => {
    await diagnose()
    await freeze()
    expect(await test.client.measures.sinceSent({ code: 'stage-known' })).toEqual({ report: null, figures: [] })
  })

  it('names the report, and has no figures of a measure that reports do not hold', async () => {
    await diagnose()
    const { id } = await frozenAndSent()
    const { report, figures } = await test.client.measures.sinceSent({ code: 'deaths' })
    expect(report).toMatchObject({ id, ...YEAR, recipient: SENT_TO.recipient, isExact: false })
    expect(figures).toEqual([])
    expect(await figuresOf('constructor')).toEqual([])
  })

  it('tells what was sent and what is counted today, and who came in, went out and was written about', async () => {
    for (let one = 0; one < 24; one += 1) await diagnose({ stage: one < 12 ? '2' : one < 18 ? '4' : null })
    const staged = await diagnose({ surname: 'Dallimore', stage: '2' })
    const unstaged = await diagnose({ surname: 'Elphick' })
    const moved = await diagnose({ surname: 'Farrow', stage: '1' })
    const report = await frozenAndSent()
    await setStage(staged, '4')
    await setStage(unstaged, '3')
    await removePerson(moved)
    await diagnose({ surname: 'Greaves', stage: '1' })
    await diagnose({ surname: 'Later', date: '2026-06-01' })
    const [known, all] = await figuresOf('stage-known')
    expect(known).toMatchObject({ before: 20, sent: { state: 'shown', value: 20 } })
    expect(comparedOf(known)).toEqual({
      state: 'compared',
      count: 21,
      people: { 'came-in': 2, 'went-out': 1, changed: 1 },
    })
    expect(comparedOf(all)).toMatchObject({ count: 27, people: { 'came-in': 1, 'went-out': 1, changed: 2 } })
    const people = (figure: string, group: SinceGroup) => peopleOf('stage-known', figure, group, report.id)
    expect(await people('stage.known', 'came-in')).toEqual({
      names: ['Elphick 0 1', 'Greaves 0 1'],
      total: 2,
    })
    expect(await people('stage.known', 'went-out')).toEqual({ names: [], total: 0 })
    expect(await people('stage.known', 'changed')).toEqual({ names: ['Dallimore 1 1'], total: 1 })
    const { rows } = await test.client.measures.peopleSinceSent({
      code: 'stage-known',
      figure: 'stage.known',
      group: 'changed',
      reportId: report.id,
    })
    expect(rows[0]).toMatchObject({ writtenBy: 'Dr Anjali Rao', writtenAt: expect.stringMatching(/^2026-11-23T/) })
    const [early] = await figuresOf('early-stage')
    expect(comparedOf(early)).toMatchObject({ count: 13, people: { 'came-in': 1, 'went-out': 2, changed: 0 } })
  })

  it('says that a number was hidden, and what it was', async () => {
    for (let one = 0; one < 20; one += 1) await diagnose({ stage: one < 2 ? '2' : null })
    await frozenAndSent()
    const [known] = await figuresOf('stage-known')
    expect(known).toMatchObject({ before: 2, sent: { state: 'hidden' }, today: { state: 'compared', count: 2 } })
  })

  it('leaves out what no report looks at, and what was taken back', async () => {
    const id = await diagnose({ stage: '2' })
    const other = await diagnose({ stage: '2' })
    await frozenAndSent()
    const { person } = await test.client.register.person({ id })
    const { id: _, version, ...fields } = person
    await test.client.register.savePerson({ id, version, person: { ...fields, surname: 'Newname' } })
    await test.client.audit.undo({ seq: await setStage(other, null) })
    await test.client.audit.undo({ seq: await removePerson(other) })
    expect(comparedOf((await figuresOf('stage-known'))[0])).toMatchObject({
      count: 2,
      people: { 'came-in': 0, 'went-out': 0, changed: 0 },
    })
  })

  it('is of the newest that was sent, and from when its figures were counted where it was made again', async () => {
    const ids = []
    for (let one = 0; one < 10; one += 1) ids.push(await diagnose({ stage: '2' }))
    const first = await frozenAndSent()
    await setStage(ids[0] ?? '', null)
    const second = await finish(test.client.reports.remake({ id: first.id, as: 'hide-more' }))
    await send(second.id)
    const { report, figures } = await test.client.measures.sinceSent({ code: 'stage-known' })
    expect(report?.id).toBe(second.id)
    expect(figures[0]).toMatchObject({ before: 10, today: { count: 9, people: { 'went-out': 1 } } })
  })

  it('holds what went sealed to the lead, whose counts are exact', async () => {
    for (let one = 0; one < 4; one += 1) await diagnose({ stage: '2' })
    const { id } = await freeze()
    await finish(
      test.client.network.send({
        reportId: id,
        folderHandle: 'folder',
        passphrase: 'barn copper lantern tide',
        leadOnly: true,
        ...SENT_TO,
      }),
    )
    const { report, figures } = await test.client.measures.sinceSent({ code: 'stage-known' })
    expect(report).toMatchObject({ id, isExact: true })
    expect(figures[0]?.sent).toEqual({ id: 'stage.known', state: 'shown', value: 4 })
    const frozen = (await test.client.audit.page({})).find(({ method }) => method === 'reports.build')
    await test.client.audit.undo({ seq: frozen?.seq ?? 0 })
    expect(await test.client.measures.sinceSent({ code: 'stage-known' })).toEqual({ report: null, figures: [] })
  })

  it('holds nothing that could not be written for the lead', async () => {
    await diagnose({ stage: '2' })
    const { id } = await freeze()
    rmSync(folder, { recursive: true })
    const wanted = { reportId: id, folderHandle: 'folder', passphrase: 'barn copper lantern tide', ...SENT_TO }
    expect(await codeOf(finish(test.client.network.send({ ...wanted, leadOnly: true })))).toBe('io')
    expect(await test.client.measures.sinceSent({ code: 'stage-known' })).toEqual({ report: null, figures: [] })
  })

  it('compares nothing where letters may take other days now, or the history does not reach back', async () => {
    await diagnose()
    const { id } = await frozenAndSent()
    const { days } = await test.client.letters.days({})
    await finish(test.client.letters.saveDays({ from: '2026-01-01', days: { ...days, treatment_ended: 5 } }))
    expect((await figuresOf('letter-gap'))[0]?.today).toEqual({ state: 'not-compared', why: 'letter-days' })
    expect((await figuresOf('stage-known'))[0]?.today.state).toBe('compared')
    await test.session().database.write(async ({ db }) => {
      await db.updateTable('report').set({ measured: null }).where('id', '=', id).execute()
    })
    expect((await figuresOf('stage-known'))[0]).toMatchObject({
      before: null,
      today: { state: 'not-compared', why: 'not-kept' },
    })
  })

  it('is for those who build reports', async () => {
    Object.assign(test.session(), { user: { ...test.session().user, role: 'read-only' } })
    expect(await codeOf(test.client.measures.sinceSent({ code: 'stage-known' }))).toBe('forbidden')
  })
})

describe('today, worked out from those who were written about', () => {
  it('is what a report that is frozen today counts, whatever was done in between', async () => {
    const roll = dice(5)
    const write = writeByChance(roll, async (id) => {
      const { person } = await test.client.register.person({ id })
      return roll(2) === 0 ? { leaveOutOfSharing: !person.leaveOutOfSharing } : { nhsNumber: null, localId: `L${id}` }
    })
    for (let one = 0; one < 70; one += 1) await write()
    await frozenAndSent()
    for (let one = 0; one < 90; one += 1) await write()
    const fresh = await freeze()
    const sheet = await sheetOf(fresh.id)
    let moved = 0
    for (const code of Object.keys(REPORT_FIGURES)) {
      for (const figure of await figuresOf(code)) {
        const today = comparedOf(figure)
        expect({ code, id: figure.id, count: today.count }).toEqual({
          code,
          id: figure.id,
          count: sheet.valueOf(figure.id),
        })
        moved += today.people['came-in'] + today.people['went-out']
      }
    }
    expect(moved).toBeGreaterThan(40)
  }, 60_000)
})
