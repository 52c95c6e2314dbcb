import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import type { Draft, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const words = (text: string): DocumentNode => ({ type: 'text', text })
const field = (code: string, label: string | null = null): DocumentNode => ({
  type: 'field',
  attrs: { code, label, frozen: null },
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const text = (...blocks: DocumentNode[]): ToolkitDocument => ({ type: 'doc', content: blocks })

const draftOf = ({ title, content, answers, reviewDue }: OpenDocument): Draft => ({
  title,
  content,
  answers,
  reviewDue,
})

type Create = Parameters<TestCore['client']['toolkit']['create']>[0]

/** A document with this text. */
const written = async (content: ToolkitDocument, change: Partial<Create> = {}) => {
  const { toolkit } = test.client
  const { id, version } = await toolkit.create({ templateCode: null, title: 'Local profile', ...change })
  const base = draftOf(await toolkit.open({ id }))
  const saved = await toolkit.save({ id, version, ...base, content, base })
  return { id, version: saved.version }
}

const issue = (which: { id: string; version: number }) =>
  test.client.toolkit.issue({ ...which, purpose: 'The board', recipient: null })

const addPeople = async (count: number, from = 0): Promise<void> => {
  const numbers = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050', '9990000069', '9990000077']
  for (let at = from; at < from + count; at += 1)
    await test.client.register.addPerson({
      person: aPerson({ surname: `Ashworth${'abcdefg'[at]}`, nhsNumber: numbers[at] ?? null }),
      episode: anEpisode({ diagnosisDate: { date: '2026-09-10', precision: 'day' } }),
    })
}

describe('a document', () => {
  it('is issued, sees what changed since, and is issued again', async () => {
    const { toolkit } = test.client
    await addPeople(6)
    const content = text(
      paragraph(words('We look after '), field('register.people'), words(' people.')),
      paragraph(field('practice.name'), words(' at '), field('ask.venue', 'Where it is held')),
    )
    const first = await written(content)
    const opened = await toolkit.open({ id: first.id })
    expect(opened.values.map(({ code, words: shown }) => [code, shown])).toEqual([
      ['register.people', '6'],
      ['practice.name', 'Brackenfold Surgery'],
      ['ask.venue', ''],
    ])
    expect(opened.values[0]).toMatchObject({ safeOutside: true, outsideWords: 'Safe: 6 is over 5', class: 'aggregate' })
    expect(opened.blanks).toEqual([{ code: 'ask.venue', label: 'Where it is held', answer: '' }])
    const issued = await issue(first)
    expect(issued.issue).toMatchObject({ number: 1, issuedOn: '2026-11-23', issuedBy: 'Dr Anjali Rao' })
    await addPeople(1, 6)
    const after = await toolkit.open({ id: first.id })
    expect(after.changedFields).toEqual([
      { code: 'register.people', label: 'People on the register', was: '6', now: '7', from: 'Register' },
    ])
    expect((await toolkit.library({})).documents[0]).toMatchObject({ issues: 1, changed: 1 })
    const again = await issue({ id: first.id, version: after.version })
    expect(again.issue.number).toBe(2)
    expect((await toolkit.open({ id: first.id })).changedFields).toEqual([])
    const frozen = await toolkit.issueOne({ id: issued.issue.id })
    expect(frozen.content.content[0]?.content?.[1]).toMatchObject({ attrs: { frozen: '6' } })
    expect(frozen.fields['register.people']).toEqual({ label: 'People on the register', words: '6' })
  })
})
