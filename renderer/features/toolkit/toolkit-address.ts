import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import type { UrlField } from '#renderer/app/url-state.ts'

/** Where a document is written. */
export const documentPath = (id: string): string => `/toolkit/${id}`

/** Where an issue is read. */
export const issuePath = (id: string, issueId: string): string => `/toolkit/${id}/issues/${issueId}`

export const LIBRARY_SHOWS = ['all', 'begun', 'look'] as const
/** All of the library, only what was made from it, or only what has changed or is due. */
export type LibraryShow = (typeof LIBRARY_SHOWS)[number]

export const LIBRARY_ADDRESS: {
  readonly find: UrlField<string>
  readonly show: UrlField<LibraryShow>
  readonly about: UrlField<string>
} = {
  find: urlText(''),
  show: urlChoice(LIBRARY_SHOWS, 'all'),
  /** The card whose drawer is open. */
  about: urlText(''),
}

/** The card of a template, by its code. */
export const templateCardId = (code: string): string => `template-${code}`

/** Where a template says what it is for. */
export const aboutTemplatePath = (code: string): string => `/toolkit?about=${templateCardId(code)}`

export const DOCUMENT_ADDRESS = {
  view: urlChoice(['write', 'read'], 'write'),
  side: urlChoice(['changes', 'comments'], 'changes'),
}
