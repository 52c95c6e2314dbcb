import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listMethods, type MethodTree } from '#shared/contract/define.ts'
import { contract } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import { PRINT_CODES, PRINTS } from '#shared/features/audit/prints.ts'
import { sentenceFor } from '#shared/features/audit/words.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('the audit trail', () => {
  it('has an entry for every change and every look at a person, in an unbroken chain', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    await client.register.person({ id })
    await client.journey.logEvent(anEvent(id))
    const entries = await client.audit.page({})
    expect(entries.map((entry) => [entry.method, entry.verb, entry.personId === id])).toEqual([
      ['journey.logEvent', 'create', true],
      ['register.person', 'view', true],
      ['register.addPerson', 'create', true],
      ['access.setUp', 'create', false],
    ])
    expect(await client.audit.verify({})).toMatchObject({ entries: 4, brokenAt: null })
  })

  it('cannot be changed or removed through the database, and shows where it was tampered with', async () => {
    const { client, core } = test
    await client.register.addPerson({ person: aPerson(), episode: null })
    const { database } = core.vault.openRegister()
    await expect(
      database.alone((connection) =>
        connection.exec("UPDATE audit_entry SET user_name = 'Someone else' WHERE seq = 2"),
      ),
    ).rejects.toThrow('never changed')
    await expect(database.alone((connection) => connection.exec('DELETE FROM change'))).rejects.toThrow('never removed')
    await database.alone((connection) => {
      connection.exec(
        "DROP TRIGGER audit_entry_no_update; UPDATE audit_entry SET user_name = 'Someone else' WHERE seq = 2",
      )
    })
    expect((await client.audit.verify({})).brokenAt).toBe(2)
  })

  it('leaves nothing behind when a command fails half way', async () => {
    const { client } = test
    const before = await client.audit.page({})
    await expect(
      client.register.addPerson({ person: aPerson(), episode: anEpisode({ stage: 'nine' }) }),
    ).rejects.toBeInstanceOf(AppError)
    expect(await client.audit.page({})).toEqual(before)
    expect((await client.register.page({})).total).toBe(0)
  })

  it('says which page was printed, and takes nothing but a page for one', async () => {
    const { client } = test
    for (const print of PRINT_CODES) await client.audit.printed({ print })
    const entries = await client.audit.page({ limit: PRINT_CODES.length })
    expect(entries.map(({ verb, sentence }) => [verb, sentence])).toEqual(
      PRINT_CODES.toReversed().map((print) => ['print', PRINTS[print].sentence]),
    )
    await expect(client.audit.printed({ print: 'Dallimore' as never })).rejects.toBeInstanceOf(AppError)
    expect(await client.audit.verify({})).toMatchObject({ brokenAt: null })
  })

  it('has a sentence for every method that writes to it', () => {
    const audited = listMethods(contract as MethodTree).filter(({ method }) => method.audits !== null)
    expect(audited.filter(({ name }) => sentenceFor(name) === name).map(({ name }) => name)).toEqual([])
  })
})

describe('undo', () => {
  it('brings back a removed person with every diagnosis and event', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const clinic = await client.journey.logEvent(anEvent(id, { eventType: 'oncology_clinic', date: '2026-11-03' }))
    await client.journey.logEvent(
      anEvent(id, { eventType: 'clinic_letter', lane: 'primary', date: '2026-11-20', answersEventId: clinic.id }),
    )
    const before = [await client.register.person({ id }), await client.journey.ofPerson({ personId: id })]
    const { undo } = await client.register.removePerson({ id, version: 1, reason: 'Entered twice' })
    expect((await client.register.page({})).total).toBe(0)
    expect(await client.audit.undo({ seq: undo })).toMatchObject({ kept: 0 })
    expect([await client.register.person({ id }), await client.journey.ofPerson({ personId: id })]).toEqual(before)
  })

  it('keeps what was changed since and counts it', async () => {
    const { client } = test
    const { id, undo } = await client.register.addPerson({ person: aPerson(), episode: null })
    await client.register.savePerson({ id, version: 1, person: aPerson({ surname: 'Ashworth-Bell' }) })
    expect(await client.audit.undo({ seq: undo })).toEqual({ restored: 0, kept: 1 })
    expect((await client.register.person({ id })).person.surname).toBe('Ashworth-Bell')
  })

  it('restores the fields nobody touched since and leaves the others', async () => {
    const { client } = test
    const start = aPerson({ usualGp: 'Dr Rao', postcode: 'ZZ99 3VZ' })
    const { id } = await client.register.addPerson({ person: start, episode: null })
    const edit = await client.register.savePerson({
      id,
      version: 1,
      person: { ...start, usualGp: 'Dr Whitlow', postcode: 'ZZ99 3CZ' },
    })
    await client.register.savePerson({
      id,
      version: edit.version,
      person: { ...start, usualGp: 'Dr Whitlow', postcode: 'ZZ99 4ZZ' },
    })
    expect(await client.audit.undo({ seq: edit.undo })).toEqual({ restored: 0, kept: 1 })
    expect((await client.register.person({ id })).person).toMatchObject({ usualGp: 'Dr Rao', postcode: 'ZZ99 4ZZ' })
  })

  it('is refused a second time', async () => {
    const { client } = test
    const { undo } = await client.register.addPerson({ person: aPerson(), episode: null })
    await client.audit.undo({ seq: undo })
    await expect(client.audit.undo({ seq: undo })).rejects.toMatchObject({ code: 'conflict' })
  })
})
