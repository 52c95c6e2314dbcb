import { useCoreQuery } from '#renderer/app/core-query.ts'

/** How many open pathways are late: for the rail. */
export const useLatePathways = (): number => useCoreQuery('pathways', 'lateCount', {}).data?.pathways ?? 0
