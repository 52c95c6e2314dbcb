import { urlChoice, urlText } from '#renderer/app/url-state.ts'

export const LOG_TABS = [
  { id: 'risks', label: 'Risks' },
  { id: 'decisions', label: 'Decisions' },
  { id: 'sessions', label: 'Sessions' },
] as const

/** What the page of the logs remembers in its address. */
export const LOG_ADDRESS = {
  tab: urlChoice(
    LOG_TABS.map(({ id }) => id),
    'risks',
  ),
  /** A plan other than the one that is worked with. */
  plan: urlText(''),
  /** The year of the budget; none: the one we are in. */
  year: urlChoice(['', '1', '2', '3'], ''),
}
