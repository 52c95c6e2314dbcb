import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import type { UrlField } from '#renderer/app/url-state.ts'

/** Where a document is written. */
export const documentPath = (id: string): string => `/toolkit/${id}`

/** Where an issue is read. */
export const issuePath = (id: string, issueId: string): string => `/toolkit/${id}/issues/${issueId}`

export const LIBRARY_ADDRESS: { readonly find: UrlField<string> } = { find: urlText('') }

export const DOCUMENT_ADDRESS = {
  view: urlChoice(['write', 'read'], 'write'),
  side: urlChoice(['changes', 'comments'], 'changes'),
}
