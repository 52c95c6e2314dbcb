import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { filledIn } from '#shared/features/toolkit/issuing.ts'
import type { TemplateAudience } from '#shared/features/toolkit/schema.ts'
import { type Asking, documentAbout } from './documents.ts'
import { readHouseStyle } from './house-style.ts'
import { issueOf, readyToIssue, refuse } from './issue.ts'

/** A document as it is printed or written to a file. */
export interface Page {
  readonly title: string
  /** Whose document it is. */
  readonly name: string
  readonly header: string | null
  readonly footer: string | null
  /** Which issue, of when, by whom. */
  readonly line: string
  /** What warns whoever holds the paper; null for nothing. */
  readonly mark: string | null
  readonly text: ToolkitDocument
  readonly audience: TemplateAudience
  /** ISO time. */
  readonly writtenAt: string
}

interface Wanted {
  readonly documentId: string
  /** null: the draft as it stands. */
  readonly issueId: string | null
  readonly personId: string | null
}

const CONFIDENTIAL = 'Confidential: names a person. Keep it no longer than you need it.'

/**
 * The page of an issue, or of the draft as it would be issued today.
 * @throws AppError `not-found`; `conflict` where a draft holds what must not go out.
 */
export const pageOf = async (
  asking: Asking & { readonly today: string; readonly now: string },
  { documentId, issueId, personId }: Wanted,
): Promise<Page> => {
  const row = await documentAbout(asking, documentId, personId)
  const style = await readHouseStyle(asking.db)
  const shared = {
    name: style.name ?? style.practiceName,
    header: style.header,
    footer: style.footer,
    writtenAt: asking.now,
  }
  const confidential = row.person_id === null ? null : CONFIDENTIAL
  if (issueId !== null) {
    const issue = await issueOf(asking, issueId, personId)
    if (issue.documentId !== documentId) throw new AppError('not-found', 'This issue is one of another document.')
    const line = `Issue ${issue.number}, ${formatIsoDate(issue.issuedOn)}. ${issue.issuedBy}.`
    const { title, audience, content: text } = issue
    return { ...shared, title, audience, line, mark: confidential, text }
  }
  const ready = await readyToIssue(asking, documentId)
  refuse(ready.findings)
  const line = `Issue ${ready.number}, draft of ${formatIsoDate(asking.today)}. ${asking.user.name}.`
  const mark = ['Draft', ...(confidential === null ? [] : [confidential])].join('. ')
  const text = filledIn(ready.text, ready.values)
  return { ...shared, title: row.title, audience: row.audience, line, mark, text }
}
