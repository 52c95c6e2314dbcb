import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument, documentSchema } from '#shared/features/toolkit/check-document.ts'
import { DOCUMENT_LIMITS, type DocumentNode, isSafeLink } from '#shared/features/toolkit/document.ts'
import { readHtml } from '#shared/features/toolkit/from-html.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import { writeMarkdown } from '#shared/features/toolkit/to-markdown.ts'
import { fieldsIn, textOf } from '#shared/features/toolkit/walk.ts'
import { madeUpDocument } from './made-up-documents.ts'

const doc = (...content: unknown[]): unknown => ({ type: 'doc', content })
const paragraph = (text: string, marks?: unknown): unknown => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks === undefined ? {} : { marks }) }],
})

const faultOf = (given: unknown): string => {
  const checked = checkDocument(given)
  return checked.ok ? 'taken' : checked.fault
}

const readText = (markdown: string) => {
  const result = readMarkdown(markdown)
  if (!result.ok) throw new Error(result.fault)
  return result.read
}

describe('a document', () => {
  it('is taken as the editor gives it, without what the editor adds of its own', () => {
    const checked = checkDocument(
      doc(
        {
          type: 'heading',
          attrs: { level: 2, textAlign: null },
          content: [{ type: 'text', text: 'Who\u200B we are' }],
        },
        paragraph('here', [
          { type: 'link', attrs: { href: 'https://example.org', target: '_blank', rel: 'noopener' } },
        ]),
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { colspan: 1, rowspan: 1, colwidth: [90] },
                  content: [{ type: 'paragraph' }],
                },
              ],
            },
          ],
        },
      ),
    )
    expect(checked).toEqual({
      ok: true,
      document: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Who we are' }] },
          {
            type: 'paragraph',
            content: [
              { type: 'text', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }], text: 'here' },
            ],
          },
          {
            type: 'table',
            content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
          },
        ],
      },
    })
  })

  it('made by chance is taken as it is, and again', () => {
    fc.assert(
      fc.property(madeUpDocument, (document) => {
        expect(documentSchema.parse(document)).toEqual(document)
      }),
    )
  })

  it.each([
    ['a picture', doc({ type: 'image', attrs: { src: 'https://example.org/a.png' } }), '“image”'],
    ['a script', doc({ type: 'script', content: [] }), '“script”'],
    ['a strange mark', doc(paragraph('x', [{ type: 'textStyle', attrs: { style: 'x' } }])), '“textStyle”'],
    ['a strange attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), '“onclick”'],
    ['a strange key', doc({ type: 'paragraph', html: '<b>' }), '“html”'],
    [
      'a link that runs',
      doc(paragraph('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])),
      'a link leads',
    ],
    [
      'a link over http',
      doc(paragraph('x', [{ type: 'link', attrs: { href: 'http://example.org' } }])),
      'a link leads',
    ],
    ['a field without a name', doc({ type: 'fieldTable', attrs: { code: '../../x' } }), 'a field has a name'],
    [
      'a cell that spans',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [{ type: 'paragraph' }] }],
          },
        ],
      }),
      '“colspan”',
    ],
    ['a list in a paragraph', doc({ type: 'paragraph', content: [{ type: 'bulletList' }] }), 'nothing in it'],
    ['words outside a paragraph', doc({ type: 'text', text: 'x' }), 'cannot stand in'],
    ['no document', { type: 'paragraph' }, 'not a document'],
    ['a list of nothing', [], 'not in the right form'],
  ])('with %s is refused, and what it is is named', (_, given, words) => {
    expect(faultOf(given)).toContain(words)
  })

  it('is refused where it is too deep, too long or of too many parts', () => {
    let deep: unknown = paragraph('x')
    for (let level = 0; level < DOCUMENT_LIMITS.depth; level += 1) deep = { type: 'blockquote', content: [deep] }
    expect(faultOf(doc(deep))).toContain('too deep')
    expect(faultOf(doc(paragraph('x'.repeat(DOCUMENT_LIMITS.characters + 1))))).toContain('too long')
    expect(faultOf(doc(...Array.from({ length: DOCUMENT_LIMITS.nodes }, () => ({ type: 'paragraph' }))))).toContain(
      'too many',
    )
  })

  it('takes names that objects have by themselves for what they are: unknown', () => {
    expect(faultOf(JSON.parse('{"type":"doc","__proto__":{"x":1},"content":[]}'))).toContain('unknown')
    expect(faultOf(doc({ type: 'constructor' }))).toContain('“constructor”')
    expect(faultOf(doc({ type: 'heading', attrs: JSON.parse('{"level":1,"__proto__":1}') as unknown }))).toContain(
      'unknown',
    )
  })

  it.each([
    ['https://www.example.org/a?b=c#d', true],
    ['mailto:nurse@example.org', true],
    ['http://example.org', false],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['https://example.org/"onmouseover="x', false],
    ['//example.org', false],
    ['', false],
  ])('leads to %s: %s', (href, safe) => {
    expect(isSafeLink(href)).toBe(safe)
  })
})

describe('Markdown', () => {
  it('becomes a document and the same Markdown again', () => {
    fc.assert(
      fc.property(madeUpDocument, (document) => {
        const once = readText(writeMarkdown(document)).document
        const twice = readText(writeMarkdown(once)).document
        expect(twice).toEqual(once)
        const plain = (node: DocumentNode): string =>
          textOf(node, ({ code }) => code)
            .replaceAll(/\s+/g, ' ')
            .trim()
        expect(plain(once)).toBe(plain(document))
        expect(fieldsIn(once).map(({ code, label }) => [code, label])).toEqual(
          fieldsIn(document).map(({ code, label }) => [code, label]),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is read with headings, lists, ticks, tables, guidance and facts', () => {
    const { document, title } = readText(
      [
        '# Profile',
        '## Who we look after',
        'We look after **{{register.people}}** people, {{ask.venue|Where it is held}}.',
        '> Say what worries you.',
        '- [ ] Ask\n- [x] Listen',
        '3. Third',
        '| Who | Where |\n| --- | --- |\n| {{ask.who|Who comes}} | b |',
        '{{table.contacts}}',
      ].join('\n\n'),
    )
    expect(title).toBe('Profile')
    expect(document.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'blockquote',
      'taskList',
      'orderedList',
      'table',
      'fieldTable',
    ])
    expect(fieldsIn(document).map(({ code, label, isTable }) => [code, label, isTable])).toEqual([
      ['register.people', null, false],
      ['ask.venue', 'Where it is held', false],
      ['ask.who', 'Who comes', false],
      ['table.contacts', null, true],
    ])
    expect(document.content[4]?.attrs).toEqual({ start: 3 })
  })

  it('leaves out what could run or lead elsewhere, and says so', () => {
    const { document, leftOut, strange } = readText(
      'A ![picture](https://x.example/a.png) <script>alert(1)</script> [here](javascript:alert(1)) {{no such field!}} end.\n\n<iframe src="https://x.example"></iframe>',
    )
    expect(leftOut.toSorted()).toEqual(['HTML', 'links to anywhere but pages over https', 'pictures'])
    expect(strange).toEqual(['no such field!'])
    expect(textOf(document)).toContain('{{no such field!}} end.')
    expect(JSON.stringify(document)).not.toMatch(/javascript:|<script|iframe|x\.example/)
  })

  it('that lies too deep is refused, not read for minutes', () => {
    expect(readMarkdown(`${'> '.repeat(5000)}x`).ok).toBe(false)
    expect(readMarkdown(`${'- '.repeat(5000)}x`).ok).toBe(false)
    expect(readMarkdown('x'.repeat(2_000_001)).ok).toBe(false)
    expect(readMarkdown(`${'- '.repeat(24)}x\n\n`.repeat(3)).ok).toBe(false)
    expect(readMarkdown('*a_ '.repeat(20_000)).ok).toBe(false)
    expect(readMarkdown('x\n\n'.repeat(30_000)).ok).toBe(false)
  })

  it('with more blanks than words is read at once', () => {
    const blanks = ' '.repeat(900_000)
    expect(readText(`{{${blanks}x`).strange).toEqual([])
    expect(textOf(readText(`a${blanks}b`).document).replaceAll(' ', '')).toBe('ab')
    expect(fieldsIn(readText('{{ ask.venue | Where it is }}').document)).toMatchObject([
      { code: 'ask.venue', label: 'Where it is' },
    ])
  })

  it('with a table that would fill up to millions of cells is refused before it does', () => {
    const wide = `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n`
    expect(readMarkdown(`${wide}${'b\n'.repeat(2000)}`)).toEqual({ ok: false, fault: 'it has too many parts' })
    const row = `<tr>${'<td></td>'.repeat(2000)}</tr>`
    expect(readHtml(`<table>${row}${'<tr><td></td></tr>'.repeat(2000)}</table>`)).toEqual({
      ok: false,
      fault: 'it has too many parts',
    })
  })
})

describe('the HTML of a word processor', () => {
  const read = (html: string) => {
    const result = readHtml(html)
    if (!result.ok) throw new Error(result.fault)
    return result
  }

  it('becomes headings, lists, tables and ticks', () => {
    const { document } = read(
      '<h1>Aim</h1><p>Some <strong>bold &amp; <em>both</em></strong> {{practice.name}}<br />next</p>' +
        '<ul><li>One<ol><li>Two</li></ol></li></ul><table><thead><tr><th><p>Who</p></th></tr></thead><tr><td><p>Nurse</p><p>GP</p></td></tr></table>' +
        '<p>☐ Ask</p><p>☑ Listen</p>',
    )
    expect(document.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'table',
      'taskList',
    ])
    expect(textOf(document, ({ code }) => code)).toContain('Some bold & both practice.name\nnext')
    expect(document.content[4]?.content?.map(({ attrs }) => attrs?.['checked'])).toEqual([false, true])
  })

  it('has one head to a table, also where every row is marked as one', () => {
    const { document } = read(
      '<table><thead><tr><th>Who</th></tr><tr><th>Nurse</th></tr><tr><th>GP</th></tr></thead></table>',
    )
    expect(document.content[0]?.content?.map(({ content }) => content?.[0]?.type)).toEqual([
      'tableHeader',
      'tableCell',
      'tableCell',
    ])
  })

  it('keeps the cells of a table in their columns where some were merged', () => {
    const { document } = read(
      '<table><tr><td>Aim</td><td>Action</td><td>Who</td></tr>' +
        '<tr><td rowspan="3">Early</td><td>Audit</td><td>GP</td></tr><tr><td>Letters</td><td>Nurse</td></tr>' +
        '<tr><td colspan="2">Everybody</td></tr><tr><td>Late</td><td>Review</td><td>Lead</td></tr></table>',
    )
    const rows = document.content[0]?.content?.map(({ content }) => content?.map((cell) => textOf(cell)))
    expect(rows).toEqual([
      ['Aim', 'Action', 'Who'],
      ['Early', 'Audit', 'GP'],
      ['', 'Letters', 'Nurse'],
      ['', 'Everybody', ''],
      ['Late', 'Review', 'Lead'],
    ])
  })

  it('keeps nothing that could run or load', () => {
    const { document, leftOut } = read(
      '<p onclick="x()">a<img src="https://x.example/p.png"/><a href="javascript:x()">b</a><a href="#note">c</a></p><script>alert(1)</script>',
    )
    expect([...leftOut].toSorted()).toEqual(['links to anywhere but pages over https', 'pictures'])
    expect(JSON.stringify(document)).not.toMatch(/onclick|javascript|x\.example|href/)
  })
})
