import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { ALL_FILES } from '#tests/corpus/corpus.ts'
import { peopleInWords } from '#tests/corpus/in-words.ts'
import { judgeAmongOthers, judgeRefusal, judgeWhole, writeFileOf } from '#tests/corpus/judge.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

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

describe('every awkward file, brought in and taken back', () => {
  it.each(ALL_FILES.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
    const path = await writeFileOf(file, folder.path)
    const { verdict } = file
    if ('refused' in verdict) await judgeRefusal(test, file, verdict.refused, path)
    else if (file.before === undefined) await judgeWhole(test, file, verdict, path)
    else await judgeAmongOthers(file, verdict, path)
    expect(await peopleInWords(test)).toEqual([])
  })
})
