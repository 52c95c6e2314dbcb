import { COLUMNS_LEFT_OUT, TABLES_LEFT_OUT } from '#shared/features/bundle/catalogue.ts'
import { tableFile } from './bundle-schema.ts'
import type { BundledColumn, TableLayout } from './layout.ts'

const FORMS: Readonly<Record<BundledColumn['form'], string>> = {
  id: 'record number',
  reference: 'record number',
  date: 'day',
  precision: 'code',
  moment: 'moment, UTC',
  flag: '0 or 1',
  number: 'whole number',
  code: 'code',
  'nhs-number': 'NHS number',
  text: 'text',
  json: 'JSON',
}

const formOf = ({ form, type, unit, references }: BundledColumn): string => {
  if (unit !== null) return `${type === 'REAL' ? 'number' : FORMS[form]}: ${unit}`
  return references === null ? FORMS[form] : `${FORMS[form]} of \`${references}\``
}

/** A list that runs over many lines is named by its first codes: the whole of it is in schema.json. */
const MOST_CODES = 12

const meaningOf = ({ words, codes }: BundledColumn): string => {
  if (codes === null) return words
  const shown = codes.slice(0, MOST_CODES).map((code) => `\`${code}\``)
  const more = codes.length > MOST_CODES ? ` and ${codes.length - MOST_CODES} more, listed in schema.json` : ''
  return `${words}: ${shown.join(', ')}${more}`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const section = ({ table, words, columns }: TableLayout): string =>
  [
    `### ${table}`,
    `${words} \`${tableFile(table)}\``,
    [
      row(['column', 'type', 'form', 'meaning', 'empty means']),
      row(['---', '---', '---', '---', '---']),
      ...columns.map((column) =>
        row([
          `\`${column.name}\``,
          column.type,
          formOf(column),
          meaningOf(column),
          column.mayBeNull ? column.absent : 'never empty',
        ]),
      ),
    ].join('\n'),
  ].join('\n\n')

/** The part of docs/bundle-format.md that describes every table and column, in Markdown. A test keeps the two in step. */
export const bundleDocument = (layouts: readonly TableLayout[]): string => {
  const out = Object.entries({
    ...TABLES_LEFT_OUT,
    ...Object.fromEntries(Object.entries(COLUMNS_LEFT_OUT).map(([name, { reason }]) => [name, reason])),
  })
  return [
    '<!-- prettier-ignore-start -->',
    ...layouts.map(section),
    '## What stays out',
    [row(['table or column', 'why']), row(['---', '---']), ...out.map(([name, why]) => row([`\`${name}\``, why]))].join(
      '\n',
    ),
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n\n')
}
