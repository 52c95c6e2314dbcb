import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import { type Tab, Tabs } from '#renderer/ui/tabs.tsx'
import { REGISTER_VIEWS, type RegisterView } from '#shared/features/register/schema.ts'
import classes from './register.module.css'

type RegisterViewsProps = {
  readonly counts: Readonly<Record<string, number>> | undefined
  readonly active: RegisterView
  readonly onChange: (view: RegisterView) => void
}

const LETTER_WIDTH = 0.47
const TAB_PADDING = 1.5
const MARK_WIDTH = 1.4
const MORE_WIDTH = 2.5

/** Width of a tab in rem, near enough to tell whether it fits. */
const tabWidth = ({ label, count, mark }: Tab): number =>
  `${label} ${count ?? ''}`.length * LETTER_WIDTH + TAB_PADDING + (mark === undefined ? 0 : MARK_WIDTH)

/** How many tabs, from the first, fit into a width in rem beside the button for the rest. */
export const fittingTabs = (tabs: readonly Tab[], available: number): number => {
  let used = 0
  for (const [index, tab] of tabs.entries()) {
    used += tabWidth(tab)
    const isLast = index === tabs.length - 1
    if (used + (isLast ? 0 : MORE_WIDTH) > available) return Math.max(1, index)
  }
  return tabs.length
}

/** The width of an element in px, followed as it changes. */
const useElementWidth = (): readonly [(element: HTMLElement | null) => void, number] => {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const observer = useRef<ResizeObserver>(undefined)
  const watch = useCallback((element: HTMLElement | null): void => {
    observer.current?.disconnect()
    if (element === null) return
    observer.current = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.current.observe(element)
  }, [])
  return [watch, width]
}

const viewTabs = (counts: RegisterViewsProps['counts']): readonly Tab<RegisterView>[] =>
  REGISTER_VIEWS.map(({ code, label }) => ({
    id: code,
    label,
    count: counts?.[code]?.toLocaleString('en-GB'),
    ...(code === 'missing_letter' ? { mark: 'missing' as const } : {}),
  }))

/** The saved views, each with its count. Those that do not fit are one press away, and the active one is always in view. */
export const RegisterViews = ({ counts, active, onChange }: RegisterViewsProps): ReactNode => {
  const [watch, width] = useElementWidth()
  const rem = useRootFontSize()
  const tabs = viewTabs(counts)
  const fitting = width === 0 ? tabs.length : fittingTabs(tabs, width / rem)
  const first = tabs.slice(0, fitting)
  const activeTab = tabs.find(({ id }) => id === active)
  const shown = activeTab === undefined || first.includes(activeTab) ? first : [...first.slice(0, -1), activeTab]
  const rest = tabs.filter((tab) => !shown.includes(tab))
  return (
    <div ref={watch} className={classes.views}>
      <Tabs label="Saved views" tabs={shown} active={active} onChange={onChange} />
      {rest.length > 0 && (
        <Menu
          anchor={<IconButton icon={IconDots} label="More views" />}
          items={rest.map(({ id, label, count }) => ({
            label: count === undefined ? label : `${label} ${count}`,
            onChoose: () => onChange(id),
          }))}
        />
      )}
    </div>
  )
}
