const PENCE = 100

/** "£4,800", "£4,800.50". */
export const poundsWords = (pence: number): string =>
  `£${(pence / PENCE).toLocaleString('en-GB', { minimumFractionDigits: pence % PENCE === 0 ? 0 : 2, maximumFractionDigits: 2 })}`

/** Pounds as they are typed again: "4800", "4800.50". */
export const typedPounds = (pence: number | null): string =>
  pence === null ? '' : (pence / PENCE).toFixed(pence % PENCE === 0 ? 0 : 2)

/** Pounds as people type them: `4800`, `£4,800`, `4800.50`. In pence, null for nothing; or what to put right. */
export const readPounds = (typed: string): { readonly pence: number | null } | { readonly fault: string } => {
  const text = typed.trim().replace(/^£\s*/, '')
  if (text === '') return { pence: null }
  const read = /^(\d{1,3}(?:,\d{3})+|\d{1,8})(?:\.(\d{1,2}))?$/.exec(text)
  if (read === null) return { fault: 'Enter pounds as a number, such as 4800 or 4,800.50' }
  const pounds = Number(read[1]?.replaceAll(',', ''))
  return { pence: pounds * PENCE + Number((read[2] ?? '').padEnd(2, '0')) }
}
