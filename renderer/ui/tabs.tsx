import { Tabs as KitTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type StatusKind, StatusShape } from './status-shape.tsx'
import classes from './tabs.module.css'

export type Tab<Id extends string = string> = {
  readonly id: Id
  readonly label: string
  /** Count on every view: how many rows it holds. */
  readonly count?: ReactNode
  /** Shape before the word, for a view about a state. */
  readonly mark?: StatusKind
}

type TabsProps<Id extends string> = {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly active: Id
  readonly onChange: (id: Id) => void
  /** Panel of the active tab. Leave it out when the tabs only filter a list below that is shared by all. */
  readonly children?: ReactNode
}

/** Views of one thing, each with its count. Arrow keys move between them. The active one belongs in the address. */
export const Tabs = <Id extends string>({ label, tabs, active, onChange, children }: TabsProps<Id>): ReactNode => (
  <KitTabs
    value={active}
    onChange={(next) => {
      const chosen = tabs.find((tab) => tab.id === next)
      if (chosen !== undefined) onChange(chosen.id)
    }}
    keepMounted={false}
    classNames={{ root: classNames(classes.root), list: classNames(classes.list), tab: classNames(classes.tab) }}
  >
    <KitTabs.List aria-label={label}>
      {tabs.map(({ id, label: name, count, mark }) => (
        <KitTabs.Tab key={id} value={id} leftSection={mark && <StatusShape kind={mark} size={14} />}>
          {name}
          {count !== undefined && <span className={classes.count}> {count}</span>}
        </KitTabs.Tab>
      ))}
    </KitTabs.List>
    {tabs.map(({ id }) => (
      <KitTabs.Panel key={id} value={id} className={classNames(children === undefined && classes.noPanel)}>
        {id === active ? children : null}
      </KitTabs.Panel>
    ))}
  </KitTabs>
)
