import type { IsoDate } from '#shared/domain/partial-date.ts'
import { fieldNamed, isOfTheDay } from '#shared/features/toolkit/fields.ts'
import type { ChangedField, FieldValue } from '#shared/features/toolkit/schema.ts'
import type { FieldPlace } from '#shared/features/toolkit/walk.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ToolkitDocumentTable } from '../../db/schema-of-toolkit.ts'
import type { FactsAsked } from './fact.ts'
import { factWords } from './field-values.ts'

/** What each fact said when a document was issued, by code. */
export type IssuedFields = Readonly<Record<string, { readonly label: string; readonly words: string }>>

type Row = Pick<ToolkitDocumentTable, 'title' | 'review_due' | 'person_id' | 'audience'>

interface Asking {
  readonly db: ReadDb
  readonly user: User
  readonly today: IsoDate
}

/** What the facts of a document are read for. @param issue such as `4, draft`. */
export const askedFor = (
  { db, user, today }: Asking,
  row: Row,
  issue: { readonly words: string; readonly on: IsoDate | null },
): FactsAsked => ({
  db,
  user,
  today,
  document: {
    title: row.title,
    issue: issue.words,
    issuedOn: issue.on,
    reviewDue: row.review_due,
    personId: row.person_id,
    leaves: row.audience === 'outside',
  },
})

/** Facts that are other than they were, as far as they are facts that change by themselves. */
export const changedSince = (issued: IssuedFields, values: ReadonlyMap<string, FieldValue>): ChangedField[] =>
  Object.entries(issued).flatMap(([code, { label, words: was }]) => {
    const value = values.get(code)
    if (value === undefined || value.state === 'unknown' || isOfTheDay(code)) return []
    const now = factWords(value)
    return now === was ? [] : [{ code, label, was, now, from: value.from }]
  })

/**
 * What an issue said of the facts that are looked at again to see what changed: those that change by themselves and that
 * the text still shows.
 */
export const stillShown = (issued: IssuedFields, places: readonly FieldPlace[]): IssuedFields => {
  const shown = new Set(places.flatMap(({ code, frozen }) => (frozen === null ? [code] : [])))
  return Object.fromEntries(
    Object.entries(issued).filter(([code]) => shown.has(code) && fieldNamed(code) !== null && !isOfTheDay(code)),
  )
}

/** The label of a blank as the text asks for it, else its name. */
export const blankLabel = (code: string, label: string | null): string => label ?? code.replace(/^ask\./, '')
