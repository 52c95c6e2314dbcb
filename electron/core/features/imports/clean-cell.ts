/** Marks that no one sees and that can hide or reorder text, and control characters. */
const HIDDEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g
const PLAIN = /^[!-~]+(?: [!-~]+)*$/
/** An apostrophe that was put before a formula so that a spreadsheet shows it and does not run it, by us or by others. */
const DEFUSED_FORMULA = /^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/
/** Our own files put one before a tab or a line break too, which is gone from the text that people read. */
const DEFUSED_SPACE = /^'(?=[\t\r\n]\s*[^\s\p{Cc}\p{Cf}])/u

/**
 * A cell as people read it: line breaks, tabs and odd spaces become one space, hidden marks go, a letter
 * and the accent beside it become one, and text that was
 * defused for spreadsheets comes back as it was. Formulas stay text: nothing in a file is ever run.
 */
export const cleanCell = (cell: string | undefined): string => {
  if (cell === undefined || cell === '') return ''
  const plain = PLAIN.test(cell)
    ? cell
    : cell.replace(DEFUSED_SPACE, '').replace(SPACES, ' ').replace(HIDDEN, '').trim().toWellFormed().normalize('NFC')
  return plain.startsWith("'") ? plain.replace(DEFUSED_FORMULA, '') : plain
}
