import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import { CONTACT_KINDS, type ContactKind } from '#shared/features/contacts/schema.ts'

/** What the page of contacts remembers in its address. A search stays out of it: it may be a name. */
export const CONTACT_ADDRESS = {
  view: urlChoice(['list', 'map', 'table'], 'list'),
  kind: urlText('any'),
}

/** The kind that the address names, or null for any. */
export const kindOf = (text: string): ContactKind | null =>
  CONTACT_KINDS.find(({ code }) => code === text)?.code ?? null
