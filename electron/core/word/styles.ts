import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'

/** Ink of the printed report (renderer/ui/tokens.css, light), and a typeface that every word processor has. */
export const INK = '14222D'
const SUPPORTING = '3F4D59'
const WARNING = '835100'
export const BAR = '0F5FAE'
export const AXIS = '55636F'
export const FONT = 'Arial'

/** A4 with the margins of the printed report, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, side: 907, top: 1_247, bottom: 1_020 } as const
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side

/** Where the value of a line on the cover starts. */
const VALUE_INDENT = 2_600

/** Ids of the styles that are the report's own; headings, Title, Subtitle and Caption keep the names that Word knows. */
export const STYLES = {
  finding: 'ReportFinding',
  warning: 'ReportWarning',
  fact: 'ReportFact',
  note: 'ReportNote',
  tableText: 'ReportTableText',
  tableFigure: 'ReportTableFigure',
  table: 'ReportTable',
  contents: 'TOCHeading',
} as const

/**
 * The one style that the library cannot make itself, as WordprocessingML: a table with a head and a total that differ,
 * and a thin line below each row.
 */
export const TABLE_STYLE = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="table" w:customStyle="1" w:styleId="${STYLES.table}">
<w:name w:val="Report Table"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="DCE3E9"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="DCE3E9"/></w:tblBorders>
<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="${INK}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="${INK}"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style></w:styles>`

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
})

/** The document's styles. Sizes are in half points. */
export const documentStyles = (): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: FONT,
        size: 20,
        color: INK,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(32, 0),
    heading2: heading(26, 280),
    heading3: heading(22, 200),
    caption: {
      run: { font: FONT, size: 20, bold: true, italics: false, color: INK },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 26 } },
    { id: STYLES.contents, name: 'TOC Heading', basedOn: 'Normal', next: 'Normal', ...heading(26, 280) },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', paragraph: { spacing: { before: 60, after: 0 } } },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 18 },
      paragraph: { indent: { left: 280 }, spacing: { after: 0 } },
    },
    { id: STYLES.finding, name: 'Report Finding', basedOn: 'Normal', quickFormat: true, run: { size: 22 } },
    {
      id: STYLES.warning,
      name: 'Report Warning',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, color: WARNING },
    },
    {
      id: STYLES.fact,
      name: 'Report Fact',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: VALUE_INDENT, hanging: VALUE_INDENT },
        leftTabStop: VALUE_INDENT,
        spacing: { after: 60 },
      },
    },
    {
      id: STYLES.note,
      name: 'Report Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: SUPPORTING },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    {
      id: STYLES.tableText,
      name: 'Report Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLES.tableFigure,
      name: 'Report Table Figure',
      basedOn: STYLES.tableText,
      paragraph: { alignment: AlignmentType.RIGHT },
    },
  ],
  characterStyles: [{ id: 'IndexLink', name: 'Index Link' }],
})
