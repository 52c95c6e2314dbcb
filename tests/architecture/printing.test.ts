import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The way to the printer, which notes a print first, and the sheet that is printed before there is a trail. */
const MAY_PRINT = ['renderer/app/print-page.ts', 'renderer/features/access/set-up-recovery.tsx']
/** Lists whose reading for paper is their entry in the audit trail. */
const READ_FOR_PAPER = [
  'renderer/features/care/recall-print.tsx',
  'renderer/features/letters/list-print.tsx',
  'renderer/features/register/register-print.tsx',
]

const files = globSync('renderer/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'))
const thatSay = (words: RegExp): string[] =>
  files.filter((path) => words.test(readFileSync(path, 'utf8'))).toSorted((a, b) => a.localeCompare(b))

describe('what is printed', () => {
  it('goes one way, so that the audit trail has each print', () => {
    expect(thatSay(/\.printPage\(/)).toEqual(MAY_PRINT)
    expect(thatSay(/\baskPrinter\(/)).toEqual(['renderer/app/print-page.ts', ...READ_FOR_PAPER])
  })
})
