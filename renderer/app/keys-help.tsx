import type { ReactNode } from 'react'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import type { Command, CommandGroup } from './command-registry.ts'
import { useCommandList } from './commands.tsx'
import classes from './keys-help.module.css'

type KeyLine = { readonly title: string; readonly keys: readonly string[] }

/** Keys that belong to a part of the page and not to a command. */
const inTables: readonly KeyLine[] = [
  { title: 'Next row', keys: ['Down', 'J'] },
  { title: 'Previous row', keys: ['Up', 'K'] },
  { title: 'Open the row', keys: ['Enter'] },
  { title: 'Choose the row', keys: ['X'] },
  { title: 'First or last row', keys: ['Home', 'End'] },
  { title: 'Leave the table', keys: ['Tab'] },
]

const linesOf = (commands: readonly Command[], group: CommandGroup): readonly KeyLine[] =>
  commands.flatMap(({ title, keys, group: its }) => (its === group && keys !== undefined ? [{ title, keys }] : []))

const KeyGroup = ({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }): ReactNode => {
  if (lines.length === 0) return null
  return (
    <section className={classes.group}>
      <h3>{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.title} className={classes.line}>
            <dt>{line.title}</dt>
            <dd>
              {/* The keycaps are decoration on buttons; here they are the answer, so they are read out in words. */}
              <span className={classes.words}>{line.keys.join(' or ')}</span>
              {line.keys.map((keys) => (
                <KeyHint key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every key that works here and now, from the same list as the keys themselves. */
export const KeysHelp = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const commands = useCommandList()
  return (
    <Dialog open={open} onClose={onClose} title="Keys" width={760}>
      <div className={classes.groups}>
        <KeyGroup title="On this page" lines={linesOf(commands, 'On this page')} />
        <KeyGroup title="Anywhere" lines={linesOf(commands, 'Anywhere')} />
        <KeyGroup title="Go to" lines={linesOf(commands, 'Go to')} />
        <KeyGroup title="In a table" lines={inTables} />
      </div>
      <p className={classes.note}>Keys of one letter can be switched off in Settings.</p>
    </Dialog>
  )
}
