import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { listSizeNow } from '../measures/public.ts'
import { countWords, fact, type Facts, type FactSource } from './fact.ts'

/** The practice and who writes. */
export const factsOfPractice: FactSource = async ({ db, user }, codes): Promise<Facts> => {
  const practice = await db.selectFrom('practice').selectAll().executeTakeFirst()
  const listSize = codes.has('practice.list-size') || codes.has('practice.list-size-on') ? await listSizeNow(db) : null
  const of = (words: string | null | undefined) => fact('Practice details', words ?? null)
  const asOf = listSize?.asOf ?? null
  return new Map([
    ['practice.name', of(practice?.name)],
    ['practice.code', of(practice?.ods_code)],
    ['practice.network', of(practice?.network_name)],
    [
      'practice.list-size',
      fact(listSize?.source ?? 'Practice details', listSize === null ? null : countWords(listSize.people), {
        asAt: asOf,
      }),
    ],
    ['practice.list-size-on', of(asOf === null ? null : formatIsoDate(asOf))],
    ['author.name', fact('Your account', user.name)],
    ['author.role', fact('Your account', user.jobTitle)],
  ])
}

/** The document itself and the day. */
export const factsOfDocument: FactSource = async ({ today, document }): Promise<Facts> => {
  const of = (words: string | null) => fact('This document', words, { asAt: today })
  const day = (date: string | null | undefined) => of(date == null ? null : formatIsoDate(date))
  return new Map([
    ['today', fact('Calendar', formatIsoDate(today), { asAt: today })],
    ['document.title', of(document?.title ?? null)],
    ['document.issue', of(document?.issue ?? null)],
    ['document.issued-on', day(document?.issuedOn)],
    ['document.review-due', day(document?.reviewDue)],
  ])
}
