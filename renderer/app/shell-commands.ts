import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { Capability } from '#shared/permissions.ts'
import type { Command } from './command-registry.ts'
import { useCommands } from './commands.tsx'
import { destinationKey, destinations } from './destinations.ts'
import { changePreferences, usePreferences } from './preferences.ts'
import { furtherPlaces } from './further-places.ts'
import { useRights } from './use-may.ts'

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

const elsewhere = (goTo: ShellActions['goTo'], mayDo: (capability: Capability) => boolean): readonly Command[] =>
  furtherPlaces
    .filter(({ needs }) => needs === undefined || mayDo(needs))
    .map(({ id, title, icon, path, alsoCalled }) => ({
      id: `go.${id}`,
      title,
      group: 'Go to',
      icon,
      alsoCalled,
      run: () => goTo(path),
    }))

/** What can be done wherever you are. */
export const useShellCommands = (actions: ShellActions): void => {
  const { railFolded } = usePreferences()
  const mayDo = useRights()
  useCommands([
    ...anywhere(actions),
    {
      id: 'app.fold-rail',
      title: railFolded ? 'Unfold the rail' : 'Fold the rail to icons',
      group: 'Anywhere',
      run: () => changePreferences({ railFolded: !railFolded }),
    },
    ...places(actions.goTo),
    ...elsewhere(actions.goTo, mayDo),
  ])
}
