import {
  IconArrowForwardUp,
  IconBulb,
  IconChartBar,
  IconClipboardCheck,
  IconClipboardData,
  IconFileImport,
  IconMailQuestion,
  IconRoute,
  IconNotebook,
  IconSettings,
  IconSunrise,
  IconUsers,
} from '@tabler/icons-react'
import type { IconGlyph } from '#renderer/ui/icon.tsx'

export type DestinationGroup = 'Today' | 'People' | 'Improvement' | 'Practice'

/** A place in the rail. Only places that exist are listed, so nothing leads nowhere. */
export type Destination = {
  readonly id: string
  readonly group: DestinationGroup
  readonly label: string
  readonly icon: IconGlyph
  readonly path: string
}

/** The rail from top to bottom. Alt+1 to Alt+9 go to the first nine, Alt+0 to the tenth. */
export const destinations: readonly Destination[] = [
  { id: 'today', group: 'Today', label: 'Today', icon: IconSunrise, path: '/today' },
  { id: 'register', group: 'People', label: 'Register', icon: IconUsers, path: '/register' },
  { id: 'letters', group: 'People', label: 'Letters to chase', icon: IconMailQuestion, path: '/letters' },
  { id: 'referrals', group: 'People', label: 'Referrals', icon: IconArrowForwardUp, path: '/referrals' },
  { id: 'care-reviews', group: 'People', label: 'Care reviews', icon: IconClipboardCheck, path: '/care-reviews' },
  { id: 'plan', group: 'Improvement', label: 'Action plan', icon: IconRoute, path: '/plan' },
  { id: 'measures', group: 'Improvement', label: 'Measures', icon: IconChartBar, path: '/measures' },
  { id: 'toolkit', group: 'Improvement', label: 'Toolkit', icon: IconNotebook, path: '/toolkit' },
  { id: 'reports', group: 'Improvement', label: 'Reports', icon: IconClipboardData, path: '/reports' },
  { id: 'learning', group: 'Improvement', label: 'Learning', icon: IconBulb, path: '/learning' },
  { id: 'imports', group: 'Practice', label: 'Imports', icon: IconFileImport, path: '/imports' },
  { id: 'settings', group: 'Practice', label: 'Settings', icon: IconSettings, path: '/settings' },
]

/** The key that goes to the nth destination, or undefined beyond the tenth. */
export const destinationKey = (index: number): string | undefined => {
  if (index > 9) return undefined
  return `Alt+${index === 9 ? 0 : index + 1}`
}

/** Whether a path is at or under a destination. A person's pages are under the register, what a lead learns in the toolkit. */
export const isUnder = (path: string, destination: Destination): boolean => {
  if (destination.id === 'register' && path.startsWith('/people/')) return true
  if (destination.id === 'toolkit' && path === '/development') return true
  return path === destination.path || path.startsWith(`${destination.path}/`)
}
