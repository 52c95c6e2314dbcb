/** How other programs say that a stretch is bold or slanted; tags alone say it in our documents. */
const MARKS = [
  { look: /font-weight:\s*(?:bold|[6-9]00)/i, tag: 'strong' },
  { look: /font-style:\s*italic/i, tag: 'em' },
] as const

/** A browser would read style attributes into a page whose policy refuses them: they are looked at as plain words. */
const LOOK = 'data-look'

const lookOf = (element: Element): string => element.getAttribute(LOOK) ?? ''

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

const wrapIn = (element: Element, tag: string): void => {
  const inner = element.ownerDocument.createElement(tag)
  inner.append(...element.childNodes)
  element.append(inner)
}

const markSpans = (body: HTMLElement): void => {
  for (const bold of body.querySelectorAll(`b[${LOOK}], strong[${LOOK}]`)) {
    if (/font-weight:\s*normal/i.test(lookOf(bold))) unwrap(bold)
  }
  for (const span of body.querySelectorAll(`span[${LOOK}]`)) {
    for (const { look, tag } of MARKS) if (look.test(lookOf(span))) wrapIn(span, tag)
  }
}

/** Word writes the points of a list as paragraphs with their bullet or number as text. */
const makeLists = (body: HTMLElement): void => {
  let list: Element | null = null
  for (const point of body.querySelectorAll(`p[${LOOK}*="mso-list:"]`)) {
    const bullet = [...point.querySelectorAll(`[${LOOK}]`)].find((part) => /mso-list:\s*ignore/i.test(lookOf(part)))
    const tag = /^\s*(?:\d+|[a-z])[.)]/i.test(bullet?.textContent ?? '') ? 'ol' : 'ul'
    bullet?.remove()
    const before: Element | null = point.previousElementSibling
    if (list === null || before !== list || list.localName !== tag) {
      list = body.ownerDocument.createElement(tag)
      point.before(list)
    }
    const item = body.ownerDocument.createElement('li')
    item.append(point)
    list.append(item)
  }
}

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))

/** Our tables have no merged cells: each becomes one cell with the words and empty ones beside and below it. */
const splitCells = (table: HTMLTableElement): void => {
  const rows = [...table.rows]
  for (const [at, row] of rows.entries()) {
    for (const cell of row.cells) {
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
      const column = cell.cellIndex
      for (let extra = 1; extra < across; extra += 1) cell.after(table.ownerDocument.createElement(cell.localName))
      for (const below of rows.slice(at + 1, at + down)) {
        for (let extra = 0; extra < across; extra += 1) {
          const empty = table.ownerDocument.createElement('td')
          below.insertBefore(empty, below.cells[column] ?? null)
        }
      }
    }
  }
}

/**
 * What was copied in Word, a spreadsheet or a browser, as far as a document can hold it: no styles, pictures or merged
 * cells; bold, slanted words and lists by their tags. The editor's model then leaves out whatever else it does not know.
 */
export const plainPaste = (html: string): string => {
  const unstyled = html
    .replaceAll(/<style[\s\S]*?(?:<\/style>|$)/gi, '')
    .replaceAll(/\sstyle\s*=\s*(?=["'])/gi, ` ${LOOK}=`)
  const { body } = new DOMParser().parseFromString(unstyled, 'text/html')
  makeLists(body)
  markSpans(body)
  for (const table of body.querySelectorAll('table')) splitCells(table)
  for (const element of body.querySelectorAll(`[${LOOK}]`)) element.removeAttribute(LOOK)
  return body.innerHTML
}
