import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import { frozenClock } from '#core/clock.ts'
import { textOf } from '#shared/features/toolkit/walk.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, TEST_NOW, type TestCore } from '#tests/support/test-core.ts'
import { draftOf, paragraph, text, words, written } from './writing.ts'

let test: TestCore
let clock: { now: string }
beforeEach(async () => {
  clock = { now: TEST_NOW }
  const moving = { ...frozenClock(TEST_NOW), now: () => clock.now }
  test = await createTestCore({ clock: moving })
})
afterEach(() => test.close())

const lines = (...some: string[]): ToolkitDocument => text(...some.map((one) => paragraph(words(one))))
const linesOf = ({ content }: ToolkitDocument): string[] => content.map((block) => textOf(block))

const begin = async (...some: string[]) => {
  const made = await written(test.client, lines(...some))
  const base = draftOf(await test.client.toolkit.open({ id: made.id }))
  return { made, base }
}

const changes = (): { table_name: string; kind: string }[] => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const rows = reader.prepare('SELECT table_name, kind FROM change ORDER BY seq DESC LIMIT 4').all()
  reader.close()
  return rows as ReturnType<typeof changes>
}

describe('two windows that write in one document', () => {
  it('are put together where they wrote apart', async () => {
    const { toolkit } = test.client
    const { made, base } = await begin('one', 'two', 'three')
    const first = await toolkit.save({ ...made, ...base, content: lines('ONE', 'two', 'three'), base })
    expect(first.outcome).toBe('saved')
    const second = await toolkit.save({ ...made, ...base, content: lines('one', 'two', 'three', 'four'), base })
    expect(second).toMatchObject({ outcome: 'merged', version: first.version + 1 })
    expect(linesOf((await toolkit.open({ id: made.id })).content)).toEqual(['ONE', 'two', 'three', 'four'])
  })

  it('keep both texts where they wrote in the same place', async () => {
    const { toolkit } = test.client
    const { made, base } = await begin('one', 'two')
    await toolkit.save({ ...made, ...base, content: lines('one', 'theirs'), base })
    const mine = { ...base, content: lines('one', 'mine') }
    const answer = await toolkit.save({ ...made, ...mine, base })
    if (answer.outcome !== 'conflict') throw new Error(answer.outcome)
    expect(linesOf(answer.theirs.content)).toEqual(['one', 'theirs'])
    expect(linesOf(answer.mine.content)).toEqual(['one', 'mine'])
    const kept = await toolkit.revision({ id: answer.revisionId })
    expect(linesOf(kept.content)).toEqual(['one', 'mine'])
    expect(kept.kind).toBe('other')
    // Trying again keeps it once.
    await toolkit.save({ ...made, ...mine, base })
    expect(await toolkit.revisions({ documentId: made.id })).toHaveLength(1)
    const kept2 = await toolkit.save({ id: made.id, version: answer.version, ...mine, base: answer.theirs })
    expect(kept2.outcome).toBe('saved')
    expect(linesOf((await toolkit.open({ id: made.id })).content)).toEqual(['one', 'mine'])
  })

  it('leave no trace where nothing changed, and one row where a word did', async () => {
    const { toolkit } = test.client
    const { made, base } = await begin(...Array.from({ length: 40 }, (_, at) => `line ${at}`))
    expect((await toolkit.save({ ...made, ...base, base })).version).toBe(made.version)
    const changed = linesOf(base.content).map((line, at) => (at === 20 ? 'other' : line))
    await toolkit.save({ ...made, ...base, content: lines(...changed), base })
    expect(changes().slice(0, 2)).toEqual([
      { table_name: 'toolkit_document', kind: 'update' },
      { table_name: 'toolkit_block', kind: 'update' },
    ])
  })

  it('keep the order of what is put in between, again and again', async () => {
    const { toolkit } = test.client
    const { made } = await begin('first', 'last')
    let expected = ['first', 'last']
    for (let at = 0; at < 70; at += 1) {
      const now = await toolkit.open({ id: made.id })
      const base = draftOf(now)
      expected = ['first', `between ${at}`, ...expected.slice(1)]
      await toolkit.save({ id: made.id, version: now.version, ...base, content: lines(...expected), base })
    }
    expect(linesOf((await toolkit.open({ id: made.id })).content)).toEqual(expected)
  })
})

describe('earlier states', () => {
  it('are kept one a sitting, and one is taken up again', async () => {
    const { toolkit } = test.client
    const { made, base } = await begin('monday')
    clock.now = '2026-11-24T09:00:00.000Z'
    const second = await toolkit.save({ ...made, ...base, content: lines('tuesday'), base })
    const now = draftOf(await toolkit.open({ id: made.id }))
    clock.now = '2026-11-24T09:01:00.000Z'
    const third = await toolkit.save({
      id: made.id,
      version: second.version,
      ...now,
      content: lines('tuesday, more'),
      base: now,
    })
    const kept = await toolkit.revisions({ documentId: made.id })
    expect(kept).toMatchObject([{ kind: 'before', by: 'Dr Anjali Rao', words: 1 }])
    expect(await refusal(toolkit.restoreRevision({ ...made, revisionId: kept[0]?.id ?? '' }))).toMatchObject({
      code: 'stale',
    })
    await toolkit.restoreRevision({ id: made.id, version: third.version, revisionId: kept[0]?.id ?? '' })
    expect(linesOf((await toolkit.open({ id: made.id })).content)).toEqual(['monday'])
    const after = await toolkit.revisions({ documentId: made.id })
    expect(after).toHaveLength(2)
    expect(linesOf((await toolkit.revision({ id: after[0]?.id ?? '' })).content)).toEqual(['tuesday, more'])
  })

  it('are a hundred at most', async () => {
    const { toolkit } = test.client
    const { made } = await begin('0')
    for (let at = 1; at <= 103; at += 1) {
      clock.now = `2027-01-01T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00.000Z`
      const { version, ...open } = await toolkit.open({ id: made.id })
      const base = draftOf({ version, ...open })
      const { version: next } = await toolkit.save({ id: made.id, version, ...base, content: lines(String(at)), base })
      const [first] = await toolkit.revisions({ documentId: made.id })
      if (first !== undefined) await toolkit.restoreRevision({ id: made.id, version: next, revisionId: first.id })
    }
    expect(await toolkit.revisions({ documentId: made.id })).toHaveLength(100)
  })
})

describe('comments', () => {
  it('are written, dealt with and removed, and warn before an issue', async () => {
    const { toolkit } = test.client
    const { made } = await begin('one')
    const { id, version } = await toolkit.addComment({ documentId: made.id, markId: 'comment-1', words: 'Is this so?' })
    expect((await toolkit.checkIssue({ id: made.id })).findings.map(({ words: why }) => why)).toEqual([
      '1 comment is open. Comments are not issued',
    ])
    const done = await toolkit.resolveComment({ id, version, isResolved: true })
    expect((await toolkit.checkIssue({ id: made.id })).findings).toEqual([])
    expect((await toolkit.open({ id: made.id })).comments).toMatchObject([
      { resolvedOn: '2026-11-23', by: 'Dr Anjali Rao' },
    ])
    await toolkit.removeComment({ id, version: done.version })
    expect((await toolkit.open({ id: made.id })).comments).toEqual([])
  })
})
