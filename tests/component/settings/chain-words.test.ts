import { expect, it } from 'vitest'
import { chainWords } from '#renderer/features/settings/chain-words.ts'

const whole = { entries: 1204, brokenAt: null, backups: 0, unlikeBackup: null }
const AT = '2025-11-20T18:02:00.000Z'

it('says what the trail was compared with', () => {
  expect(chainWords(whole)).toEqual({ line: 'Unbroken: 1,204 entries', alert: null })
  expect(chainWords({ ...whole, backups: 1 }).line).toBe('Unbroken: 1,204 entries, as 1 backup saw it')
  expect(chainWords({ ...whole, backups: 12 }).line).toBe('Unbroken: 1,204 entries, as 12 backups saw it')
})

it('tells a broken chain, a trail that was cut and one that was written anew from each other', () => {
  expect(chainWords({ ...whole, brokenAt: 17 }).line).toBe('Broken at entry 17')
  const cut = chainWords({ ...whole, backups: 1, unlikeBackup: { at: AT, seq: 1300 } })
  expect(cut.line).toBe('Ends too early')
  expect(cut.alert).toContain('saw entry 1,300, but the trail ends at entry 1,204.')
  const other = chainWords({ ...whole, backups: 1, unlikeBackup: { at: AT, seq: 900 } })
  expect(other.line).toBe('Unlike a backup')
  expect(other.alert).toContain('20 Nov 2025 18:02')
})
