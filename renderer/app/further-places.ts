import {
  IconAddressBook,
  IconArrowsDiff,
  IconChartBar,
  IconClipboardText,
  IconCopy,
  IconLayoutGrid,
  IconFileImport,
  IconFileText,
  IconHistory,
  IconListCheck,
  IconNote,
  IconNotebook,
  IconRoute,
  IconSchool,
  IconShieldCheck,
  IconTable,
  IconTemplate,
  IconTopologyStar3,
} from '@tabler/icons-react'
import type { IconGlyph } from '#renderer/ui/icon.tsx'
import type { Capability } from '#shared/permissions.ts'

interface FurtherPlace {
  readonly id: string
  readonly title: string
  readonly icon: IconGlyph
  readonly path: string
  readonly alsoCalled: readonly string[]
  /** What somebody must be allowed for the place to be offered. */
  readonly needs?: Capability
}

/** Pages that are not in the rail, for the finder. */
export const furtherPlaces: readonly FurtherPlace[] = [
  {
    id: 'brainstorm',
    title: 'Brainstorm',
    icon: IconNote,
    path: '/plan/brainstorm',
    alsoCalled: ['notes', 'themes', 'ideas', 'worries', 'start a plan'],
  },
  {
    id: 'plan-coverage',
    title: 'What the plan covers',
    icon: IconLayoutGrid,
    path: '/plan/coverage',
    alsoCalled: ['coverage map', 'objectives by quarter', 'empty squares', 'gaps'],
  },
  {
    id: 'plan-start',
    title: 'The way to a plan',
    icon: IconRoute,
    path: '/plan/start',
    alsoCalled: ['baseline', 'draft', 'sign', 'strengths'],
  },
  {
    id: 'plan-reviews',
    title: 'Plan reviews',
    icon: IconClipboardText,
    path: '/plan/reviews',
    alsoCalled: ['quarterly review', 'year end', 'board paper'],
  },
  {
    id: 'plan-logs',
    title: 'Plan logs: risks, decisions and sessions',
    icon: IconNotebook,
    path: '/plan/logs',
    alsoCalled: ['risk log', 'decision log', 'budget', 'hours', 'funding'],
  },
  {
    id: 'contacts',
    title: 'Contacts',
    icon: IconAddressBook,
    path: '/contacts',
    alsoCalled: ['stakeholders', 'who to ring', 'influence', 'people to know'],
  },
  {
    id: 'development',
    title: 'Learning and peers',
    icon: IconSchool,
    path: '/development',
    alsoCalled: ['personal development', 'pdp', 'cpd', 'evidence log', 'questions to peers'],
  },
  {
    id: 'lessons',
    title: 'Lesson cards',
    icon: IconSchool,
    path: '/development?tab=lessons',
    alsoCalled: ['what worked', 'share with other practices', 'lessons'],
  },
  {
    id: 'own-templates',
    title: 'Own templates',
    icon: IconTemplate,
    path: '/toolkit/templates',
    alsoCalled: ['template file', 'share a template', 'bring in a template', 'toolkit'],
  },
  {
    id: 'house-style',
    title: 'House style',
    icon: IconFileText,
    path: '/settings/house-style',
    alsoCalled: ['letterhead', 'header', 'footer', 'practice name'],
    needs: 'settings.read',
  },
  {
    id: 'audit',
    title: 'Audit trail',
    icon: IconHistory,
    path: '/settings/audit',
    alsoCalled: ['log', 'who did what', 'who looked'],
    needs: 'audit.read',
  },
  {
    id: 'library',
    title: 'Measure library',
    icon: IconChartBar,
    path: '/measures?view=library',
    alsoCalled: ['library', 'all measures', 'spc', 'charts'],
  },
  {
    id: 'patterns',
    title: 'Pathway patterns',
    icon: IconRoute,
    path: '/measures?view=patterns',
    alsoCalled: ['patterns', 'sequences', 'milestones', 'variants'],
  },
  {
    id: 'plan-import',
    title: 'Bring in a plan from a spreadsheet',
    icon: IconFileImport,
    path: '/plan/bring-in',
    alsoCalled: ['import a plan', 'excel', 'action plan', 'csv'],
    needs: 'plan.write',
  },
  {
    id: 'packs',
    title: 'Check a pack',
    icon: IconShieldCheck,
    path: '/reports/verify',
    alsoCalled: ['packs', 'verify', 'signature', 'receipt', 'genuine'],
    needs: 'reports.build',
  },
  {
    id: 'network',
    title: 'Network',
    icon: IconTopologyStar3,
    path: '/reports/network',
    alsoCalled: ['practices', 'combined report', 'lead', 'pcn', 'packs of practices'],
    needs: 'reports.export',
  },
  {
    id: 'reconcile',
    title: 'Reconcile a list',
    icon: IconArrowsDiff,
    path: '/imports/reconcile',
    alsoCalled: ['compare', 'mdt list', 'registry', 'hospital list'],
  },
  {
    id: 'duplicates',
    title: 'Duplicates',
    icon: IconCopy,
    path: '/duplicates',
    alsoCalled: ['merge', 'here twice', 'same person'],
    needs: 'register.write',
  },
  {
    id: 'checks',
    title: 'Checks',
    icon: IconListCheck,
    path: '/settings/checks',
    alsoCalled: ['unusual', 'errors', 'warnings', 'rules'],
  },
  {
    id: 'figures',
    title: 'Practice figures',
    icon: IconTable,
    path: '/imports/figures',
    alsoCalled: [
      'list size',
      'search counts',
      'screening uptake',
      'referral rates',
      'deprivation',
      'organisation codes',
    ],
  },
]
