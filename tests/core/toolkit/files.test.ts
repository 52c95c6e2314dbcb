import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { fieldsIn, textOf } from '#shared/features/toolkit/walk.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { readWordFile } from '#tests/support/word-file.ts'
import { field, paragraph, text, words, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const place = (name: string, access: 'read' | 'write'): { handle: string; path: string } => {
  const path = join(test.dataFolder, name)
  test.core.env.files.grant(name, path, access)
  return { handle: name, path }
}

const exported = async (
  documentId: string,
  format: 'docx' | 'markdown' | 'html',
  rest: { issueId?: string; personId?: string } = {},
): Promise<Buffer> => {
  const { handle, path } = place(`out.${format}`, 'write')
  await finish(test.client.toolkit.exportFile({ documentId, format, fileHandle: handle, ...rest }))
  return readFileSync(path)
}

const imported = async (name: string, content: string | Uint8Array) => {
  const { handle, path } = place(name, 'read')
  writeFileSync(path, content)
  return finish(test.client.toolkit.importFile({ fileHandle: handle }))
}

const link = (label: string, href: string): DocumentNode => ({
  type: 'text',
  marks: [{ type: 'link', attrs: { href } }],
  text: label,
})

const everything = (): ToolkitDocument =>
  text(
    { type: 'heading', attrs: { level: 1 }, content: [words('Who we look after')] },
    paragraph(words('We are '), field('practice.name'), words(' and '), {
      type: 'text',
      marks: [{ type: 'bold' }],
      text: 'we care',
    }),
    paragraph(words('Read '), link('this page', 'https://www.example.org/page')),
    { type: 'blockquote', content: [paragraph(words('Guidance for the writer'))] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('a dot'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [{ type: 'listItem', content: [paragraph(words('a number'))] }],
    },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('a tick'))] }],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['Who', 'Where'].map((head) => ({ type: 'tableHeader', content: [paragraph(words(head))] })),
        },
        {
          type: 'tableRow',
          content: ['Nurse', 'Here'].map((cell) => ({ type: 'tableCell', content: [paragraph(words(cell))] })),
        },
      ],
    },
  )

const OFFICE = 'http://schemas.openxmlformats.org'

/** A Word document of this body. */
const wordFile = (body: string, before = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${before}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })

/** Makes a zip file say of each of its parts that it unpacks to a hundred bytes. */
const understated = (zip: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(zip)
  const [local, directory] = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0001\u0002', 'latin1')]
  for (let at = bytes.indexOf(local); at >= 0; at = bytes.indexOf(local, at + 4)) bytes.writeUInt32LE(100, at + 22)
  for (let at = bytes.indexOf(directory); at >= 0; at = bytes.indexOf(directory, at + 4))
    bytes.writeUInt32LE(100, at + 24)
  return bytes
}

describe('a document in a file', () => {
  it('is a Word document with the house style, headings, lists and tables', async () => {
    const { toolkit } = test.client
    await toolkit.saveHouseStyle({ name: 'Brackenfold', header: 'Cancer lead', footer: 'Keep this safe' })
    expect(await toolkit.houseStyle({})).toMatchObject({ name: 'Brackenfold', practiceName: 'Brackenfold Surgery' })
    const made = await written(test.client, everything())
    const { issue } = await toolkit.issue({ ...made, purpose: 'The board', recipient: null })
    const file = readWordFile(await exported(made.id, 'docx', { issueId: issue.id }))
    expect(file.paragraphs.map(({ text: line }) => line).filter((line) => line !== '')).toEqual([
      'Local profile',
      'Issue 1, 23 Nov 2026. Dr Anjali Rao.',
      'Who we look after',
      'We are Brackenfold Surgery and we care',
      'Read this page',
      'a dot',
      'a number',
      '☑ a tick',
    ])
    expect(file.styledAs('Heading1')).toEqual(['Who we look after'])
    expect(file.tables[0]?.rows.map(({ isHead, cells }) => [isHead, ...cells.map((cell) => cell.text)])).toEqual([
      [true, 'Who', 'Where'],
      [false, 'Nurse', 'Here'],
    ])
    expect(file.part('word/header1.xml')).toContain('Cancer lead')
    expect(file.part('word/footer1.xml')).toContain('Keep this safe')
    expect(file.document).not.toContain('Guidance')
  })

  it('comes back from Word and from Markdown as it was', async () => {
    const { toolkit } = test.client
    const made = await written(test.client, everything())
    for (const [name, format] of [
      ['back.docx', 'docx'],
      ['back.md', 'markdown'],
    ] as const) {
      const { id, title, leftOut } = await imported(name, await exported(made.id, format))
      expect([title, leftOut]).toEqual(['Local profile', []])
      const { content } = await toolkit.open({ id })
      // Which issue of which document it was stays behind: it is another one now.
      expect(content.content.map(({ type }) => type)).toEqual([
        'heading',
        'paragraph',
        'paragraph',
        'bulletList',
        'orderedList',
        'taskList',
        'table',
      ])
      const rows = content.content.at(-1)?.content ?? []
      expect(rows.map((row) => row.content?.map(({ type }) => type))).toEqual([
        ['tableHeader', 'tableHeader'],
        ['tableCell', 'tableCell'],
      ])
      expect(textOf(content)).toContain('We are Brackenfold Surgery and we care')
      expect(JSON.stringify(content)).toContain('https://www.example.org/page')
    }
  })

  it('has the dots and numbers of its lists in Word within tables too', async () => {
    const list = (type: 'bulletList' | 'orderedList', shown: string): DocumentNode => ({
      type,
      ...(type === 'orderedList' ? { attrs: { start: 1 } } : {}),
      content: [{ type: 'listItem', content: [paragraph(words(shown))] }],
    })
    const cells = [list('bulletList', 'a dot'), list('orderedList', 'a number')]
    const content = text({
      type: 'table',
      content: [{ type: 'tableRow', content: cells.map((own) => ({ type: 'tableCell', content: [own] })) }],
    })
    const { id } = await written(test.client, content)
    const [table] = readWordFile(await exported(id, 'docx')).tables
    expect(table?.xml.match(/<w:numPr>/g)).toHaveLength(2)
    const again = await imported('again.docx', await exported(id, 'docx'))
    expect(JSON.stringify((await test.client.toolkit.open({ id: again.id })).content)).toMatch(
      /bulletList.*orderedList/,
    )
  })

  it('is a web page that loads and runs nothing', async () => {
    const made = await written(test.client, text(paragraph(words('<script>alert(1)</script> & "quotes"'))))
    const html = (await exported(made.id, 'html')).toString('utf8')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
    expect(html).not.toMatch(/<script|src=|<link|url\(/)
    expect(html).toContain('Draft')
  })

  it('stays here while it names somebody and leaves the practice', async () => {
    await test.client.register.addPerson({
      person: aPerson({ surname: 'Quillbottom', givenName: 'Ada' }),
      episode: anEpisode(),
    })
    const made = await written(test.client, text(paragraph(words('Ada Quillbottom'))), { audience: 'outside' })
    const error = await refusal(exported(made.id, 'docx'))
    expect(error).toMatchObject({ code: 'conflict' })
    const { database, key } = test.core.vault.openRegister()
    const reader = openForReading(database.path, key)
    const rows = reader.prepare("SELECT detail FROM audit_entry WHERE verb = 'export'").all() as { detail: string }[]
    reader.close()
    expect(rows.map(({ detail }) => (JSON.parse(detail) as { failed?: string }).failed)).toEqual(['conflict'])
  })

  it('brings nothing along that could run, load or lead elsewhere', async () => {
    const { id, leftOut, strange } = await imported(
      'x.md',
      '# Plan\n\n![a](https://x.example/a.png) <img src=x onerror=alert(1)> [b](javascript:alert(1)) {{person.name}} {{../x}}',
    )
    expect([leftOut.toSorted(), strange]).toEqual([
      ['HTML', 'links to anywhere but pages over https', 'pictures'],
      ['../x'],
    ])
    const { content, title } = await test.client.toolkit.open({ id })
    expect(title).toBe('Plan')
    expect(JSON.stringify(content)).not.toMatch(/javascript|onerror|x\.example/)
    expect(fieldsIn(content).map(({ code }) => code)).toEqual(['person.name'])
  })

  it('is read with its own signs where an older editor wrote it', async () => {
    const { id } = await imported('x.md', Buffer.from('# Plan\n\nIt\x92s \xA3200', 'latin1'))
    expect(textOf((await test.client.toolkit.open({ id })).content)).toBe('It’s £200')
  })

  it('takes nothing from outside the file and swells by no trick of it', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY out SYSTEM "file:///etc/passwd">${laughs}]>`
    const file = wordFile('<w:p><w:r><w:t>Plan &l9; &out; end</w:t></w:r></w:p>', doctype)
    const outcome = await imported('laughs.docx', file).then(
      async ({ id }) => textOf((await test.client.toolkit.open({ id })).content),
      () => 'refused',
    )
    expect(outcome.length).toBeLessThan(200)
    expect(outcome).not.toContain('root:')
  })

  it('of tables within tables is read or refused, never half', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`
    const error = await refusal(imported('deep.docx', wordFile(deep)))
    expect(error.code).toBe('validation')
    expect((await test.client.toolkit.library({})).documents).toEqual([])
  })

  it.each([
    ['a zip file of something else', zipSync({ 'a.txt': strToU8('x') })],
    ['a broken Word document', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['a program', new Uint8Array([0x4d, 0x5a, 0, 0, 3, 0, 0])],
    ['a Word document that swells and does not say so', understated(wordFile('<w:p/>'.repeat(100_000)))],
    ['a Word document of nothing but tags', wordFile('<w:p/>'.repeat(600_000))],
    ['a Word document that swells', zipSync({ 'word/document.xml': new Uint8Array(120_000_000) }, { level: 9 })],
  ])('that is %s is refused', async (_, bytes) => {
    const error = await refusal(imported('x.docx', bytes))
    expect(error.code).toBe('validation')
    expect((await test.client.toolkit.library({})).documents).toEqual([])
  })
})
