import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvelope, writeEnvelope } from '#core/vault/key-envelope.ts'
import { aPerson } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const unlock = () => test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
const inRegister = (sql: string): Promise<unknown> =>
  test.session().database.alone((connection) => connection.exec(sql))

describe('who has come in', () => {
  it('is who the register says, whatever name stands in the key file', async () => {
    const { client, core } = test
    const { path } = core.vault.openRegister().register
    await client.access.lock({})
    const envelope = readEnvelope(path)
    writeEnvelope(path, {
      ...envelope,
      wraps: envelope.wraps.map((wrap) => ({ ...wrap, user: wrap.user && { ...wrap.user, name: 'Somebody Else' } })),
    })
    expect((await client.access.state({})).users.map(({ name }) => name)).toEqual(['Somebody Else'])
    expect((await unlock()).user).toMatchObject({ name: 'Dr Anjali Rao', role: 'lead' })
    expect((await client.audit.page({}))[0]).toMatchObject({ method: 'access.unlock', userName: 'Dr Anjali Rao' })
  })

  it('has the role the register gives', async () => {
    await inRegister("UPDATE user_account SET access_role = 'read-only'")
    await test.client.access.lock({})
    expect((await unlock()).user?.role).toBe('read-only')
    await expect(test.client.register.addPerson({ person: aPerson(), episode: null })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('is nobody whom the register does not know', async () => {
    await inRegister('DELETE FROM user_account')
    await test.client.access.lock({})
    await expect(unlock()).rejects.toMatchObject({ code: 'forbidden' })
    expect((await test.client.access.state({})).stage).toBe('locked')
  })
})
