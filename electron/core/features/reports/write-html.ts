import { coverLines, type Receipt, warnings } from '#shared/features/reports/cover.ts'
import { headingWithin, paragraphTexts } from '#shared/features/reports/own-text-words.ts'
import type {
  OwnTextBlock,
  ReportDataset,
  ReportSection,
  ReportTable,
  TableCell,
  TableColumn,
} from '#shared/features/reports/schema.ts'
import { indicatorTable } from '#shared/features/reports/tables.ts'
import { cellText, hiddenWords, smallNumberWords } from '#shared/features/reports/words.ts'

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.5rem; font: 1rem/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; color: #14222d; background: #fff; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.375rem; margin: 2.5rem 0 0.25rem; } h3 { font-size: 1.125rem; margin: 1.5rem 0 0.25rem; }
.finding { font-size: 1.125rem; margin: 0 0 1rem; }
.warning { border: 2px solid #835100; padding: 0.5rem 0.75rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; } dt { color: #3f4d59; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0 0.25rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.375rem; }
th, td { padding: 0.3125rem 0.5rem; border-bottom: 1px solid #dce3e9; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #14222d; vertical-align: bottom; } tbody th { font-weight: 400; }
.n { text-align: right; } .total > * { font-weight: 600; border-bottom: 2px solid #14222d; }
.note { color: #55636f; font-size: 0.875rem; margin: 0.25rem 0 0; }
.watermark { position: fixed; inset: 45% 0 auto; margin: 0; text-align: center; font-size: 2.5rem; font-weight: 600; color: #835100; opacity: 0.18; transform: rotate(-24deg); pointer-events: none; }
@page { size: A4; margin: 18mm 16mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } thead { display: table-header-group; } tr, caption { break-inside: avoid; } h2 { break-after: avoid; } }
`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const hiddenReason = (cell: TableCell): string | null => {
  if (cell.kind === 'count' && cell.figure.state === 'hidden') return hiddenWords(cell.figure.why)
  return cell.kind === 'estimate' && cell.estimate.state === 'hidden' ? hiddenWords(cell.estimate.why) : null
}

const bodyCell = (cell: TableCell, column: TableColumn): string => {
  const text = escape(cellText(cell, column))
  const reason = hiddenReason(cell)
  const shown = reason === null ? text : `<abbr title="${escape(reason)}">${text}</abbr>`
  return `<td${column.shows === 'text' ? '' : ' class="n"'}>${shown}</td>`
}

const TEXT_COLUMN: TableColumn = { heading: '', shows: 'text' }

const tableHtml = ({ title, columns, rows, totalRow, note }: ReportTable): string => {
  const head = columns
    .map(({ heading, shows }) => `<th scope="col"${shows === 'text' ? '' : ' class="n"'}>${escape(heading)}</th>`)
    .join('')
  const body = rows.map(([name, ...cells], index) => {
    const isTotal = totalRow && index === rows.length - 1
    const label = name === undefined ? '' : escape(cellText(name, TEXT_COLUMN))
    const values = cells.map((cell, at) => bodyCell(cell, columns[at + 1] ?? TEXT_COLUMN)).join('')
    return `<tr${isTotal ? ' class="total"' : ''}><th scope="row">${label}</th>${values}</tr>`
  })
  const foot = note === null ? '' : `\n<p class="note">${escape(note)}</p>`
  return `<table>\n<caption>${escape(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>${foot}`
}

const ownTextHtml = (sectionId: string, block: OwnTextBlock): string => {
  const heading = headingWithin(sectionId, block)
  return [
    ...(heading === null ? [] : [`<h3>${escape(heading)}</h3>`]),
    ...paragraphTexts(block).map((text) => `<p>${escape(text)}</p>`),
  ].join('\n')
}

const sectionHtml = ({ id, title, finding, blocks }: ReportSection): string => {
  const parts = blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return `<p>${escape(block.text)}</p>`
      case 'own-text':
        return ownTextHtml(id, block)
      case 'indicators':
        return tableHtml(indicatorTable(block))
      case 'table':
        return tableHtml(block)
    }
  })
  return `<section aria-labelledby="${escape(id)}">\n<h2 id="${escape(id)}">${escape(title)}</h2>${finding === '' ? '' : `\n<p class="finding">${escape(finding)}</p>`}\n${parts.join('\n')}\n</section>`
}

/** The report as one page that needs nothing else: no script, no picture, no other file. */
export const reportHtml = (dataset: ReportDataset, receipt: Receipt): string => {
  const cover = coverLines(dataset, receipt).map(
    ({ name, value }) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`,
  )
  const notes = warnings(dataset).map((text) => `<p class="warning">${escape(text)}</p>`)
  const words = dataset.watermark
  const mark = words === null ? '' : `\n<p class="watermark">${escape(words)}</p>`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escape(dataset.title)}</title>
<style>${STYLE}</style>
</head>
<body>${mark}
<main>
<h1>${escape(dataset.title)}</h1>
${notes.join('\n')}
<dl>
${cover.join('\n')}
</dl>
<p class="note">${escape(smallNumberWords(dataset.smallNumbers))}</p>
${dataset.sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`
}
