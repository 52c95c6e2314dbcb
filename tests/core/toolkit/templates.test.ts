import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { aPractice, createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { field, paragraph, text, words, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const about = {
  title: 'Gap meeting',
  purpose: 'To talk about letters that are late',
  usedBy: 'The cancer lead',
  minutes: 20,
  sources: ['Our own work, 2026'],
  reviewMonths: 12,
}

/** A template of a document, as a file. */
const templateBytes = async (from: TestCore): Promise<Buffer> => {
  const made = await written(
    from.client,
    text(
      paragraph(words('At '), field('practice.name'), words(', '), field('register.people', null, '347')),
      paragraph(field('ask.venue', 'Where it is held'), {
        type: 'text',
        marks: [{ type: 'comment', attrs: { id: 'comment-1' } }],
        text: ' soon',
      }),
    ),
    { audience: 'outside' },
  )
  const { code } = await from.client.toolkit.saveAsTemplate({ documentId: made.id, ...about })
  const path = join(from.dataFolder, 'gap.tlt')
  from.core.env.files.grant('out', path, 'write')
  await finish(from.client.toolkit.exportTemplate({ code, fileHandle: 'out' }))
  return readFileSync(path)
}

const given = (to: TestCore, bytes: Uint8Array | string): string => {
  const path = join(to.dataFolder, 'in.tlt')
  writeFileSync(path, bytes)
  to.core.env.files.grant('in', path, 'read')
  return 'in'
}

describe('a template', () => {
  it('is made of a document, without what was filled in, frozen and commented', async () => {
    const { toolkit } = test.client
    await templateBytes(test)
    const { templates } = await toolkit.library({})
    const own = templates.find(({ code }) => code === 'gap-meeting')
    expect(own).toMatchObject({ ...about, audience: 'outside', own: { origin: 'Made here', addedBy: 'Dr Anjali Rao' } })
    const { content } = await toolkit.template({ code: 'gap-meeting' })
    expect(JSON.stringify(content)).not.toMatch(/347|comment/)
    const { id } = await toolkit.create({ templateCode: 'gap-meeting' })
    expect(await toolkit.open({ id })).toMatchObject({ title: 'Gap meeting', audience: 'outside' })
  })

  it('names nobody of the register', async () => {
    await test.client.register.addPerson({
      person: aPerson({ surname: 'Quillbottom', givenName: 'Ada' }),
      episode: anEpisode(),
    })
    const made = await written(test.client, text(paragraph(words('Ada Quillbottom rang'))))
    const error = await refusal(test.client.toolkit.saveAsTemplate({ documentId: made.id, ...about }))
    expect(error).toMatchObject({ code: 'conflict' })
    const plain = await written(test.client, text(paragraph(words('Somebody rang'))))
    for (const change of [
      { title: 'Ada Quillbottom rang' },
      { purpose: 'For Ada Quillbottom' },
      { sources: ['Ada Quillbottom'] },
    ])
      expect(
        await refusal(test.client.toolkit.saveAsTemplate({ documentId: plain.id, ...about, ...change })),
      ).toMatchObject({ code: 'conflict', message: expect.stringContaining('what is said of it') as string })
  })

  it('travels from one register to another, is looked at first and brought in once', async () => {
    const bytes = await templateBytes(test)
    const other = await createTestCore()
    try {
      await other.client.access.savePractice({ ...aPractice({ name: 'Ellerdine Medical Centre', odsCode: 'A99902' }) })
      const { toolkit, audit } = other.client
      const fileHandle = given(other, bytes)
      const seen = await toolkit.inspectTemplate({ fileHandle })
      expect(seen).toMatchObject({
        madeBy: 'Brackenfold Surgery',
        template: { code: 'gap-meeting', title: 'Gap meeting' },
        known: ['practice.name', 'register.people'],
        unknown: [],
        unsafe: [],
        blanks: ['ask.venue'],
        alreadyHere: null,
      })
      const { code, undo } = await toolkit.importTemplate({ fileHandle, checksum: seen.checksum })
      expect(code).toBe('gap-meeting')
      const { id } = await toolkit.create({ templateCode: code })
      expect((await toolkit.open({ id })).values[0]?.words).toBe('Ellerdine Medical Centre')
      expect((await toolkit.inspectTemplate({ fileHandle })).alreadyHere).toBe('gap-meeting')
      expect(await codeOf(toolkit.importTemplate({ fileHandle, checksum: seen.checksum }))).toBe('conflict')
      await audit.undo({ seq: undo })
      expect((await toolkit.library({})).templates.some((template) => template.own !== null)).toBe(false)
      expect((await toolkit.open({ id })).title).toBe('Gap meeting')
    } finally {
      await other.close()
    }
  })

  it('is removed, and documents made from it stay', async () => {
    const { toolkit } = test.client
    await templateBytes(test)
    const own = (await toolkit.library({})).templates.find((template) => template.own !== null)?.own
    await toolkit.removeTemplate({ id: own?.id ?? '', version: own?.version ?? 1 })
    expect(await codeOf(toolkit.template({ code: 'gap-meeting' }))).toBe('not-found')
    expect((await toolkit.library({})).documents).toHaveLength(1)
  })

  it('with facts that are none or not safe says which, and a document of it opens and says so too', async () => {
    const { toolkit } = test.client
    const { template } = JSON.parse((await templateBytes(test)).toString('utf8')) as {
      template: Record<string, unknown>
    }
    const content = text(paragraph(field('no.such-fact'), field('person.nhs-number'), field('practice.name')))
    const fileHandle = given(test, fileOf({ ...template, content }))
    const seen = await toolkit.inspectTemplate({ fileHandle })
    expect(seen).toMatchObject({ known: ['practice.name'], unknown: ['no.such-fact'], unsafe: ['person.nhs-number'] })
    const { code } = await toolkit.importTemplate({ fileHandle, checksum: seen.checksum })
    const { id } = await toolkit.create({ templateCode: code })
    const { values } = await toolkit.open({ id })
    expect(values.map((value) => [value.code, value.state])).toEqual([
      ['no.such-fact', 'unknown'],
      ['person.nhs-number', 'unsafe'],
      ['practice.name', 'known'],
    ])
  })
})

/** A template file with the right checksum, whatever is in it. */
const fileOf = (template: unknown, wrapper: Record<string, unknown> = {}): string =>
  JSON.stringify({
    format: 'throughline-template',
    version: 1,
    checksum: sha256(canonicalJson(template)),
    template,
    ...wrapper,
  })

const fine = { code: 'x-y', ...about, topic: 'work', audience: 'inside', madeBy: 'Somebody' }
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const withText = (...content: unknown[]): string => fileOf({ ...fine, content: doc(...content) })
const linkTo = (href: unknown) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
})
const nested = (levels: number): unknown =>
  levels === 0 ? { type: 'paragraph' } : { type: 'blockquote', content: [nested(levels - 1)] }
const good = (): string => withText({ type: 'paragraph' })

/** Files that somebody who means harm, or a broken disk, could hand over. */
const HOSTILE: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['nothing', '', 'damaged'],
  ['no JSON', 'MZ\u0000\u0001', 'damaged'],
  ['JSON of something else', '{"a":1}', 'no template file'],
  ['a list', '[]', 'no template file'],
  ['a file cut off', good().slice(0, -20), 'damaged'],
  ['a changed letter', good().replace('Gap meeting', 'Gap neeting'), 'changed after it was made'],
  ['a checksum of another', fileOf(fine, { checksum: 'a'.repeat(64) }), 'changed after it was made'],
  ['a newer format', fileOf({ ...fine, content: doc() }, { version: 2 }), 'newer'],
  ['something besides', fileOf({ ...fine, content: doc() }, { script: 'x' }), 'no template file'],
  ['something besides in it', fileOf({ ...fine, content: doc(), onload: 'x' }), 'not as it should be'],
  ['a prototype', good().replace('"template":{', '"template":{"__proto__":{"admin":true},'), 'damaged'],
  ['a constructor', withText({ type: 'paragraph', attrs: { constructor: 'x' } }), 'damaged'],
  ['a script', withText({ type: 'script', content: [] }), '“script”'],
  ['a picture from elsewhere', withText({ type: 'image', attrs: { src: 'https://x.example' } }), '“image”'],
  ['a frame', withText({ type: 'iframe', attrs: { src: 'https://x.example' } }), '“iframe”'],
  ['an attribute that runs', withText({ type: 'paragraph', attrs: { onclick: 'x()' } }), '“onclick”'],
  ['a style', withText({ type: 'paragraph', attrs: { style: 'x' } }), '“style”'],
  ['a link that runs', withText(linkTo('javascript:alert(1)')), 'a link leads'],
  ['a link with data', withText(linkTo('data:text/html,x')), 'a link leads'],
  ['a link to a file', withText(linkTo('file:///etc/passwd')), 'a link leads'],
  ['a link over http', withText(linkTo('http://x.example')), 'a link leads'],
  ['a link that is no text', withText(linkTo({ a: 1 })), 'a link leads'],
  ['parts too deep', withText(nested(40)), 'too deep'],
  ['brackets too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too deep'],
  ['too many parts', withText(...Array.from({ length: 45_000 }, () => ({ type: 'hardBreak' }))), 'too many'],
  ['a fact with a wild name', withText({ type: 'fieldTable', attrs: { code: '../../../etc' } }), 'a field has a name'],
  ['hidden letters in its title', fileOf({ ...fine, title: 'Gap\u202Egnp.exe', content: doc() }), '“title”'],
  ['a code that is a path', fileOf({ ...fine, code: '../x', content: doc() }), '“code”'],
  ['a title that never ends', fileOf({ ...fine, title: 'x'.repeat(5000), content: doc() }), '“title”'],
  ['no text', fileOf({ ...fine, content: null }), 'not in the right form'],
]

describe('a template file with', () => {
  it.each(HOSTILE)('%s is refused whole, with the reason', async (_, bytes, why) => {
    const error = await refusal(test.client.toolkit.inspectTemplate({ fileHandle: given(test, bytes) }))
    expect(error).toMatchObject({ code: 'validation', message: expect.stringContaining(why) as string })
    const checksum = 'a'.repeat(64)
    expect(await codeOf(test.client.toolkit.importTemplate({ fileHandle: 'in', checksum }))).toBe('validation')
    expect((await test.client.toolkit.library({})).templates.some(({ own }) => own !== null)).toBe(false)
  })

  it('two megabytes and more is not read at all', async () => {
    const error = await refusal(test.client.toolkit.inspectTemplate({ fileHandle: given(test, ' '.repeat(2_000_001)) }))
    expect(error).toMatchObject({ code: 'validation', message: 'This file is too large to be one' })
  })
})
