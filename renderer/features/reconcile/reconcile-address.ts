import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import { ITEM_KINDS, type ItemKind } from '#shared/features/reconcile/schema.ts'

export const RECONCILE = '/imports/reconcile'

/** The earlier list that a newer one is to take the place of, by id. */
export const newerAddress = { newer: urlText() }

/** Everything that a compared list keeps in its address. */
export const listAddress = {
  kind: urlChoice(
    ITEM_KINDS.map(({ code }) => code),
    'theirs_only',
  ),
  show: urlChoice(['open', 'all'] as const, 'open'),
}

export interface ListAddress {
  readonly kind: ItemKind
  readonly show: 'open' | 'all'
}
