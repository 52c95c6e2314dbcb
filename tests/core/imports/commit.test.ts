import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, fixture, importing, registerContents, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterEach(async () => {
  await test.close()
  folder.remove()
})

const HEADINGS = 'NHS number,Surname,First name,Date of birth,Usual GP,Cancer,Diagnosis date,Stage,Care review date'
const ada = '9990000026,Hollis,Ada,01/02/1950,Dr Rao,Malignant tumour of lung,03/04/2024,,'
const list = (...rows: string[]): string =>
  fileOf(folder.path, `list-${rows.length}-${rows.join('').length}.csv`, [HEADINGS, ...rows])

describe('what the preview shows is what the commit does', () => {
  it('stores the counts that were shown and leaves a backup made before', async () => {
    const wizard = importing(test)
    const { preview, batch } = await wizard.bringIn(fixture('emis-report.csv'))
    expect(batch.counts).toEqual(preview.counts)
    expect(await test.client.imports.list({})).toEqual([batch])
    const { backups } = await test.client.safekeeping.status({})
    expect(backups.map(({ reason, people }) => [reason, people])).toEqual([['before-import', 0]])
    expect((await test.client.register.page({})).total).toBe(4)
  })

  it('changes nothing when the same file comes again, and says so', async () => {
    const wizard = importing(test)
    await wizard.bringIn(fixture('emis-report.csv'))
    const before = await registerContents(test)
    const { preview } = await wizard.bringIn(fixture('emis-report.csv'))
    expect(preview.counts).toMatchObject({
      rows: { new: 0, changed: 0, same: 6, rejected: 0 },
      diagnosesAdded: 0,
      eventsAdded: 0,
    })
    expect(await registerContents(test)).toEqual(before)
  })

  it('saves nothing before the last step', async () => {
    const wizard = importing(test)
    const before = await registerContents(test)
    await wizard.preview(await wizard.read(fixture('emis-report.csv')))
    expect(await registerContents(test)).toEqual(before)
    expect(await test.client.imports.list({})).toEqual([])
  })

  it('asks for a new check when the register moved in between', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('emis-report.csv'))
    await wizard.preview(draft)
    await wizard.bringIn(list(ada))
    await expect(wizard.commit(draft)).rejects.toMatchObject({ code: 'stale' })
    await wizard.preview(draft)
    expect((await wizard.commit(draft)).counts.people.new).toBe(4)
  })
})

describe('somebody whom only a local number tells', () => {
  it('is stored without a name, as when typed in, and is the same when the file comes again', async () => {
    const wizard = importing(test)
    const file = fileOf(folder.path, 'local.csv', ['Local number,Surname,First name,Date of birth', 'QX-20114,,,'])
    await wizard.bringIn(file)
    const { rows } = await test.client.register.page({})
    expect(rows).toMatchObject([{ surname: '', givenName: '', localId: 'QX-20114', nhsNumber: null }])
    const { preview } = await wizard.bringIn(file)
    expect(preview.counts.people).toMatchObject({ new: 0, same: 1 })
  })
})

describe('changes to somebody on the register', () => {
  it('are shown under who they are on the register where the file leaves that blank', async () => {
    const wizard = importing(test)
    const full = 'NHS number,Local number,Surname,First name,Date of birth,Sex'
    await wizard.bringIn(fileOf(folder.path, 'full.csv', [full, '9990000026,QX-1,Hollis,Ada,01/02/1950,F']))
    const draft = await wizard.read(
      fileOf(folder.path, 'short.csv', ['NHS number,Surname,Usual GP', '9990000026,Hollis,Dr Rao']),
    )
    await wizard.preview(draft)
    const { rows } = await test.client.imports.previewRows({ draftId: draft.draftId, outcome: 'changed' })
    expect(rows).toMatchObject([
      { surname: 'Hollis', givenName: 'Ada', nhsNumber: '9990000026', birthDate: '1950-02-01', sex: '2' },
    ])
  })

  it('fills what is blank, takes a newer GP, and adds what happened', async () => {
    const wizard = importing(test)
    await wizard.bringIn(list(ada))
    const draft = await wizard.read(
      list('9990000026,Hollis,Ada,01/02/1950,Dr Whitlow,Malignant tumour of lung,03/04/2024,2A,05/06/2025'),
    )
    const { counts } = await wizard.preview(draft)
    expect(counts).toMatchObject({ rows: { changed: 1 }, diagnosesAdded: 0, eventsAdded: 1 })
    const { rows } = await test.client.imports.previewRows({ draftId: draft.draftId, outcome: 'changed' })
    expect(rows[0]).toMatchObject({
      matchedOn: 'NHS number',
      changes: [
        { label: 'Usual GP', ours: 'Dr Rao', theirs: 'Dr Whitlow', taken: true },
        { label: 'Stage', ours: null, theirs: '2A', taken: true },
        { label: 'Event', ours: null, theirs: 'Cancer care review, 5 Jun 2025', taken: true },
      ],
    })
    await wizard.commit(draft)
    const { read } = test.session().database
    expect(await read.selectFrom('person').select(['usual_gp', 'version']).executeTakeFirstOrThrow()).toEqual({
      usual_gp: 'Dr Whitlow',
      version: 2,
    })
    expect(await read.selectFrom('cancer_episode').select('stage').execute()).toEqual([{ stage: '2A' }])
  })

  it.each([
    [
      'another date of birth',
      '9990000026,Hollis,Ada,02/02/1950,,,,,',
      'The NHS number is on the register with another date of birth',
    ],
    [
      'another NHS number',
      '9990000018,Hollis,Ada,01/02/1950,,,,,',
      'This name and date of birth is on the register under another NHS number',
    ],
    [
      'another name and first name',
      '9990000026,Bell,Sue,01/02/1950,,,,,',
      'The NHS number is on the register under another name',
    ],
    [
      'a first name that does not fit',
      ',Hollis,Zoe,01/02/1950,,,,,',
      'Somebody with this surname and date of birth is on the register under another first name',
    ],
  ])('rejects %s with the reason and the line', async (_what, row, reason) => {
    const wizard = importing(test)
    await wizard.bringIn(list(ada))
    const draft = await wizard.read(list(row))
    await wizard.preview(draft)
    const { rows } = await test.client.imports.previewRows({ draftId: draft.draftId, outcome: 'rejected' })
    expect(rows.map((one) => [one.line, one.reason])).toEqual([[2, reason]])
  })
})

describe('undoing an import', () => {
  it('gives back the register as it was, and keeps the import in the list', async () => {
    const wizard = importing(test)
    await wizard.bringIn(list(ada))
    const before = await registerContents(test)
    const { batch } = await wizard.bringIn(
      list(
        '9990000026,Hollis,Ada,01/02/1950,Dr Whitlow,Malignant tumour of lung,03/04/2024,2A,05/06/2025',
        '9990000034,Ibbot,Ben,01/02/1951,,Ca prostate,2024,,',
      ),
    )
    const result = await wizard.undo(batch)
    expect(result.kept.entries).toBe(0)
    expect(result.restored).toBe(5)
    expect(withoutVersions(await registerContents(test))).toEqual(withoutVersions(before))
    expect((await test.client.imports.list({})).map(({ undoneAt }) => undoneAt)).toEqual([
      test.core.env.clock.now(),
      null,
    ])
    await expect(wizard.undo(batch)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keeps what somebody worked on since, and counts it', async () => {
    const wizard = importing(test)
    const { batch } = await wizard.bringIn(list(ada))
    const person = await test.session().database.read.selectFrom('person').select('id').executeTakeFirstOrThrow()
    await test.client.journey.logEvent({
      personId: person.id,
      episodeId: null,
      eventType: 'nurse_phone_call',
      lane: 'primary',
      date: '2026-11-20',
      precision: 'day',
      note: null,
      toldBy: 'patient',
      answersEventId: null,
    })
    expect(await wizard.undo(batch)).toMatchObject({ restored: 1, kept: { entries: 1, people: 1 } })
    expect((await test.client.register.page({})).total).toBe(1)
  })

  it('can be brought in again afterwards', async () => {
    const wizard = importing(test)
    const { batch } = await wizard.bringIn(fixture('emis-report.csv'))
    await wizard.undo(batch)
    const again = await wizard.bringIn(fixture('emis-report.csv'))
    expect(again.batch.counts.people.new).toBe(4)
  })
})

const withoutVersions = (contents: unknown): unknown =>
  JSON.parse(JSON.stringify(contents, (key, value: unknown) => (key === 'version' ? undefined : value)))

describe('rejected rows', () => {
  it('each say why, and the counts add up', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('faults.csv'))
    const { counts, rejections } = await wizard.preview(draft)
    expect(counts).toMatchObject({ rowsIn: 8, rows: { new: 1, changed: 0, same: 0, rejected: 7 } })
    expect(rejections.map(({ reason }) => reason).toSorted()).toEqual([
      'Date of birth: there is no such day',
      'Diagnosis date is before the date of birth',
      'Diagnosis date is in the future',
      'NHS number check digit is wrong',
      'NHS number rounded by a spreadsheet, so digits are lost',
      'No name and no number',
      'The row has more cells than there are headings. A separator inside a value may lack its quotation marks',
    ])
  })

  it('are refused, not guessed, where the month comes first', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('american-dates.csv'))
    expect(draft.columns.at(-1)).toMatchObject({
      certainty: 'guessed',
      reason: 'The month is first',
    })
    const { counts, rejections } = await wizard.preview(draft)
    expect(counts.rows).toEqual({ new: 0, changed: 0, same: 0, conflict: 0, rejected: 2 })
    expect(rejections).toHaveLength(1)
  })

  it('are written to a file that can be mended and brought back, before and after the import', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('faults.csv'))
    await wizard.preview(draft)
    const early = join(folder.path, 'early.csv')
    const late = join(folder.path, 'late.csv')
    expect(
      await finish(
        test.client.imports.saveRejected({
          from: { draftId: draft.draftId },
          fileHandle: wizard.grant(early, 'write'),
        }),
      ),
    ).toEqual({ rows: 7 })
    const batch = await wizard.commit(draft)
    await finish(
      test.client.imports.saveRejected({ from: { batchId: batch.id }, fileHandle: wizard.grant(late, 'write') }),
    )
    const text = readFileSync(late, 'utf8')
    expect(text).toBe(readFileSync(early, 'utf8'))
    expect(text.split('\r\n')[1]).toContain('NHS number rounded by a spreadsheet')
    const mended = text.replace('31/02/1950', '28/02/1950')
    writeFileSync(late, mended)
    const { preview } = await wizard.bringIn(late)
    expect(preview.counts.rows).toMatchObject({ new: 1, rejected: 6 })
  })
})

describe('a draft', () => {
  it('is forgotten when the register locks', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('emis-report.csv'))
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    await expect(wizard.preview(draft)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be read another way', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('mdt-list.tsv'))
    const again = await finish(
      test.client.imports.readAgain({ draftId: draft.draftId, reading: { encoding: 'windows-1252', headerLine: 2 } }),
    )
    expect(again).toMatchObject({ draftId: draft.draftId, encoding: 'windows-1252', headerLine: 2, rowCount: 2 })
  })

  it('needs columns that tell people apart', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('plain.csv'))
    await expect(wizard.preview(draft, { 'NHS number': 'leave_out', Surname: 'leave_out' })).rejects.toMatchObject({
      code: 'validation',
    })
    await expect(wizard.preview(draft, { 'First name': 'surname' })).rejects.toMatchObject({
      message: 'Two columns go to Surname. Choose one of them and leave the other out.',
    })
  })
})

describe('stopping', () => {
  it('leaves everything as before, in the middle of storing', async () => {
    const wizard = importing(test)
    const rows = Array.from(
      { length: 600 },
      (_, at) => `,Person${at},Given${at},01/02/${1930 + (at % 60)},,Ca prostate,2024,,`,
    )
    const path = fileOf(folder.path, 'many.csv', [
      HEADINGS.replace('Usual GP', 'Local number'),
      ...rows.map((row, at) => row.replace(',,Ca', `,L${at},Ca`)),
    ])
    const draft = await wizard.read(path)
    await wizard.preview(draft)
    const before = await registerContents(test)
    const stop = new AbortController()
    const steps = await test.client.imports.commit({ draftId: draft.draftId, name: 'Stopped' }, { signal: stop.signal })
    const run = async (): Promise<void> => {
      for await (const { step, done } of steps) if (step === 'Bringing in people' && done > 0) stop.abort()
    }
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await registerContents(test)).toEqual(before)
    expect(await test.client.imports.list({})).toEqual([])
    expect((await wizard.commit(draft)).counts.people.new).toBe(600)
  })
})
