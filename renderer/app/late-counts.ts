import { useLateContacts } from '#renderer/features/care/public.ts'
import { useLateLetters } from '#renderer/features/letters/public.ts'
import { useLateMilestones } from '#renderer/features/plan-start/public.ts'
import { useLatePathways } from '#renderer/features/pathways/public.ts'

/** Late work by destination: what the rail's badges count. */
export const useLateCounts = (): Readonly<Record<string, number>> => ({
  letters: useLateLetters(),
  referrals: useLatePathways(),
  'care-reviews': useLateContacts(),
  plan: useLateMilestones(),
})
