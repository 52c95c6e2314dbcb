import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { field, paragraph, text, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const audited = () =>
  test
    .session()
    .database.read.selectFrom('audit_entry')
    .select(['method', 'verb', 'person_id'])
    .where('method', 'like', 'toolkit.%')
    .orderBy('seq')
    .execute()

describe('what a document about a person says', () => {
  it.each(['fields', 'checkIssue'] as const)('is never shown without a look in the audit trail: %s', async (method) => {
    const { toolkit, register } = test.client
    const personId = (await register.addPerson({ person: aPerson(), episode: null })).id
    const { id } = await written(test.client, text(paragraph(field('person.name'))), { audience: 'person', personId })
    const other = (await register.addPerson({ person: aPerson({ surname: 'Birch' }), episode: null })).id
    await register.person({ id: other })
    const before = (await audited()).length
    await toolkit.fields({ codes: ['register.people'] })
    const ask = () =>
      method === 'fields' ? toolkit.fields({ documentId: id, codes: ['person.name'] }) : toolkit.checkIssue({ id })
    await ask()
    await ask()
    expect((await audited()).slice(before)).toEqual([
      { method: `toolkit.${method}`, verb: 'view', person_id: personId },
    ])
  })
})
