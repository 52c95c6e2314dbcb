import { useCoreQuery } from '#renderer/app/core-query.ts'

/** How many contacts are overdue, of both kinds: for the rail. */
export const useLateContacts = (): number => {
  const counts = useCoreQuery('care', 'counts', {}).data
  return (counts?.['support_contact']?.overdue ?? 0) + (counts?.['care_review']?.overdue ?? 0)
}
