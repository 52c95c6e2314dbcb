import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { IssueFinding } from '#shared/features/toolkit/schema.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { draftOf, field, paragraph, text, words, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const issue = (which: { id: string; version: number }) =>
  test.client.toolkit.issue({ ...which, purpose: 'The board', recipient: null })

const findings = async (id: string): Promise<Pick<IssueFinding, 'kind' | 'words' | 'block' | 'code'>[]> =>
  (await test.client.toolkit.checkIssue({ id })).findings

const addPerson = async (change: Parameters<typeof aPerson>[0] = {}): Promise<string> => {
  const episode = anEpisode({ diagnosisDate: { date: '2026-09-10', precision: 'day' }, consultant: 'Mr T Osei' })
  return (await test.client.register.addPerson({ person: aPerson(change), episode })).id
}

const addPeople = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) await addPerson({ surname: `Ashworth${'abcdefgh'[at]}` })
}

const audited = (): { method: string; verb: string; person_id: string | null }[] => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const rows = reader.prepare("SELECT method, verb, person_id FROM audit_entry WHERE method LIKE 'toolkit.%'").all()
  reader.close()
  return rows as ReturnType<typeof audited>
}

const rowsOf = (table: string): number => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const { rows } = reader.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }
  reader.close()
  return rows
}

describe('a document', () => {
  it('is issued, sees what changed since, and is issued again', async () => {
    const { toolkit } = test.client
    await addPeople(6)
    const content = text(
      paragraph(words('We look after '), field('register.people'), words(' people.')),
      paragraph(field('practice.name'), words(' at '), field('ask.venue', 'Where it is held')),
      { type: 'blockquote', content: [paragraph(words('Say what worries you.'))] },
      { type: 'fieldTable', attrs: { code: 'table.register-by-group', frozen: null } },
    )
    const first = await written(test.client, content)
    const opened = await toolkit.open({ id: first.id })
    expect(opened.values.map(({ code, words: shown }) => [code, shown])).toEqual([
      ['register.people', '6'],
      ['practice.name', 'Brackenfold Surgery'],
      ['ask.venue', ''],
      ['table.register-by-group', '2 rows'],
    ])
    expect(opened.values[0]).toMatchObject({ safeOutside: true, outsideWords: 'Safe: 6 is over 5', class: 'aggregate' })
    expect(opened.blanks).toEqual([{ code: 'ask.venue', label: 'Where it is held', answer: '' }])
    expect(await findings(first.id)).toEqual([
      { kind: 'warns', words: 'Not filled in: Where it is held', block: 1, code: 'ask.venue' },
    ])
    const issued = await issue(first)
    expect(issued.issue).toMatchObject({ number: 1, issuedOn: '2026-11-23', issuedBy: 'Dr Anjali Rao' })
    await addPerson({ surname: 'Ashworthz' })
    const after = await toolkit.open({ id: first.id })
    expect(after.changedFields).toEqual([
      { code: 'register.people', label: 'People on the register', was: '6', now: '7', from: 'Register' },
      {
        code: 'table.register-by-group',
        label: 'Register by cancer',
        was: 'Lower gastrointestinal, 6; All, 6',
        now: 'Lower gastrointestinal, 7; All, 7',
        from: 'Register',
      },
    ])
    expect((await toolkit.library({})).documents[0]).toMatchObject({ issues: 1, changed: 2 })
    const again = await issue({ id: first.id, version: after.version })
    expect(again.issue.number).toBe(2)
    expect((await toolkit.open({ id: first.id })).changedFields).toEqual([])
    const frozen = await toolkit.issueOne({ id: issued.issue.id })
    expect(frozen.content.content.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'table'])
    expect(frozen.content.content[0]?.content?.[1]).toMatchObject({ attrs: { frozen: '6' } })
    expect(frozen.content.content[1]?.content?.[2]).toMatchObject({ attrs: { frozen: '[Where it is held]' } })
    expect(frozen.fields['register.people']).toEqual({ label: 'People on the register', words: '6' })
    expect((await toolkit.issues({ documentId: first.id })).map(({ number }) => number)).toEqual([2, 1])
  })

  it('is made from every template, opens and says what each of its facts is', async () => {
    const { toolkit } = test.client
    const personId = await addPerson()
    const { templates } = await toolkit.library({})
    expect(templates.length).toBeGreaterThan(25)
    for (const { code, audience } of templates) {
      const about = audience === 'person' ? personId : null
      const { id } = await toolkit.create({ templateCode: code, personId: about })
      const document = about === null ? await toolkit.open({ id }) : await toolkit.openOfPerson({ id, personId })
      expect(document.values.filter(({ state }) => state === 'unknown' || state === 'unsafe')).toEqual([])
      expect(
        (await findings(id)).filter(({ kind, words: why }) => kind === 'refuses' && !why.includes('1 to 5')),
      ).toEqual([])
    }
    expect((await toolkit.library({})).documents).toHaveLength(templates.length)
    const titles = await toolkit.titles({})
    expect(titles.templates).toHaveLength(templates.length)
    expect(titles.documents).toHaveLength(templates.filter(({ audience }) => audience !== 'person').length)
  })

  it('with a fact that is none says which and opens, and is not issued', async () => {
    const made = await written(test.client, text(paragraph(field('practice.shoe-size'), field('person.name'))))
    const { values } = await test.client.toolkit.open({ id: made.id })
    expect(values.map(({ state, words: shown }) => [state, shown])).toEqual([
      ['unknown', '{{practice.shoe-size}}'],
      ['unsafe', '{{person.name}}'],
    ])
    expect((await findings(made.id)).map(({ kind, code, block }) => [kind, code, block])).toEqual([
      ['refuses', 'practice.shoe-size', 0],
      ['refuses', 'person.name', 0],
    ])
    expect(await refusal(issue(made))).toMatchObject({ code: 'conflict' })
  })

  it('keeps a fact that was frozen in it, and says nothing of its changes', async () => {
    await addPeople(6)
    const made = await written(test.client, text(paragraph(field('register.people', null, '5'))))
    const { version } = await issue(made)
    expect(version).toBe(made.version + 1)
    const { changedFields, lastIssue } = await test.client.toolkit.open({ id: made.id })
    expect(changedFields).toEqual([])
    expect((await test.client.toolkit.issueOne({ id: lastIssue?.id ?? '' })).fields).toEqual({})
  })

  it('refuses what it cannot hold and names it', async () => {
    const made = await written(test.client, text(paragraph(words('x'))))
    const base = draftOf(await test.client.toolkit.open({ id: made.id }))
    const error = await refusal(
      test.client.toolkit.save({ ...made, ...base, base, content: { type: 'doc', content: [{ type: 'iframe' }] } }),
    )
    expect(error.code).toBe('validation')
    expect(error.details.fieldErrors?.['content']).toContain('“iframe”')
  })

  it('is removed with all that belongs to it, and one undo brings all of it back', async () => {
    const { toolkit, audit } = test.client
    const made = await written(test.client, text(paragraph(words('one')), paragraph(words('two'))))
    await toolkit.addComment({ documentId: made.id, markId: 'comment-1', words: 'Is this so?' })
    const { version } = await issue(made)
    const { undo } = await toolkit.remove({ id: made.id, version })
    for (const table of ['document', 'block', 'issue', 'comment']) expect(rowsOf(`toolkit_${table}`)).toBe(0)
    await audit.undo({ seq: undo })
    const back = await toolkit.open({ id: made.id })
    expect(back).toMatchObject({ issues: 1, title: 'Local profile' })
    expect(back.content.content).toHaveLength(2)
    expect(back.comments).toHaveLength(1)
  })
})

describe('a document that leaves the practice', () => {
  it('refuses frozen small counts, names and NHS numbers, each with its place', async () => {
    await addPerson({ surname: 'O’Quillbottom', givenName: 'Ada', nhsNumber: '9990000018' })
    const made = await written(
      test.client,
      text(
        paragraph(words('Safe: '), field('practice.name')),
        paragraph(field('register.people')),
        paragraph(field('person.name')),
        paragraph(words("We thought of Ada O'Quillbottom first")),
        paragraph(words('999 000 0018')),
        paragraph(field('register.people', null, '3 of 52')),
        paragraph(field('register.emergency-share', null, '3%')),
      ),
      { audience: 'outside' },
    )
    const found = await findings(made.id)
    expect(found.filter(({ kind }) => kind === 'refuses').map(({ block, code }) => [block, code])).toEqual([
      [2, 'person.name'],
      [5, 'register.people'],
      [3, null],
      [4, null],
    ])
    expect(await refusal(issue(made))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Name may stand in a document about one person only') as string,
    })
    expect((await test.client.toolkit.open({ id: made.id })).typed).toEqual([
      { words: 'The name of a person on the register', block: 3 },
      { words: 'An NHS number', block: 4 },
    ])
  })

  it('names nobody in its title, in what a blank asks for or in the address of a link', async () => {
    await addPerson({ surname: 'Quillbottom', givenName: 'Ada', nhsNumber: '9990000018' })
    const href = 'https://www.example.org/find?q=9990000018'
    const made = await written(
      test.client,
      text(
        paragraph(field('ask.view', 'What Ada Quillbottom thinks')),
        paragraph({ type: 'text', marks: [{ type: 'link', attrs: { href } }], text: 'the page' }),
      ),
      { audience: 'outside', title: 'The case of Ada Quillbottom' },
    )
    const refuses = (await findings(made.id)).filter(({ kind }) => kind === 'refuses')
    expect(refuses.map(({ words: said, block }) => [block, said.slice(0, 30)])).toEqual([
      [0, 'The name of a person on the re'],
      [1, 'An NHS number was typed into t'],
      [null, 'The name of a person on the re'],
    ])
    expect(refuses.at(-1)?.words).toContain('into the title')
    expect(await refusal(issue(made))).toMatchObject({ code: 'conflict' })
  })

  it('hides small counts in its tables', async () => {
    await addPeople(6)
    await test.client.register.addPerson({
      person: aPerson({}),
      episode: anEpisode({ tumourGroup: 'breast', icd10Code: 'C50.9', site: 'Breast' }),
    })
    const made = await written(
      test.client,
      text({ type: 'fieldTable', attrs: { code: 'table.register-by-group', frozen: null } }),
      { audience: 'outside' },
    )
    const [value] = (await test.client.toolkit.open({ id: made.id })).values
    expect(value?.table?.rows.map(([, count]) => count)).toEqual(['not given', 'fewer than 6', 'not given'])
    expect((await findings(made.id)).map(({ kind }) => kind)).toEqual([])
  })
})

describe('a document about a person', () => {
  it('says who it is about, is entered in the audit trail, and goes with the person', async () => {
    const { toolkit } = test.client
    const personId = await addPerson({ surname: 'Quillbottom', givenName: 'Ada', nhsNumber: '9990000018' })
    const made = await written(
      test.client,
      text(
        paragraph(field('person.name'), words(' '), field('person.nhs-number'), words(' '), field('person.consultant')),
      ),
      { audience: 'person', personId },
    )
    expect(await codeOf(toolkit.open({ id: made.id }))).toBe('not-found')
    expect(await toolkit.whose({ id: made.id })).toEqual({ personId })
    const { values, person } = await toolkit.openOfPerson({ id: made.id, personId })
    expect(values.map(({ words: shown }) => shown)).toEqual(['Mrs Ada Quillbottom', '999 000 0018', 'Mr T Osei'])
    expect(person?.surname).toBe('Quillbottom')
    expect(audited().filter(({ verb }) => verb === 'view')).toEqual([
      { method: 'toolkit.openOfPerson', verb: 'view', person_id: personId },
    ])
    const { issue: issued } = await issue(made)
    expect(await codeOf(toolkit.issueOne({ id: issued.id }))).toBe('not-found')
    expect((await toolkit.issueOne({ id: issued.id, personId })).fields['person.name']?.words).toBe(
      'Mrs Ada Quillbottom',
    )
    const { version } = await test.client.register.person({ id: personId }).then(({ person: row }) => row)
    await test.client.register.removePerson({ id: personId, version, reason: 'Registered twice' })
    expect(rowsOf('toolkit_document')).toBe(0)
    expect(rowsOf('toolkit_issue')).toBe(0)
  })

  it('needs a person, and no other takes one', async () => {
    const { toolkit } = test.client
    const personId = await addPerson()
    expect(await codeOf(toolkit.create({ templateCode: null, audience: 'person' }))).toBe('validation')
    expect(await codeOf(toolkit.create({ templateCode: null, audience: 'inside', personId }))).toBe('validation')
    expect(await codeOf(toolkit.create({ templateCode: 'no-such-template' }))).toBe('not-found')
  })
})

describe('a document about somebody who has died', () => {
  it('says so where it is written and before it is issued', async () => {
    const { toolkit } = test.client
    const personId = await addPerson({ deathDate: { date: '2026-08-13', precision: 'day' } })
    const { id } = await toolkit.create({ templateCode: 'care-review-invitation', personId })
    expect((await toolkit.openOfPerson({ id, personId })).personDied).toBe('13 Aug 2026')
    expect((await findings(id)).map(({ words: why }) => why)).toContain(
      'This person died 13 Aug 2026. A letter to them must not be sent',
    )
  })
})

describe('a document seen by one only', () => {
  it('is there for its writer and for nobody else', async () => {
    const { toolkit } = test.client
    const made = await written(test.client, text(paragraph(words('My plan'))), { audience: 'self' })
    expect((await toolkit.library({})).documents[0]).toMatchObject({ isPrivate: true })
    const changes = await test.client.audit.page({})
    const gone = await written(test.client, text(paragraph(words('My notes'))), { audience: 'self' })
    const { undo: removal } = await toolkit.remove(gone)
    const session = test.session()
    Object.assign(session.user, { id: '01900000-0000-7000-8000-ffffffffffff' })
    const seqs = changes.filter(({ method }) => method.startsWith('toolkit.')).map(({ seq }) => seq)
    for (const seq of [...seqs, removal]) expect(await codeOf(test.client.audit.undo({ seq }))).toBe('forbidden')
    expect(seqs).toHaveLength(2)
    expect((await toolkit.library({})).documents).toEqual([])
    expect((await toolkit.titles({})).documents).toEqual([])
    for (const call of [
      toolkit.open({ id: made.id }),
      toolkit.revisions({ documentId: made.id }),
      toolkit.issues({ documentId: made.id }),
      toolkit.checkIssue({ id: made.id }),
      toolkit.remove(made),
      issue(made),
      toolkit.addComment({ documentId: made.id, markId: 'comment-1', words: 'x' }),
      toolkit.setAudience({ ...made, audience: 'inside', topic: 'work' }),
    ])
      expect(await codeOf(call)).toBe('not-found')
  })
})
