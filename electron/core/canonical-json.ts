import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** The one spelling of a value: keys in code-unit order, two spaces of indent. Equal values give equal bytes. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value), null, 2)

/** Fingerprint of text (as UTF-8) or bytes, in lower-case hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
