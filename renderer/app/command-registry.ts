import type { IconGlyph } from '#renderer/ui/icon.tsx'
import { isSingleKey, type KeyPress, matchesShortcut } from './shortcut.ts'

/** Where a command is listed in the help. */
export type CommandGroup = 'Anywhere' | 'Go to' | 'On this page'

/** One thing that can be done. The palette, the shortcuts and the help all read this one list. */
export type Command = {
  /** Stable name, such as `register.add`. */
  readonly id: string
  /** What happens, as on a button: "Add a person". */
  readonly title: string
  readonly group: CommandGroup
  /** As printed: `Ctrl+K`, `Alt+1`, `N`. The first is the one shown. */
  readonly keys?: readonly string[]
  readonly icon?: IconGlyph
  /** Other words that people look for it by. */
  readonly alsoCalled?: readonly string[]
  /** Left out of the palette: keys that only make sense where they are pressed. */
  readonly keysOnly?: boolean
  /** Listed in the palette once something is typed: one of many records, which would drown the rest. */
  readonly whenTyped?: boolean
  /** Works inside dialogs and fields too. For the lock. */
  readonly always?: boolean
  /** Returns false when there was nothing to do, and the key goes on to whoever else wants it. */
  readonly run: () => boolean | void
}

type Situation = {
  readonly singleKeys: boolean
  /** Focus is where letters are typed. */
  readonly typing: boolean
  /** A dialog, drawer, popover or menu was open when the key went down. */
  readonly overlay: boolean
}

export type CommandRegistry = {
  /** Adds commands; call what comes back to take them away. A page's own commands win over the app's. */
  readonly add: (commands: readonly Command[]) => () => void
  readonly list: () => readonly Command[]
  readonly subscribe: (listener: () => void) => () => void
  /** Runs the command that a key press stands for, if any; true when it did something. */
  readonly press: (press: KeyPress, situation: Situation) => boolean
}

const allowed = (command: Command, shortcut: string, { singleKeys, typing, overlay }: Situation): boolean => {
  if (command.always === true) return true
  if (overlay) return false
  if (isSingleKey(shortcut)) return singleKeys && !typing
  return !(typing && shortcut === 'Ctrl+Z')
}

/** The list of commands. One for the app; tests make their own. */
export const createCommandRegistry = (): CommandRegistry => {
  let batches: readonly (readonly Command[])[] = []
  let commands: readonly Command[] = []
  const listeners = new Set<() => void>()
  const change = (next: typeof batches): void => {
    batches = next
    const seen = new Set<string>()
    commands = batches.toReversed().flatMap((batch) => batch.filter(({ id }) => !seen.has(id) && seen.add(id)))
    for (const listener of listeners) listener()
  }
  return {
    add: (batch) => {
      change([...batches, batch])
      return () => change(batches.filter((one) => one !== batch))
    },
    list: () => commands,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    press: (press, situation) => {
      for (const command of commands) {
        const shortcut = command.keys?.find((keys) => matchesShortcut(keys, press))
        if (shortcut !== undefined && allowed(command, shortcut, situation) && command.run() !== false) return true
      }
      return false
    },
  }
}
