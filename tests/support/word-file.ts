import { strFromU8, unzipSync } from 'fflate'

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')

/** Every element of a name, as it is written. None of those asked for stands inside another of its name. */
export const elementsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|(?<!/)>.*?</${name}>)`, 'gs'))].map(([found]) => found)

/** What a reader sees of a piece of WordprocessingML: its text, with its tabs. */
export const textOf = (xml: string, name = 'w:t'): string =>
  [...xml.matchAll(new RegExp(`<w:tab/>|<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))]
    .map(([, text]) => (text === undefined ? '\t' : unescaped(text)))
    .join('')

const styleOf = (xml: string): string | undefined => /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1]

/** A .docx file, opened as the zip of XML that it is. */
export const readWordFile = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const partBytes = (name: string): Uint8Array => {
    const found = files[name]
    if (found === undefined) throw new Error(`no part ${name}`)
    return found
  }
  const part = (name: string): string => strFromU8(partBytes(name))
  const document = part('word/document.xml')
  // Paragraphs of tables are read with their tables.
  const running = document.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '')
  const paragraphs = elementsOf(running, 'w:p').map((xml) => ({ style: styleOf(xml), text: textOf(xml).trimEnd() }))
  const tables = elementsOf(document, 'w:tbl').map((xml) => ({
    xml,
    rows: elementsOf(xml, 'w:tr').map((row) => ({
      isHead: row.includes('<w:tblHeader/>'),
      cells: elementsOf(row, 'w:tc').map((cell) => ({ text: textOf(cell), style: styleOf(cell) })),
    })),
  }))
  return {
    names: Object.keys(files),
    part,
    bytes: partBytes,
    document,
    paragraphs,
    tables,
    styledAs: (style: string): string[] =>
      paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text),
  }
}
