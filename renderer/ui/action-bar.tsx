import type { ReactNode } from 'react'
import classes from './action-bar.module.css'
import { Icon, type IconGlyph } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

type BarAction = {
  readonly label: string
  readonly icon?: IconGlyph
  readonly keys?: string
  readonly onChoose: () => void
}

type ActionBarProps = {
  /** How many rows are chosen; the bar is gone at none. */
  readonly count: number
  readonly actions: readonly BarAction[]
  readonly onClear: () => void
}

const BarButton = ({ label, icon, keys, onChoose }: BarAction): ReactNode => (
  <button type="button" className={classes.button} onClick={onChoose} aria-keyshortcuts={keys}>
    {icon && <Icon of={icon} />}
    {label}
    {keys !== undefined && <KeyHint keys={keys} />}
  </button>
)

/** What can be done to the rows that are chosen. Names the count; Escape clears. Lies over the foot of the list. */
export const ActionBar = ({ count, actions, onClear }: ActionBarProps): ReactNode => {
  if (count === 0) return null
  return (
    <div className={classes.bar} role="group" aria-label={`Actions for ${count} chosen`} data-print="hide">
      <b className={classes.count}>{count.toLocaleString('en-GB')} chosen</b>
      {actions.map((action) => (
        <BarButton key={action.label} {...action} />
      ))}
      <span className={classes.divider} />
      <BarButton label="Clear" keys="Esc" onChoose={onClear} />
    </div>
  )
}
