import * as fc from 'fast-check'
import type { DocumentMark, DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'

/** Documents by chance, of everything that a document can hold. */

const someWords = fc
  .array(
    fc.constantFrom(
      'gap',
      'letter',
      'nurse',
      'a *star*',
      '# no heading',
      '1. no list',
      '- dash',
      'x_y_z',
      '<b>',
      '[ ]',
      'a|b',
      '&amp;',
      '~~',
      'é',
      '**',
      '`',
      '\\',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))

const mark: fc.Arbitrary<DocumentMark> = fc.constantFrom<DocumentMark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://www.example.org/page' } },
)

/** Marks never stand twice on one piece of text. */
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 2 })

const text = fc
  .tuple(someWords, marks)
  .map(([words, on]): DocumentNode =>
    on.length === 0 ? { type: 'text', text: words } : { type: 'text', marks: on, text: words },
  )

const code = fc.constantFrom('practice.name', 'register.people', 'measure.early-stage.value', 'no.such-field')

const field = fc.oneof(
  code.map((one): DocumentNode => ({ type: 'field', attrs: { code: one, label: null, frozen: null } })),
  fc
    .constantFrom('Where it is held', 'Who comes')
    .map((label): DocumentNode => ({ type: 'field', attrs: { code: 'ask.venue', label, frozen: null } })),
)

const inlines = fc.array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: field }), {
  minLength: 1,
  maxLength: 4,
})

const paragraph = inlines.map((content): DocumentNode => ({ type: 'paragraph', content }))

const heading = fc
  .tuple(fc.constantFrom(1, 2, 3), inlines)
  .map(([level, content]): DocumentNode => ({ type: 'heading', attrs: { level }, content }))

const item = (type: 'listItem' | 'taskItem') =>
  fc
    .tuple(paragraph, fc.boolean())
    .map(([one, checked]): DocumentNode =>
      type === 'listItem' ? { type, content: [one] } : { type, attrs: { checked }, content: [one] },
    )

const list = fc.oneof(
  fc
    .array(item('listItem'), { minLength: 1, maxLength: 3 })
    .map((content): DocumentNode => ({ type: 'bulletList', content })),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.array(item('listItem'), { minLength: 1, maxLength: 3 }))
    .map(([start, content]): DocumentNode => ({ type: 'orderedList', attrs: { start }, content })),
  fc
    .array(item('taskItem'), { minLength: 1, maxLength: 3 })
    .map((content): DocumentNode => ({ type: 'taskList', content })),
)

const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([width, height]) =>
  fc
    .array(fc.array(paragraph, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
    .map((rows): DocumentNode => ({
      type: 'table',
      content: rows.map((cells, at): DocumentNode => ({
        type: 'tableRow',
        content: cells.map((one): DocumentNode => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [one] })),
      })),
    })),
)

const block: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  list,
  table,
  fc.constant<DocumentNode>({ type: 'horizontalRule' }),
  fc.constant<DocumentNode>({ type: 'fieldTable', attrs: { code: 'table.contacts', frozen: null } }),
  paragraph.map((one): DocumentNode => ({ type: 'blockquote', content: [one] })),
)

export const madeUpBlocks = fc.array(block, { minLength: 1, maxLength: 8 })

export const madeUpDocument: fc.Arbitrary<ToolkitDocument> = madeUpBlocks.map((content) => ({ type: 'doc', content }))
