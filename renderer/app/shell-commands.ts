import {
  IconAddressBook,
  IconArrowsDiff,
  IconChartBar,
  IconCopy,
  IconListCheck,
  IconRoute,
  IconShieldCheck,
  IconTable,
  IconTopologyStar3,
} from '@tabler/icons-react'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { Command } from './command-registry.ts'
import { useCommands } from './commands.tsx'
import { destinationKey, destinations } from './destinations.ts'
import { changePreferences, usePreferences } from './preferences.ts'
import { useMay } from './use-may.ts'

type ShellActions = {
  readonly goTo: (path: string) => void
  readonly openFinder: () => void
  readonly openKeys: () => void
  readonly lock: () => void
}

const firstStop = 'a[href], button:not([disabled]), input, [tabindex="0"]'

/** Moves focus round the bar, the rail and the page. */
const focusNextRegion = (step: 1 | -1): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length]
  const stop = next?.tagName === 'MAIN' ? next : next?.querySelector<HTMLElement>(firstStop)
  stop?.focus()
}

const anywhere = ({ openFinder, openKeys, lock }: ShellActions): readonly Command[] => [
  {
    id: 'app.find',
    title: 'Find a person, page or action',
    group: 'Anywhere',
    keys: ['Ctrl+K'],
    keysOnly: true,
    run: openFinder,
  },
  { id: 'app.lock', title: 'Lock', group: 'Anywhere', keys: ['Ctrl+L'], always: true, run: lock },
  {
    id: 'app.undo',
    title: 'Undo what was just done',
    group: 'Anywhere',
    keys: ['Ctrl+Z'],
    keysOnly: true,
    run: undoLatestToast,
  },
  {
    id: 'app.keys',
    title: 'Show every key',
    group: 'Anywhere',
    keys: ['?'],
    alsoCalled: ['help', 'shortcuts'],
    run: openKeys,
  },
  { id: 'app.back', title: 'Back', group: 'Anywhere', keys: ['Alt+Left'], keysOnly: true, run: () => history.back() },
  {
    id: 'app.forward',
    title: 'Forward',
    group: 'Anywhere',
    keys: ['Alt+Right'],
    keysOnly: true,
    run: () => history.forward(),
  },
  {
    id: 'app.next-region',
    title: 'Next part of the window',
    group: 'Anywhere',
    keys: ['F6'],
    keysOnly: true,
    run: () => focusNextRegion(1),
  },
]

const places = (goTo: ShellActions['goTo']): readonly Command[] =>
  destinations.map(({ id, label, icon, path }, index) => {
    const key = destinationKey(index)
    return {
      id: `go.${id}`,
      title: label,
      group: 'Go to',
      icon,
      ...(key === undefined ? {} : { keys: [key] }),
      run: () => goTo(path),
    }
  })

/** Pages that are not in the rail. */
const furtherPlaces = (
  goTo: ShellActions['goTo'],
  { mayMerge, mayBuild, mayGather }: Readonly<Record<'mayMerge' | 'mayBuild' | 'mayGather', boolean>>,
): readonly Command[] => [
  {
    id: 'go.library',
    title: 'Measure library',
    group: 'Go to',
    icon: IconChartBar,
    alsoCalled: ['library', 'all measures', 'spc', 'charts'],
    run: () => goTo('/measures?view=library'),
  },
  {
    id: 'go.patterns',
    title: 'Pathway patterns',
    group: 'Go to',
    icon: IconRoute,
    alsoCalled: ['patterns', 'sequences', 'milestones', 'variants'],
    run: () => goTo('/measures?view=patterns'),
  },
  ...(mayBuild
    ? [
        {
          id: 'go.packs',
          title: 'Check a pack',
          group: 'Go to' as const,
          icon: IconShieldCheck,
          alsoCalled: ['packs', 'verify', 'signature', 'receipt', 'genuine'],
          run: () => goTo('/reports/verify'),
        },
      ]
    : []),
  ...(mayGather
    ? [
        {
          id: 'go.network',
          title: 'Network',
          group: 'Go to' as const,
          icon: IconTopologyStar3,
          alsoCalled: ['practices', 'combined report', 'lead', 'pcn', 'packs of practices'],
          run: () => goTo('/reports/network'),
        },
      ]
    : []),
  {
    id: 'go.reconcile',
    title: 'Reconcile a list',
    group: 'Go to',
    icon: IconArrowsDiff,
    alsoCalled: ['compare', 'mdt list', 'registry', 'hospital list'],
    run: () => goTo('/imports/reconcile'),
  },
  ...(mayMerge
    ? [
        {
          id: 'go.duplicates',
          title: 'Duplicates',
          group: 'Go to' as const,
          icon: IconCopy,
          alsoCalled: ['merge', 'here twice', 'same person'],
          run: () => goTo('/duplicates'),
        },
      ]
    : []),
  {
    id: 'go.contacts',
    title: 'Contacts',
    group: 'Go to',
    icon: IconAddressBook,
    alsoCalled: ['stakeholders', 'who to ring', 'influence', 'people to know'],
    run: () => goTo('/contacts'),
  },
  {
    id: 'go.checks',
    title: 'Checks',
    group: 'Go to',
    icon: IconListCheck,
    alsoCalled: ['unusual', 'errors', 'warnings', 'rules'],
    run: () => goTo('/settings/checks'),
  },
  {
    id: 'go.figures',
    title: 'Practice figures',
    group: 'Go to',
    icon: IconTable,
    alsoCalled: [
      'list size',
      'search counts',
      'screening uptake',
      'referral rates',
      'deprivation',
      'organisation codes',
    ],
    run: () => goTo('/imports/figures'),
  },
]

/** What can be done wherever you are. */
export const useShellCommands = (actions: ShellActions): void => {
  const { railFolded } = usePreferences()
  const mayMerge = useMay('register.write')
  const mayBuild = useMay('reports.build')
  const mayGather = useMay('reports.export')
  useCommands([
    ...anywhere(actions),
    {
      id: 'app.fold-rail',
      title: railFolded ? 'Unfold the rail' : 'Fold the rail to icons',
      group: 'Anywhere',
      run: () => changePreferences({ railFolded: !railFolded }),
    },
    ...places(actions.goTo),
    ...furtherPlaces(actions.goTo, { mayMerge, mayBuild, mayGather }),
  ])
}
