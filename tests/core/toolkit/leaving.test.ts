import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import { TABLES_OF_PEOPLE } from '#core/db/shareable-people.ts'
import type { FieldValue, TemplateAudience } from '#shared/features/toolkit/schema.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { field, paragraph, text, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const FIELDS = [
  'register.people',
  'register.stage-known',
  'register.new-12-months',
  'measure.stage-known.number',
  'measure.stage-known.out-of',
  'learning.suggested',
  'letters.late',
] as const
const TABLES = ['table.register-by-group', 'table.measures-key', 'table.letters-by-kind'] as const

interface People {
  readonly count: number
  readonly leaveOut?: boolean
  readonly stage?: string | null
  readonly emergency?: boolean
}

const addPeople = async ({ count, leaveOut = false, stage = '2', emergency = true }: People): Promise<void> => {
  for (let at = 0; at < count; at += 1)
    await test.client.register.addPerson({
      person: aPerson({
        surname: `Quill${'abcdefghijklmnopqrstuvwxyz'[at]}${leaveOut ? 'o' : 'i'}${stage ?? 'n'}`,
        leaveOutOfSharing: leaveOut,
      }),
      episode: anEpisode({
        diagnosisDate: { date: '2026-09-10', precision: 'day' },
        stage,
        route: emergency ? 'emergency' : 'urgent_referral',
      }),
    })
}

const valuesIn = async (
  audience: TemplateAudience,
  codes: readonly string[] = FIELDS,
  tables: readonly string[] = TABLES,
): Promise<ReadonlyMap<string, FieldValue>> => {
  const content = text(
    paragraph(...codes.map((code) => field(code))),
    ...tables.map((code) => ({ type: 'fieldTable' as const, attrs: { code, frozen: null } })),
  )
  const { id } = await written(test.client, content, { audience })
  return new Map((await test.client.toolkit.open({ id })).values.map((value) => [value.code, value]))
}

const shown = (values: ReadonlyMap<string, FieldValue>): unknown[] =>
  [...values].map(([code, { words, table }]) => [code, table?.rows ?? words])

describe('whoever asked to be left out of what is shared', () => {
  it('is in every figure and table inside, and in none that leaves', async () => {
    await addPeople({ count: 8 })
    const before = await valuesIn('outside')
    await addPeople({ count: 7, leaveOut: true })
    expect(shown(await valuesIn('outside'))).toEqual(shown(before))
    const inside = await valuesIn('inside')
    expect(inside.get('register.people')?.words).toBe('15')
    expect(inside.get('learning.suggested')?.words).toBe('15')
    expect(inside.get('table.register-by-group')?.table?.rows.at(-1)).toEqual(['All', '15'])
    expect(before.get('register.people')?.words).toBe('8')
    expect(before.get('learning.suggested')?.words).toBe('8')
  })

  it('is left out of every table that names a person', () => {
    const { database, key } = test.core.vault.openRegister()
    const reader = openForReading(database.path, key)
    const tables = reader
      .prepare(
        `SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'person_id'
         WHERE m.type = 'table' ORDER BY m.name`,
      )
      .all() as { name: string }[]
    reader.close()
    // About who may see what, or worked on by hand: no fact is read from them.
    const others = [
      'audit_entry',
      'check_hit',
      'check_override',
      'duplicate_pair',
      'hospital_query_item',
      'hospital_query_step',
      'merged_person',
      'not_same_person',
      'put_off',
      'reconciliation_item',
      'toolkit_document',
    ]
    const missing = tables.map(({ name }) => name).filter((name) => !TABLES_OF_PEOPLE.has(name))
    expect(missing.filter((name) => !others.includes(name))).toEqual([])
  })
})

describe('a small count in a document that leaves', () => {
  it('is said in words and does not keep it from being issued', async () => {
    await addPeople({ count: 4 })
    const { toolkit } = test.client
    const made = await written(test.client, text(paragraph(field('register.people'), field('letters.late'))), {
      audience: 'outside',
    })
    const [people, letters] = (await toolkit.open({ id: made.id })).values
    expect(people).toMatchObject({
      words: 'fewer than 6',
      hidden: true,
      safeOutside: true,
      outsideWords: 'Safe: in words, because 4 is 1 to 5',
    })
    expect(letters).toMatchObject({ words: '0', hidden: false })
    expect((await toolkit.checkIssue({ id: made.id })).findings.map(({ kind, code }) => [kind, code])).toEqual([
      ['warns', 'register.people'],
    ])
    const { issue } = await toolkit.issue({ ...made, purpose: 'The board', recipient: null })
    expect((await toolkit.issueOne({ id: issue.id })).fields['register.people']?.words).toBe('fewer than 6')
    expect((await valuesIn('inside', ['register.people'], [])).get('register.people')).toMatchObject({
      words: '4',
      hidden: false,
      safeOutside: false,
      outsideWords: 'Only as “fewer than 6”, because 4 is 1 to 5',
    })
  })

  it('is given away neither by a share nor by what a total leaves', async () => {
    await addPeople({ count: 12, stage: '2' })
    await addPeople({ count: 3, stage: null })
    const { size, words } = await valuesIn(
      'outside',
      ['measure.stage-known.number', 'measure.stage-known.out-of', 'register.stage-known'],
      [],
    ).then((values) => ({ size: values.size, words: [...values.values()].map((value) => value.words) }))
    expect(size).toBe(3)
    expect(words).toEqual(['not given', '15', 'all but fewer than 6'])
    const alone = await valuesIn('outside', ['measure.stage-known.number'], [])
    expect(alone.get('measure.stage-known.number')?.words).toBe('12')
  })

  it('of a table is not given away by its total elsewhere', async () => {
    await addPeople({ count: 6 })
    await test.client.register.addPerson({
      person: aPerson({}),
      episode: anEpisode({ tumourGroup: 'breast', icd10Code: 'C50.9', site: 'Breast' }),
    })
    const values = await valuesIn('outside', ['register.people'], ['table.register-by-group'])
    expect(values.get('table.register-by-group')?.table?.rows.map(([, count]) => count)).toEqual([
      'not given',
      'fewer than 6',
      'not given',
    ])
    expect(values.get('register.people')?.words).toBe('not given')
  })
})
