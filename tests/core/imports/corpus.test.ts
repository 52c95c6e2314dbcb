import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_FILES, CORPUS } from '#tests/corpus/corpus.ts'
import { peopleInWords } from '#tests/corpus/in-words.ts'
import { judgeAmongOthers, judgePreview, judgeRefusal, judgeWhole, writeFileOf } from '#tests/corpus/judge.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeAll(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterAll(async () => {
  folder.remove()
  await test.close()
})

/** Bringing in makes a backup each time; the full proof brings in every file, this one a share of them. */
const ONE_IN = 8

describe('the corpus', () => {
  it('has files enough, each with a name of its own', () => {
    expect(ALL_FILES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(ALL_FILES.map(({ name }) => name)).size).toBe(ALL_FILES.length)
    expect(ALL_FILES.filter(({ name }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
  })
})

describe.each(Object.entries(CORPUS))('awkward files %s', (_what, files) => {
  it.each(files.map((file, at) => [file.name, file, at] as const))('%s', async (_name, file, at) => {
    const path = await writeFileOf(file, folder.path)
    const { verdict } = file
    if ('refused' in verdict) return judgeRefusal(test, file, verdict.refused, path)
    if (file.before !== undefined) return judgeAmongOthers(file, verdict, path)
    if (at % ONE_IN === 0) await judgeWhole(test, file, verdict, path)
    else await judgePreview(test, file, verdict, path)
    expect(await peopleInWords(test)).toEqual([])
  })
})
