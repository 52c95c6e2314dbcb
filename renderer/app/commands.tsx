import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { openOverlays } from '#renderer/ui/overlay-stack.ts'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'
import { type Command, type CommandRegistry, createCommandRegistry } from './command-registry.ts'
import { takesTyping } from './shortcut.ts'

const RegistryContext = createContext<CommandRegistry | null>(null)

const useRegistry = (): CommandRegistry => {
  const registry = use(RegistryContext)
  if (registry === null) throw new Error('Commands are used outside CommandProvider')
  return registry
}

/** Listens for keys and keeps the list. Once, around the whole app. */
export const CommandProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [registry] = useState(createCommandRegistry)
  const singleKeys = useSingleKeys()
  useEffect(() => {
    let overlayBefore = false
    // The key that closes an overlay has already closed it when it gets here, so the count is taken on the way down.
    const onCapture = (): void => {
      overlayBefore = openOverlays() > 0
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      // Ctrl+Enter that is held down saves once, and not also what comes after.
      if (event.repeat && event.key === 'Enter') return
      const situation = { singleKeys, typing: takesTyping(document.activeElement), overlay: overlayBefore }
      if (registry.press(event, situation)) event.preventDefault()
    }
    window.addEventListener('keydown', onCapture, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [registry, singleKeys])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

/** Everything that can be done here and now, the page's own first. */
export const useCommandList = (): readonly Command[] => {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.list)
}

/**
 * Offers commands while the component is on the page. They may be made anew on every render: only a change of id,
 * title, keys or group counts as another command, and the newest `run` is the one that runs. They are there before the
 * screen is painted: a key may follow at once on what is seen.
 */
export const useCommands = (commands: readonly Command[]): void => {
  const registry = useRegistry()
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  const shape = JSON.stringify(
    commands.map(({ id, title, group, keys, keysOnly }) => [id, title, group, keys, keysOnly]),
  )
  const [offered, setOffered] = useState({ shape, commands })
  if (offered.shape !== shape) setOffered({ shape, commands })
  useLayoutEffect(() => {
    const runLatest = (id: string): boolean | void => latest.current.find((command) => command.id === id)?.run()
    return registry.add(offered.commands.map((command) => ({ ...command, run: () => runLatest(command.id) })))
  }, [registry, offered])
}
