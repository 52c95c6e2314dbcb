import type { core } from '#renderer/app/core-client.ts'
import { momentWords } from './moments.ts'

/** What a check of the audit trail found. */
export type Chain = Awaited<ReturnType<typeof core.audit.verify>>

/** What the check found, in one line; and in more words when somebody has to act on it. */
export const chainWords = ({
  entries,
  brokenAt,
  backups,
  unlikeBackup,
}: Chain): { line: string; alert: string | null } => {
  const advice = 'Make a backup, and tell whoever looks after data protection at your practice.'
  if (brokenAt !== null)
    return {
      line: `Broken at entry ${brokenAt}`,
      alert: `Entry ${brokenAt} does not fit the one before it. ${advice}`,
    }
  if (unlikeBackup !== null) {
    const { at, seq } = unlikeBackup
    const seen = `A backup (${momentWords(at)}) saw entry ${seq.toLocaleString('en-GB')}`
    return seq > entries
      ? {
          line: 'Ends too early',
          alert: `${seen}, but the trail ends at entry ${entries.toLocaleString('en-GB')}. ${advice}`,
        }
      : { line: 'Unlike a backup', alert: `${seen}, and the trail has another one there. ${advice}` }
  }
  const compared = backups === 0 ? '' : `, as ${backups} ${backups === 1 ? 'backup' : 'backups'} saw it`
  return { line: `Unbroken: ${entries.toLocaleString('en-GB')} entries${compared}`, alert: null }
}
