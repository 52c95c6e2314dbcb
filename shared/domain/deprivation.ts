/**
 * Deprivation as a fifth of the country: 1 is the most deprived, whatever an index says of itself. The index and its
 * version are kept beside it, because fifths of different indices and years must not be set against each other.
 *
 * Sources: English Indices of Deprivation (decile 1 is the most deprived tenth), Scottish SIMD, Welsh WIMD, Northern
 * Ireland NIMDM. Population-weighted columns of SIMD 2004 and 2006 run the other way round.
 */

import type { CodedLabel } from './people.ts'

export const DEPRIVATION_INDICES = [
  { code: 'IMD', label: 'IMD, England' },
  { code: 'SIMD', label: 'SIMD, Scotland' },
  { code: 'WIMD', label: 'WIMD, Wales' },
  { code: 'NIMDM', label: 'NIMDM, Northern Ireland' },
] as const satisfies readonly CodedLabel[]

export const DEPRIVATION_QUINTILES = [
  { code: '1', label: '1: most deprived fifth' },
  { code: '2', label: '2' },
  { code: '3', label: '3' },
  { code: '4', label: '4' },
  { code: '5', label: '5: least deprived fifth' },
] as const satisfies readonly CodedLabel[]

export interface Deprivation {
  /** 1 to 5, 1 the most deprived. */
  deprivationQuintile: number | null
  deprivationIndex: string | null
  deprivationVersion: string | null
}

/** `1 of 5 (1 is most deprived), IMD 2025`; `null` when no fifth is recorded. */
export function deprivationWords({
  deprivationQuintile,
  deprivationIndex,
  deprivationVersion,
}: Deprivation): string | null {
  if (deprivationQuintile === null) return null
  const index = [deprivationIndex, deprivationVersion].filter((part) => part !== null).join(' ')
  return `${deprivationQuintile} of 5 (1 is most deprived)${index === '' ? '' : `, ${index}`}`
}
