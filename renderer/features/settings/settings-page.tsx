import {
  IconAccessible,
  IconBuildingHospital,
  IconClock,
  IconFileText,
  IconHistory,
  IconListCheck,
  IconMail,
  IconPackageExport,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { BundleSection } from '#renderer/features/bundle/public.ts'
import { ChecksSection } from '#renderer/features/checks/public.ts'
import { LetterDaysSection } from '#renderer/features/letters/public.ts'
import { ClocksSection } from '#renderer/features/pathways/public.ts'
import { HouseStyleSection } from '#renderer/features/toolkit/public.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon, type IconGlyph } from '#renderer/ui/icon.tsx'
import { type Capability, may } from '#shared/permissions.ts'
import { AuditSection } from './audit-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { SecuritySection } from './security-section.tsx'
import classes from './settings.module.css'

interface Section {
  readonly id: string
  readonly label: string
  readonly icon: IconGlyph
  /** Who may open it; everyone where it is left out. */
  readonly can?: Capability
  readonly render: () => ReactNode
}

/** The parts of Settings. Only those that are there. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'practice',
    label: 'Practice',
    icon: IconBuildingHospital,
    can: 'settings.read',
    render: () => <PracticeSection />,
  },
  {
    id: 'security',
    label: 'Security and backup',
    icon: IconShieldLock,
    can: 'settings.read',
    render: () => <SecuritySection />,
  },
  {
    id: 'letters',
    label: 'Letters expected',
    icon: IconMail,
    can: 'settings.read',
    render: () => <LetterDaysSection />,
  },
  {
    id: 'house-style',
    label: 'House style',
    icon: IconFileText,
    can: 'settings.read',
    render: () => <HouseStyleSection />,
  },
  { id: 'clocks', label: 'Clocks', icon: IconClock, can: 'settings.read', render: () => <ClocksSection /> },
  { id: 'checks', label: 'Checks', icon: IconListCheck, can: 'register.read', render: () => <ChecksSection /> },
  { id: 'people', label: 'People and roles', icon: IconUsers, can: 'settings.read', render: () => <PeopleSection /> },
  { id: 'audit', label: 'Audit trail', icon: IconHistory, can: 'audit.read', render: () => <AuditSection /> },
  {
    id: 'whole-register',
    label: 'Whole register',
    icon: IconPackageExport,
    can: 'people.export',
    render: () => <BundleSection />,
  },
  { id: 'reading', label: 'Reading and keys', icon: IconAccessible, render: () => <ReadingSection /> },
]

type SettingsPageProps = { readonly section: string }

/** `/settings/...`: one part of the settings beside the list of them. */
export const SettingsPage = ({ section }: SettingsPageProps): ReactNode => {
  const user = useCoreQuery('access', 'state', {}).data?.user ?? null
  const offered = SECTIONS.filter(({ can }) => can === undefined || (user !== null && may(user.role, can)))
  const current = offered.find(({ id }) => id === section) ?? offered[0]
  usePageTitle('settings')
  useBreadcrumbs([{ label: 'Settings', path: '/settings' }, { label: current?.label ?? '' }])
  return (
    <div className={classes.page}>
      <nav className={classes.nav} aria-label="Settings">
        <div>
          <p className={classes.navTitle}>Settings</p>
          <ul>
            {offered.map(({ id, label, icon }) => (
              <li key={id}>
                <Link
                  href={`/settings/${id}`}
                  className={classNames(classes.navLink, id === current?.id && classes.navHere)}
                  aria-current={id === current?.id ? 'page' : undefined}
                >
                  <Icon of={icon} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </nav>
      <div className={classes.content}>{current?.render()}</div>
    </div>
  )
}
