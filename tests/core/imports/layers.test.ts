import { array, assert, asyncProperty, boolean, constantFrom, record, uniqueArray } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { ImportBatch } from '#shared/features/imports/schema.ts'
import { anEvent } from '#tests/support/builders.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, registerContents, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
let wizard: ReturnType<typeof importing>
let files = 0

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
  wizard = importing(test)
})

afterEach(async () => {
  await test.close()
  folder.remove()
})

const HEADINGS = 'NHS number,Surname,First name,Date of birth,Usual GP,Cancer,Diagnosis date,Stage,Care review date'
const NUMBERS = ['9990000018', '9990000026', '9990000034', '9990000107', '9990000115']
const NAMES = [
  'Bell,Ivor,05/06/1948',
  'Hollis,Ada,01/02/1950',
  'Ibbot,Ben,01/02/1951',
  'Marsh,Una,07/08/1951',
  'Tarn,Lee,02/03/1960',
]

interface Told {
  readonly who: number
  readonly gp: string
  readonly stage: string
  readonly review: string
}

const NO_LIST_ENTRIES = { listEntries: 0, listEntriesDecided: 0 }

const lineOf = ({ who, gp, stage, review }: Told): string =>
  `${NUMBERS[who]},${NAMES[who]},${gp},Malignant tumour of lung,03/04/2024,${stage},${review}`

const bringIn = async (told: readonly Told[]): Promise<ImportBatch> => {
  files += 1
  return (await wizard.bringIn(fileOf(folder.path, `list-${files}.csv`, [HEADINGS, ...told.map(lineOf)]))).batch
}

const one = (who: number, change: Partial<Told> = {}): Told => ({ who, gp: '', stage: '', review: '', ...change })

/** The register without the versions, which count every change and every return. */
const contents = async (): Promise<unknown> =>
  JSON.parse(
    JSON.stringify(await registerContents(test), (key, value: unknown) => (key === 'version' ? undefined : value)),
  )

type Row = Record<string, unknown>

/** Everything that people change, by id, without versions. */
const rowsByTable = async (): Promise<Map<string, Row>> => {
  const { people, episodes, events } = (await contents()) as Record<'people' | 'episodes' | 'events', Row[]>
  return new Map([...people, ...episodes, ...events].map((row) => [row['id'] as string, row]))
}

const person = async (surname: string) =>
  test.session().database.read.selectFrom('person').selectAll().where('surname', '=', surname).executeTakeFirst()

const setGp = async (surname: string, gp: string): Promise<void> => {
  const found = await person(surname)
  const { person: shown } = await test.client.register.person({ id: found?.id ?? '' })
  const { id, version, ...rest } = shown
  await test.client.register.savePerson({ id, version, person: { ...rest, usualGp: gp } })
}

const toldOf = uniqueArray(
  record({
    who: constantFrom(0, 1, 2, 3, 4),
    gp: constantFrom('', 'Dr Rao', 'Dr Whitlow', 'Dr Pell'),
    stage: constantFrom('', '1A', '2A'),
    review: constantFrom('', '05/06/2025', '01/02/2026'),
  }),
  { selector: ({ who }) => who, minLength: 1, maxLength: 5 },
)

describe('layers of imports', () => {
  it('come off in any order and leave the register as it was', { timeout: 120_000 }, async () => {
    await bringIn([one(0, { gp: 'Dr Rao' }), one(1)])
    const before = await contents()
    const property = asyncProperty(toldOf, toldOf, boolean(), async (first, second, olderFirst) => {
      const [a, b] = [await bringIn(first), await bringIn(second)]
      await wizard.undo(olderFirst ? a : b)
      await wizard.undo(olderFirst ? b : a)
      expect(await contents()).toEqual(before)
    })
    await assert(property, { numRuns: 12 })
  })

  it(
    'give back everything that nobody has touched since, and take nothing that was there',
    { timeout: 120_000 },
    async () => {
      await bringIn([one(0, { gp: 'Dr Rao' }), one(1)])
      const old = await rowsByTable()
      const edit = record({ who: constantFrom(0, 1, 2, 3, 4), how: constantFrom('gp', 'event') })
      const property = asyncProperty(toldOf, array(edit, { maxLength: 3 }), async (told, edits) => {
        const before = await rowsByTable()
        const batch = await bringIn(told)
        const edited = new Set<number>()
        for (const { who, how } of edits) {
          const surname = NAMES[who]?.split(',')[0] ?? ''
          const found = await person(surname)
          if (found === undefined) continue
          edited.add(who)
          if (how === 'gp') await setGp(surname, 'Dr Hand')
          else await test.client.journey.logEvent(anEvent(found.id))
        }
        const foreseen = await test.client.imports.whatUndoDoes({ batchId: batch.id })
        expect(await wizard.undo(batch)).toEqual(foreseen)
        const after = await rowsByTable()
        const isEdited = (row: Row): boolean => [...edited].some((who) => row['nhs_number'] === NUMBERS[who])
        const untouched = [...before].filter(([, row]) => !isEdited(row))
        expect([...old.keys()].filter((id) => !after.has(id))).toEqual([])
        expect(untouched.map(([id]) => after.get(id))).toEqual(untouched.map(([, row]) => row))
        expect(
          [...after.values()].filter((row) => !before.has(row['id'] as string) && row['told_by'] === 'import'),
        ).toEqual([])
        const isIn = (rows: Map<string, Row>, who: number): boolean =>
          [...rows.values()].some((row) => row['nhs_number'] === NUMBERS[who])
        const newcomers = [0, 1, 2, 3, 4].filter((who) => !isIn(before, who))
        expect(newcomers.filter((who) => isIn(after, who))).toEqual(newcomers.filter((who) => edited.has(who)))
      })
      await assert(property, { numRuns: 10 })
    },
  )

  it('come off one from between two others, with what only it brought', async () => {
    await bringIn([one(0)])
    const middle = await bringIn([one(0, { gp: 'Dr Rao' }), one(1)])
    await bringIn([one(0, { stage: '1A' }), one(2)])
    const effect = await wizard.undo(middle)
    expect(effect).toMatchObject({
      goes: { people: 1, diagnoses: 1 },
      putBack: { people: 1, fields: 1 },
      kept: { entries: 0 },
    })
    expect(await person('Bell')).toMatchObject({ usual_gp: null })
    expect(await person('Hollis')).toBeUndefined()
    expect(await person('Ibbot')).toBeDefined()
  })

  it('leave what a newer one changed to that one, and take it along when that one goes', async () => {
    const a = await bringIn([one(0, { gp: 'Dr Rao' })])
    const b = await bringIn([one(0, { gp: 'Dr Pell' })])
    expect((await wizard.undo(a)).kept.list.map(({ person: { surname }, entries }) => [surname, entries])).toEqual([
      ['Bell', [{ what: 'Their record', why: 'changed' }]],
    ])
    expect(await person('Bell')).toMatchObject({ usual_gp: 'Dr Pell' })
    expect((await wizard.undo(b)).goes).toEqual({ ...NO_LIST_ENTRIES, people: 1, diagnoses: 0, events: 0 })
    expect(await person('Bell')).toBeUndefined()
  })

  it('never take along what was there before they came', async () => {
    const a = await bringIn([one(0)])
    const bell = await person('Bell')
    const logged = await test.client.journey.logEvent(anEvent(bell?.id ?? ''))
    await wizard.undo(a)
    await test.client.journey.removeEvent({ id: logged.id, version: 1 })
    const before = await contents()
    const b = await bringIn([one(0, { gp: 'Dr Pell' })])
    await wizard.undo(b)
    expect(await contents()).toEqual(before)
    expect(await person('Bell')).toMatchObject({ usual_gp: null })
  })

  it('keep what was edited by hand, name it, and say so before and after alike', async () => {
    await bringIn([one(0)])
    const batch = await bringIn([one(0, { gp: 'Dr Rao', stage: '1A' }), one(1, { gp: 'Dr Rao' }), one(2), one(3)])
    await setGp('Bell', 'Dr Whitlow')
    await setGp('Hollis', 'Dr Whitlow')
    const ibbot = await person('Ibbot')
    await test.client.journey.logEvent(anEvent(ibbot?.id ?? ''))
    const entries = (await test.client.audit.page({ limit: 200 })).length
    const told = await test.client.imports.whatUndoDoes({ batchId: batch.id })
    expect((await test.client.audit.page({ limit: 200 })).length).toBe(entries)
    expect(await wizard.undo(batch)).toEqual(told)
    expect(told.goes).toEqual({ ...NO_LIST_ENTRIES, people: 1, diagnoses: 3, events: 0 })
    expect(told.putBack).toEqual({ people: 1, fields: 1 })
    expect(told.kept).toMatchObject({ entries: 3, people: 3 })
    expect(told.kept.list.map(({ person: { surname }, entries: kept }) => [surname, kept])).toEqual([
      ['Bell', [{ what: 'Usual GP', why: 'changed' }]],
      ['Hollis', [{ what: 'Their record', why: 'changed' }]],
      ['Ibbot', [{ what: 'Their record', why: 'built-on' }]],
    ])
    expect(await person('Bell')).toMatchObject({ usual_gp: 'Dr Whitlow' })
    expect(await person('Marsh')).toBeUndefined()
  })

  it('go whole where an edit was taken back again', async () => {
    await bringIn([one(4)])
    const before = await contents()
    const batch = await bringIn([one(0, { gp: 'Dr Rao' })])
    await setGp('Bell', 'Dr Whitlow')
    await setGp('Bell', 'Dr Rao')
    expect((await wizard.undo(batch)).kept.entries).toBe(0)
    expect(await contents()).toEqual(before)
  })

  it('keep somebody who has died since, and a record that others were merged into', async () => {
    const batch = await bringIn([one(0), one(1), one(2)])
    const [bell, hollis, ibbot] = [await person('Bell'), await person('Hollis'), await person('Ibbot')]
    const { person: shown } = await test.client.register.person({ id: bell?.id ?? '' })
    const { id, version, ...rest } = shown
    await test.client.register.savePerson({
      id,
      version,
      person: { ...rest, deathDate: { date: '2026-10-01', precision: 'day' } },
    })
    await test.client.duplicates.merge({
      personId: hollis?.id ?? '',
      otherId: ibbot?.id ?? '',
      version: hollis?.version ?? 0,
      otherVersion: ibbot?.version ?? 0,
      choices: { nhsNumber: 'kept', surname: 'kept', givenName: 'kept', birthDate: 'kept' },
    })
    const { kept } = await wizard.undo(batch)
    expect(kept.people).toBe(2)
    expect(await person('Bell')).toBeDefined()
    expect([await person('Hollis'), await person('Ibbot')].filter((found) => found !== undefined)).toHaveLength(1)
  })

  it('can be stopped, and nothing has changed then', async () => {
    const many = Array.from(
      { length: 1_200 },
      (_, at) => `L${at},Person${at},Given${at},01/02/${1930 + (at % 60)},Malignant tumour of lung,03/04/2024`,
    )
    const { batch } = await wizard.bringIn(
      fileOf(folder.path, 'many.csv', ['Local number,Surname,First name,Date of birth,Cancer,Diagnosis date', ...many]),
    )
    const before = await contents()
    const stop = new AbortController()
    const steps = await test.client.imports.undo({ batchId: batch.id }, { signal: stop.signal })
    const run = async (): Promise<void> => {
      for await (const { step, done } of steps) if (step === 'Taking back' && done > 0) stop.abort()
    }
    expect((await refusal(run())).code).toBe('cancelled')
    expect(await contents()).toEqual(before)
    // Up to the last moment: nothing is reported any more while the figures of all those people are worked out.
    const late = new AbortController()
    const again = await test.client.imports.undo({ batchId: batch.id }, { signal: late.signal })
    const runLate = async (): Promise<void> => {
      for await (const { step } of again) if (step === 'Bringing figures up to date') setImmediate(() => late.abort())
    }
    expect((await refusal(runLate())).code).toBe('cancelled')
    expect(await contents()).toEqual(before)
    expect((await test.client.imports.list({}))[0]?.undoneAt).toBeNull()
    expect((await wizard.undo(batch)).goes.people).toBe(1_200)
  })

  it('can be given another name, and none without one', async () => {
    const batch = await bringIn([one(0)])
    expect(await test.client.imports.rename({ batchId: batch.id, name: ' MDT list, spring ' })).toMatchObject({
      name: 'MDT list, spring',
    })
    expect((await refusal(test.client.imports.rename({ batchId: batch.id, name: '  ' }))).message).toBe(
      'Give the import a name',
    )
    expect((await wizard.undo(batch)).goes.people).toBe(1)
  })
})

describe('stopping', () => {
  const big = (): string =>
    fileOf(folder.path, 'big.csv', [
      'Local number,Surname,First name,Date of birth,Cancer,Diagnosis date',
      ...Array.from(
        { length: 6_000 },
        (_, at) => `L${at},Person${at},Given${at},01/02/${1930 + (at % 60)},Malignant tumour of lung,03/04/2024`,
      ),
    ])

  it('in the middle of reading or of comparing leaves nothing', async () => {
    const path = big()
    const before = await contents()
    const reading = new AbortController()
    const read = await test.client.imports.read(
      {
        fileHandle: wizard.grant(path, 'read'),
        reading: { encoding: null, separator: null, sheet: null, headerLine: null, layout: null },
      },
      { signal: reading.signal },
    )
    const stopReading = async (): Promise<void> => {
      for await (const { step, done } of read) if (step === 'Reading rows' && done > 0) reading.abort()
    }
    expect((await refusal(stopReading())).code).toBe('cancelled')

    const draft = await wizard.read(path)
    const comparing = new AbortController()
    const columns = draft.columns.map(({ index, field }) => ({ index, field, dates: 'day-first' as const }))
    const compared = await test.client.imports.preview(
      { draftId: draft.draftId, columns },
      { signal: comparing.signal },
    )
    const stopComparing = async (): Promise<void> => {
      for await (const { step, done } of compared)
        if (step === 'Comparing with the register' && done > 0) comparing.abort()
    }
    expect((await refusal(stopComparing())).code).toBe('cancelled')
    expect((await test.client.imports.draft({ draftId: draft.draftId })).preview).toBeNull()
    expect(await contents()).toEqual(before)
    expect(await test.client.imports.list({})).toEqual([])
    expect((await finish(test.client.imports.preview({ draftId: draft.draftId, columns }))).counts.people.new).toBe(
      6_000,
    )
  })
})
