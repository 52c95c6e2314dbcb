import type { PackState } from './schema.ts'

/** What a pack file is called after its name. */
export const PACK_EXTENSION = '.throughline-pack'

/** The fingerprint of a key in groups of four, to be read out: `3F2A 91C0 …`. */
export const keyWords = (fingerprint: string): string => (fingerprint.toUpperCase().match(/.{1,4}/g) ?? []).join(' ')

/** What is said first of a pack that was checked. */
export const PACK_STATES: Readonly<Record<PackState, string>> = {
  genuine: 'Genuine and unchanged',
  'new-key': 'Unchanged, signed by a key not seen before',
  'other-key': 'Unchanged, but signed by another key than before',
  changed: 'Changed since it was signed',
  older: 'Written in an older form',
  newer: 'Written by a newer version of Throughline',
  sealed: 'Sealed with a passphrase',
  'wrong-passphrase': 'The passphrase does not open it',
  'not-a-pack': 'Not a pack',
  damaged: 'Damaged',
}
