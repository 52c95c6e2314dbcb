import { useCoreQuery } from '#renderer/app/core-query.ts'

/** How many letters are late: for the rail. */
export const useLateLetters = (): number => useCoreQuery('letters', 'counts', {}).data?.tabs.late ?? 0
