import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contactsOf } from '#core/features/contacts/public.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const CARYS = { name: 'Carys Penhale', kind: 'hospital', role: 'Team coordinator', phone: '01632 960 151' } as const
const added = async (fields: Parameters<TestCore['client']['contacts']['add']>[0]['fields'] = CARYS) =>
  test.client.contacts.add({ fields })
const names = async (): Promise<string[]> => (await test.client.contacts.list({})).map(({ name }) => name)

describe('contacts', () => {
  it('are listed by name, all or of one kind, for the screens and for other features', async () => {
    await added({ name: 'Nerys', kind: 'charity', notes: 'Line one\r\nLine two ' })
    await added()
    expect(await names()).toEqual(['Carys Penhale', 'Nerys'])
    const [charity] = await test.client.contacts.list({ kind: 'charity' })
    expect(charity).toMatchObject({ name: 'Nerys', notes: 'Line one\nLine two', influence: null, phone: null })
    const { read } = test.session().database
    expect((await contactsOf(read, 'hospital')).map(({ name }) => name)).toEqual(['Carys Penhale'])
  })

  it('are changed and taken back, each in one undo', async () => {
    const { id } = await added()
    const { version, undo } = await test.client.contacts.save({
      id,
      version: 1,
      fields: { ...CARYS, influence: 'high', interest: 'low' },
    })
    expect(version).toBe(2)
    await test.client.audit.undo({ seq: undo })
    expect((await test.client.contacts.list({}))[0]).toMatchObject({ influence: null, interest: null })
  })

  it('are removed and come back whole', async () => {
    const { id } = await added({ ...CARYS, lastSpokenOn: '2026-11-02' })
    const { undo } = await test.client.contacts.remove({ id, version: 1 })
    expect(await names()).toEqual([])
    await test.client.audit.undo({ seq: undo })
    expect((await test.client.contacts.list({}))[0]).toMatchObject({ ...CARYS, id, lastSpokenOn: '2026-11-02' })
  })

  it('note the day of a talk, but none that is still to come', async () => {
    const { id } = await added()
    const refused = await refusal(test.client.contacts.spoke({ id, version: 1, on: '2026-11-24' }))
    expect(refused.details.fieldErrors?.['lastSpokenOn']).toContain('up to 23 Nov 2026')
    await test.client.contacts.spoke({ id, version: 1, on: '2026-11-23' })
    expect((await test.client.contacts.list({}))[0]?.lastSpokenOn).toBe('2026-11-23')
    expect((await refusal(added({ ...CARYS, lastSpokenOn: '2027-01-01' }))).code).toBe('validation')
  })

  it('are not changed over what somebody else wrote meanwhile', async () => {
    const { id } = await added()
    await test.client.contacts.spoke({ id, version: 1, on: '2026-11-20' })
    expect((await refusal(test.client.contacts.save({ id, version: 1, fields: CARYS }))).code).toBe('stale')
    expect((await refusal(test.client.contacts.remove({ id, version: 1 }))).code).toBe('stale')
  })

  it('are told of in the audit trail without their names', async () => {
    await added()
    const entries = await test.client.audit.page({})
    expect(JSON.stringify(entries)).not.toContain('Penhale')
    expect(entries[0]).toMatchObject({ sentence: 'Added a contact' })
  })
})
