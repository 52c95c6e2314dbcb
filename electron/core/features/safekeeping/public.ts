/** The end of the audit trail as a backup saw it: outside the register, where whoever cuts the trail has to look as well. */
export interface TrailWitness {
  /** When the backup was made. */
  at: string
  seq: number
  hash: string
}

/** A trail as far as witnesses ask about it. */
export interface AskedTrail {
  /** The hash of an entry; null where the trail has no such entry. */
  hashOf(seq: number): string | null
  /** When the register was last replaced by a backup, as the trail says itself; null when it never was. */
  lastRestoreAt: string | null
}

/**
 * The newest backup that saw an entry which the trail does not have, or has differently; null when all agree. A restore
 * goes back to an earlier trail, so what was made before it says nothing.
 */
export const contradictingWitness = (
  witnesses: readonly TrailWitness[],
  { hashOf, lastRestoreAt }: AskedTrail,
): TrailWitness | null =>
  witnesses
    .filter(({ at }) => lastRestoreAt === null || at > lastRestoreAt)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .find(({ seq, hash }) => hashOf(seq) !== hash) ?? null

/** The method that the trail names where a backup replaced the register. */
export const RESTORE_METHOD = 'safekeeping.restore'
