import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { fieldOf } from '#shared/features/toolkit/walk.ts'
import type { Page } from './page.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const TAGS: Partial<Record<DocumentNode['type'], string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  taskItem: 'li',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  blockquote: 'blockquote',
}

const MARKS: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u' }

const marked = (text: string, { marks = [] }: DocumentNode): string =>
  marks.reduce((inner, { type, attrs }) => {
    if (type === 'link') return `<a href="${escaped(String(attrs?.['href']))}">${inner}</a>`
    const tag = MARKS[type]
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`
  }, escaped(text))

const inner = (node: DocumentNode): string => (node.content ?? []).map(htmlOf).join('')

const htmlOf = (node: DocumentNode): string => {
  switch (node.type) {
    case 'text':
      return marked(node.text ?? '', node)
    case 'field':
      return marked(fieldOf(node)?.frozen ?? '', node)
    case 'hardBreak':
      return '<br>'
    case 'horizontalRule':
      return '<hr>'
    case 'heading': {
      const level = Number(node.attrs?.['level'] ?? 1) + 1
      return `<h${level}>${inner(node)}</h${level}>`
    }
    case 'orderedList':
      return `<ol start="${Number(node.attrs?.['start'] ?? 1)}">${inner(node)}</ol>`
    case 'taskList':
      return `<ul class="ticks">${inner(node)}</ul>`
    case 'taskItem':
      return `<li><span aria-hidden="true">${node.attrs?.['checked'] === true ? '☑' : '☐'}</span>${inner(node)}</li>`
    case 'table':
      return `<table>${inner(node)}</table>`
    default: {
      const tag = TAGS[node.type]
      return tag === undefined ? '' : `<${tag}>${inner(node)}</${tag}>`
    }
  }
}

const STYLE = `body{font:11pt/1.45 Arial,sans-serif;color:#14222d;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:20pt}h2{font-size:15pt}h3{font-size:12.5pt}h4{font-size:11pt}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #dce3e9;padding:.3rem .5rem;text-align:left;vertical-align:top}
.ticks{list-style:none;padding-left:0}.ticks li{display:flex;gap:.5rem}.ticks p{margin:0}
header,footer{color:#3f4d59;font-size:9pt}.mark{color:#835100;font-weight:bold}
@media print{body{margin:0;max-width:none}tr,li{break-inside:avoid}h2,h3,h4{break-after:avoid}}`

/** A document as a page by itself, which loads nothing and runs nothing. */
export const toolkitHtml = ({ title, name, header, footer, line, mark, text }: Page): string =>
  [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<header><p>${escaped([name, header].filter((words) => words !== null).join(', '))}</p>`,
    mark === null ? '' : `<p class="mark">${escaped(mark)}</p>`,
    `</header><main><h1>${escaped(title)}</h1><p>${escaped(line)}</p>`,
    inner(text),
    `</main><footer><p>${escaped([footer, line].filter((words) => words !== null).join(' '))}</p></footer></body></html>\n`,
  ].join('')
