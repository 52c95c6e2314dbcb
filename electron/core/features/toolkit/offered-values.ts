import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { FieldValue } from '#shared/features/toolkit/schema.ts'
import { answersOf, type Asking, documentRow } from './documents.ts'
import { askedFor } from './facts-of-document.ts'
import { fieldValues } from './field-values.ts'

/** What some facts say today, for whoever looks for one to put into a text. @param documentId the document it is for. */
export const offeredValues = async (
  asking: Asking & { readonly today: IsoDate },
  documentId: string | null,
  codes: readonly string[],
): Promise<FieldValue[]> => {
  if (codes.length === 0) return []
  if (documentId === null) return [...(await fieldValues({ ...asking, document: null }, codes)).values()]
  const row = await documentRow(asking, documentId)
  const asked = askedFor(asking, row, { words: 'draft', on: null })
  return [...(await fieldValues(asked, codes, answersOf(row))).values()]
}
