import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { fillDemo } from '#core/features/demo/public.ts'
import { finish } from '#core/in-process.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const FIELDS = {
  title: 'Letters asked for by name',
  problem: 'Treatment summaries came late.',
  tried: 'One person rang the same office each week.',
  happened: 'Half as many were missing after 6 months.',
  area: 'objective_4',
  byRole: 'Cancer lead',
  madeOn: '2026-11-02',
} as const

const cards = (of: TestCore = test) => of.client.lessons.list({})
const out = (of: TestCore = test): string => join(of.dataFolder, 'card.throughline-lesson')
const write = (id: string, of: TestCore = test) => {
  of.core.env.files.grant('out', out(of), 'write')
  return finish(of.client.lessons.exportCard({ id, fileHandle: 'out' }))
}
const given = (to: TestCore, bytes: string | Uint8Array): string => {
  const path = join(to.dataFolder, 'in.throughline-lesson')
  writeFileSync(path, bytes)
  to.core.env.files.grant('in', path, 'read')
  return 'in'
}

describe('a lesson card', () => {
  it('is made, changed and removed, each taken back by one undo', async () => {
    const { id, undo } = await test.client.lessons.add({ fields: FIELDS })
    expect(await cards()).toMatchObject([{ id, ...FIELDS, chart: null, origin: null }])
    const saved = await test.client.lessons.save({ id, version: 1, fields: { ...FIELDS, happened: 'More' } })
    await test.client.audit.undo({ seq: saved.undo })
    expect(await cards()).toMatchObject([FIELDS])
    const removed = await test.client.lessons.remove({ id, version: 3 })
    expect(await cards()).toEqual([])
    await test.client.audit.undo({ seq: removed.undo })
    await test.client.audit.undo({ seq: undo })
    expect(await cards()).toEqual([])
  })

  it('freezes the months of a measure, and says why one cannot go on a card', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 340, seed: 7 })
    const { measures } = await test.client.measures.library({})
    const code = measures.find(({ kind }) => kind === 'rate')?.code ?? ''
    const fault = async (measureCode: string): Promise<string> =>
      (await refusal(test.client.lessons.chart({ measureCode, months: 12 }))).message
    expect(await fault('no-such')).toBe('This measure is not in the library')
    const small = measures.find(({ kind }) => kind === 'count')?.code ?? ''
    const told = await test.client.lessons.chart({ measureCode: small, months: 36 }).catch(() => null)
    expect(told?.chart.months.every(({ value }) => value === null || value === 0 || value > 5) ?? true).toBe(true)
    const large =
      measures.find(({ code: one }) => one.includes('register') && one !== code)?.code ?? measures[0]?.code ?? ''
    const { chart } = await test.client.lessons.chart({ measureCode: large, months: 12 })
    expect(chart.months.map(({ month }) => month).at(-1)).toBe('2026-10')
    expect(chart.months).toHaveLength(12)
    const { id } = await test.client.lessons.add({ fields: { ...FIELDS, chart: { measureCode: large, months: 12 } } })
    await test.client.lessons.save({ id, version: 1, fields: { ...FIELDS, title: 'Other', chart: 'keep' } })
    expect((await cards()).find((card) => card.id === id)?.chart).toEqual(chart)
  })

  it('travels from one register to another, is looked at first, brought in once and stays as it came', async () => {
    const { id } = await test.client.lessons.add({ fields: FIELDS })
    const { checksum } = await write(id)
    const other = await createTestCore()
    try {
      const { lessons } = other.client
      const fileHandle = given(other, readFileSync(out()))
      expect(await lessons.inspect({ fileHandle })).toMatchObject({
        checksum,
        practice: 'Brackenfold Surgery',
        card: FIELDS,
        alreadyHere: false,
      })
      expect(await cards(other)).toEqual([])
      const taken = await lessons.bringIn({ fileHandle, checksum })
      expect(await cards(other)).toMatchObject([
        { ...FIELDS, origin: { practice: 'Brackenfold Surgery', addedOn: '2026-11-23', checksum } },
      ])
      expect(await codeOf(lessons.bringIn({ fileHandle, checksum }))).toBe('conflict')
      expect(await codeOf(lessons.save({ id: taken.id, version: 1, fields: FIELDS }))).toBe('conflict')
      await write(taken.id, other)
      expect(readFileSync(out(other), 'utf8')).toBe(readFileSync(out(), 'utf8'))
      await other.client.audit.undo({ seq: taken.undo })
      expect(await cards(other)).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('is not written while it names somebody on the register, whichever field does', async () => {
    await test.client.register.addPerson({
      person: aPerson({ surname: 'Quillbottom', givenName: 'Ada' }),
      episode: anEpisode(),
    })
    for (const field of ['title', 'problem', 'tried', 'happened', 'byRole'] as const) {
      const { id } = await test.client.lessons.add({ fields: { ...FIELDS, [field]: 'Ada Quillbottom rang us' } })
      const error = await refusal(write(id))
      expect(error.code).toBe('validation')
      expect(error.details.fieldErrors).toEqual({ [field]: 'names somebody who is on the register' })
      expect(existsSync(out())).toBe(false)
    }
  })

  it('is not written with a number, a birth, a whole date or too much text, and the field is named', async () => {
    for (const [field, text] of [
      ['problem', 'About 999 000 0018'],
      ['tried', 'Born in Wexcombe'],
      ['happened', 'On 03/04/1951'],
      ['happened', 'x'.repeat(4001)],
    ] as const) {
      const { id } = await test.client.lessons.add({ fields: { ...FIELDS, [field]: text } })
      const error = await refusal(write(id))
      expect(Object.keys(error.details.fieldErrors ?? {})).toEqual([field])
      expect(existsSync(out())).toBe(false)
    }
  })
})

describe('a hostile file', () => {
  const card = { ...FIELDS, practice: 'Elsewhere', chart: null }
  const wrap = (content: object, change: object = {}): string =>
    JSON.stringify({
      format: 'throughline-lesson',
      version: 1,
      checksum: sha256(canonicalJson(content)),
      card: content,
      ...change,
    })

  it.each([
    ['empty', ''],
    ['binary', '\u0000\u0001PK\u0003\u0004'],
    ['too large', ' '.repeat(200_001)],
    ['a wrong checksum', wrap(card, { checksum: 'a'.repeat(64) })],
    ['no checksum', wrap(card, { checksum: undefined })],
    ['another format', wrap(card, { format: 'bundle' })],
    ['a newer version', wrap(card, { version: 9 })],
    ['an unknown key', wrap({ ...card, run: 'calc.exe' })],
    ['a reach for prototypes', wrap(card).replace('{', '{"constructor": {},')],
    ['great depth', `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`],
    ['a list for a text', wrap({ ...card, problem: ['x'] })],
    ['a control character', wrap({ ...card, problem: 'x\u001b[31m' })],
    ['an NHS number', wrap({ ...card, tried: '9990000018' })],
    ['a date of birth', wrap({ ...card, tried: '3 April 1951' })],
    ['an NHS number for a practice', wrap({ ...card, practice: '999 000 0018' })],
    ['too long a text', wrap({ ...card, happened: 'x'.repeat(4001) })],
    [
      '37 months',
      wrap({
        ...card,
        chart: { title: 'x', unit: '%', months: Array.from({ length: 37 }, () => ({ month: '2026-01', value: 1 })) },
      }),
    ],
  ])('is refused whole: %s', async (_, text) => {
    const fileHandle = given(test, text)
    const error = await refusal(test.client.lessons.inspect({ fileHandle }))
    expect(error.code).toBe('validation')
    expect(error.message).toMatch(/^This file is refused: /)
    expect(await codeOf(test.client.lessons.bringIn({ fileHandle, checksum: 'a'.repeat(64) }))).toBe('validation')
    expect(await cards()).toEqual([])
  })

  it('is not taken where it is another than the one that was looked at', async () => {
    const fileHandle = given(test, wrap(card))
    const { checksum } = await test.client.lessons.inspect({ fileHandle })
    given(test, wrap({ ...card, title: 'Another' }))
    expect(await codeOf(test.client.lessons.bringIn({ fileHandle, checksum }))).toBe('conflict')
    expect(await cards()).toEqual([])
  })
})
