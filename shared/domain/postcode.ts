/**
 * Postcodes, kept as they are written and cut to their area where no more is wanted. Not checked against a list: a
 * practice knows its own, and an old or a new one must not be refused.
 */

const INWARD = /^([A-Z0-9]{2,4})(\d[A-Z]{2})$/

/** Capitals, with one space before the last three where it is a whole postcode: `ab12cd` is `AB1 2CD`. */
export function normalisePostcode(text: string): string {
  const compact = text.replace(/\s/g, '').toUpperCase()
  const whole = INWARD.exec(compact)
  return whole === null ? text.trim().replace(/\s+/g, ' ').toUpperCase() : `${whole[1]} ${whole[2]}`
}

/**
 * The first half, which names an area of some thousands of homes: `AB1 2CD`, `AB1` and `ab12cd, the annexe` all give
 * `AB1`.
 */
export function outwardPostcode(text: string): string {
  const [first = ''] = /[^ ,;]+/.exec(normalisePostcode(text)) ?? []
  return INWARD.exec(first)?.[1] ?? first
}

export interface KeptAddress {
  address: string | null
  postcode: string | null
}

/** What stays when only the area is kept: no address, and the first half of the postcode. */
export function onlyTheArea({ postcode }: KeptAddress): KeptAddress {
  return { address: null, postcode: postcode === null ? null : outwardPostcode(postcode) }
}
