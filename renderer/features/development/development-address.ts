import { urlChoice } from '#renderer/app/url-state.ts'

export const DEVELOPMENT_TABS = [
  { id: 'needs', label: 'Needs' },
  { id: 'plan', label: 'Plan' },
  { id: 'evidence', label: 'Evidence' },
  { id: 'sessions', label: 'Sessions' },
  { id: 'questions', label: 'Questions to peers' },
  { id: 'lessons', label: 'Lesson cards' },
] as const

/** What the page remembers in its address. */
export const DEVELOPMENT_ADDRESS = {
  tab: urlChoice(
    DEVELOPMENT_TABS.map(({ id }) => id),
    'needs',
  ),
}
