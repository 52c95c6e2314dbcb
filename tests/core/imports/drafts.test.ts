import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import { codeOf } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from './import-helpers.ts'

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

const checked = async (): Promise<ImportDraft> => {
  const wizard = importing(test)
  const draft = await wizard.read(
    fileOf(folder.path, 'list.csv', [
      'NHS number,Surname,First name,Date of birth,Cancer',
      '9990000026,Hollis,Ada,01/02/1950,Lung cancer',
    ]),
  )
  await wizard.preview(draft)
  return draft
}

const read = ({ draftId }: ImportDraft): Promise<unknown> => test.client.imports.draft({ draftId })
const discard = ({ draftId }: ImportDraft): Promise<unknown> => test.client.imports.discard({ draftId })
const commit = ({ draftId }: ImportDraft) => test.client.imports.commit({ draftId, name: 'November' })

describe('a draft that is brought in twice at once', () => {
  it('is stored once, and can be looked at meanwhile', async () => {
    const draft = await checked()
    const both = [finish(commit(draft)), codeOf(finish(commit(draft)))] as const
    expect(await codeOf(read(draft))).toBe('no failure')
    expect((await both[0]).counts.people.new).toBe(1)
    expect(await both[1]).toBe('conflict')
    expect(await test.client.imports.list({})).toHaveLength(1)
    expect(await codeOf(finish(commit(draft)))).toBe('not-found')
  })
})

describe('a draft that was put aside', () => {
  it('does not come back when work that was going on ends', async () => {
    const draft = await checked()
    const columns = draft.columns.map(({ index, field }) => ({ index, field, dates: null }))
    const preview = codeOf(finish(test.client.imports.preview({ draftId: draft.draftId, columns, words: [] })))
    const matching = codeOf(test.client.imports.matchAs({ draftId: draft.draftId, profileId: null }))
    await discard(draft)
    expect(await Promise.all([preview, matching])).toEqual(['not-found', 'not-found'])
    expect(await codeOf(read(draft))).toBe('not-found')
  })

  it('does not come back when its import is stopped', async () => {
    const draft = await checked()
    const stop = new AbortController()
    const steps = await test.client.imports.commit(
      { draftId: draft.draftId, name: 'November' },
      { signal: stop.signal },
    )
    await steps.next()
    await discard(draft)
    stop.abort()
    expect(await codeOf(finish(Promise.resolve(steps)))).toBe('cancelled')
    expect(await codeOf(read(draft))).toBe('not-found')
    expect(await test.client.imports.list({})).toEqual([])
  })
})
