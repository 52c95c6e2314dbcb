import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import type { TodayItem } from '#shared/features/today/schema.ts'

/** What the one main action of a thing does: opens a form here, finishes it at once, or goes to where it is done. */
export type ItemAction =
  | { readonly does: 'record'; readonly label: string }
  | { readonly does: 'call'; readonly label: string }
  | { readonly does: 'finish'; readonly label: string }
  | { readonly does: 'referral'; readonly label: string; readonly task: 'sign' | 'step' }
  | { readonly does: 'go'; readonly label: string; readonly path: string }

/** The main action of a thing, and what may be done by whoever may not. */
export const actionOf = ({ facts, person }: TodayItem): ItemAction => {
  const personPath = (tab: string): string => `/people/${person?.id ?? ''}/${tab}`
  switch (facts.kind) {
    case 'letter':
    case 'query':
      return { does: 'call', label: 'Log the call' }
    case 'support_contact':
      return { does: 'record', label: 'Record the contact' }
    case 'care_review':
      return { does: 'record', label: 'Record the invitation' }
    case 'referral':
      return facts.reason === 'needs_sign_off'
        ? { does: 'referral', label: 'Sign it off', task: 'sign' }
        : { does: 'referral', label: 'Record what you find', task: 'step' }
    case 'task':
      return facts.died
        ? { does: 'go', label: 'Finish or drop the task', path: personPath('tasks') }
        : { does: 'finish', label: 'Finish the task' }
    case 'check':
      return { does: 'go', label: 'Look at the details', path: personPath('details') }
  }
}

const SHAPES: Readonly<Record<TodayItem['facts']['kind'], StatusKind>> = {
  letter: 'missing',
  query: 'missing',
  support_contact: 'at-risk',
  care_review: 'at-risk',
  referral: 'off-track',
  task: 'due',
  check: 'info',
}

/** The shape before a thing. */
export const shapeOf = ({ facts }: TodayItem): StatusKind => SHAPES[facts.kind]
