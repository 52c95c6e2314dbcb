/**
 * Telling text from everything else by a file's first bytes, so that a picture or a document is refused with a sentence
 * and never shown as a table of rubbish. Workbooks are told apart before.
 */

interface Signature {
  readonly bytes: readonly number[]
  readonly sentence: string
}

const SAVE_AS_CSV = 'Open it in the program it came from and save it as CSV, then bring that in.'

/** Of word processors, also for those that come in a zip file. */
export const DOCUMENT_SENTENCE = `This is a word-processor document, not a list. ${SAVE_AS_CSV}`

/** Of a whole register that Throughline wrote to one file. */
export const BUNDLE_SENTENCE =
  'This is a Throughline bundle, which holds a whole register. Bring it in under Settings, into a register that is still empty.'

const OLDEST_EXCEL =
  'This workbook is from Excel 95 or before. Open it in a newer one, save it as an Excel workbook (.xlsx), then choose the new file.'

/** First bytes as each format's specification gives them. */
const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x05, 0x06], sentence: 'This zip file is empty. Unpack it and choose the list in it.' },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF, which holds pages and not a table. Export the list again as CSV.',
  },
  { bytes: [0x1f, 0x8b], sentence: 'This is a compressed file. Unpack it and choose the list in it.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], sentence: 'This is a compressed file. Unpack it and choose the list in it.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: 'This is a picture, not a list. Export the list again as CSV.' },
  { bytes: [0xff, 0xd8, 0xff], sentence: 'This is a picture, not a list. Export the list again as CSV.' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: DOCUMENT_SENTENCE,
  },
  { bytes: [0x09, 0x00, 0x04, 0x00], sentence: OLDEST_EXCEL },
  { bytes: [0x09, 0x02, 0x06, 0x00], sentence: OLDEST_EXCEL },
  { bytes: [0x09, 0x04, 0x06, 0x00], sentence: OLDEST_EXCEL },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    sentence: 'This is a database, not a list. To bring back a Throughline backup, use Restore on the unlock screen.',
  },
]

/** How web pages and XML begin, which some systems write under the name of a workbook. Every second byte may be zero. */
const MARKUP =
  /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*<(?:!doctype|html|head|body|style|table|meta|\?xml)\b/i
const MARKUP_SENTENCE =
  'This is a web page or an XML file, not a list. Open it in a spreadsheet and save it as an Excel workbook (.xlsx) or CSV, then bring that in.'
const MARKUP_BYTES = 400

const isMarkup = (head: Uint8Array): boolean =>
  MARKUP.test(Buffer.from(head.subarray(0, MARKUP_BYTES)).toString('latin1').replaceAll('\0', ''))

/** Why these first bytes cannot be a table of text, in words; null when nothing speaks against it. */
export const knownOtherFormat = (head: Uint8Array): string | null =>
  SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.sentence ??
  (isMarkup(head) ? MARKUP_SENTENCE : null)

const TAB = 0x09
const LINE_FEED = 0x0a
const FORM_FEED = 0x0c
const CARRIAGE_RETURN = 0x0d
/** Ctrl+Z, which old programs put at the end of a text file. */
const END_OF_TEXT_FILE = 0x1a
const LARGEST_SHARE_OF_CONTROLS = 0.002
/** As many stray ones a short file may have, too. */
const A_FEW_CONTROLS = 3

/** True when control characters that no text file has make up more than 1 in 500 of the characters,
 * a few apart. */
export const looksBinary = (codes: Uint8Array | Uint16Array): boolean => {
  let controls = 0
  for (const code of codes) {
    const isControl =
      code < 0x20 && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== FORM_FEED
    if (isControl && code !== END_OF_TEXT_FILE) controls += 1
  }
  return controls > Math.max(A_FEW_CONTROLS, codes.length * LARGEST_SHARE_OF_CONTROLS)
}
