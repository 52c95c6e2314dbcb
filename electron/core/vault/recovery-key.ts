import type { Ids } from '../ids.ts'

/** Letters and digits that cannot be mistaken for one another on paper. 32 of them: five bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 6
const GROUP_LENGTH = 5

/** A new recovery key: six groups of five characters, 150 random bits. */
export const newRecoveryGroups = (ids: Ids): string[] =>
  Array.from({ length: GROUPS }, () => Array.from(ids.bytes(GROUP_LENGTH), (byte) => ALPHABET[byte % 32]).join(''))

/** The key as typed: spaces, hyphens and case do not matter, and O, I, L are read as the digits they resemble. */
export const normaliseRecoveryKey = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V')
