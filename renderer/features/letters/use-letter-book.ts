import { useMemo } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { DEFAULT_BOOK, type LetterBook } from '#shared/features/journey/public.ts'

/** The days that letters may take at this practice; the defaults until they are here. */
export const useLetterBook = (): LetterBook => {
  const days = useCoreQuery('letters', 'days', {}).data
  return useMemo(() => (days === undefined ? DEFAULT_BOOK : { version: days.version, periods: days.periods }), [days])
}
