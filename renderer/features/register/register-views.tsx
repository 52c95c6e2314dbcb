import { IconBookmark, IconBookmarkPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo, type ReactNode, useCallback, useRef, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import { type Tab, Tabs } from '#renderer/ui/tabs.tsx'
import type { SavedView } from '#shared/features/register/list-schema.ts'
import { REGISTER_VIEWS } from '#shared/features/register/schema.ts'
import { forgetView, pointViewHere, ViewDialog } from './kept-views.tsx'
import { type ChangeAddress, type RegisterAddress, usualAddress, viewFrom, viewText } from './register-address.ts'
import classes from './register.module.css'

type RegisterViewsProps = {
  readonly counts: Readonly<Record<string, number>> | undefined
  readonly address: RegisterAddress
  readonly change: ChangeAddress
}

/** A tab whose count is words, so that its width can be told. */
type ViewTab = Omit<Tab, 'count'> & { readonly count?: string | undefined }

const LETTER_WIDTH = 0.47
const TAB_PADDING = 1.5
const MARK_WIDTH = 1.4
const MORE_WIDTH = 2.5

/** Width of a tab in rem, near enough to tell whether it fits. */
const tabWidth = ({ label, count, mark }: Pick<ViewTab, 'label' | 'count' | 'mark'>): number =>
  `${label} ${count ?? ''}`.length * LETTER_WIDTH + TAB_PADDING + (mark === undefined ? 0 : MARK_WIDTH)

/** How many tabs, from the first, fit into a width in rem beside the button for the rest. */
export const fittingTabs = (tabs: readonly ViewTab[], available: number): number => {
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

const viewTabs = (counts: RegisterViewsProps['counts']): readonly ViewTab[] =>
  REGISTER_VIEWS.map(({ code, label }) => ({
    id: code,
    label,
    count: counts?.[code]?.toLocaleString('en-GB'),
    ...(code === 'missing_letter' ? { mark: 'missing' as const } : {}),
  }))

/** A kept view has a tab while it is the one that is shown. */
const keptTab = ({ id, name }: SavedView): ViewTab => ({ id: keptId(id), label: name })
const keptId = (id: string): string => `kept:${id}`

/** What the address says now, as a link. */
const shownNow = (): string => viewText(viewFrom(location.search))

const noViews: readonly SavedView[] = []

/** The views, each with its count. Those that do not fit, and the kept ones, are one press away; the active one is in view. */
export const RegisterViews = ({ counts, address, change }: RegisterViewsProps): ReactNode => {
  const kept = useCoreQuery('register', 'savedViews', {}).data ?? noViews
  const text = viewText(address)
  return (
    <ViewBar
      counts={counts}
      kept={kept}
      active={kept.find((view) => view.address === text)}
      view={address.view}
      preview={address.preview}
      change={change}
    />
  )
}

type ViewBarProps = Omit<RegisterViewsProps, 'address'> &
  Pick<RegisterAddress, 'view' | 'preview'> & {
    readonly kept: readonly SavedView[]
    readonly active: SavedView | undefined
  }

/** Memoised: a search that is being typed does not touch it. */
const ViewBar = memo(({ counts, kept, active, view, preview, change }: ViewBarProps): ReactNode => {
  const [watch, width] = useElementWidth()
  const [naming, setNaming] = useState<'new' | SavedView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const mayKeep = useMay('register.write')
  const rem = useRootFontSize()
  const tabs: readonly ViewTab[] = [...viewTabs(counts), ...(active === undefined ? [] : [keptTab(active)])]
  const activeId = active === undefined ? view : keptId(active.id)
  const fitting = width === 0 ? tabs.length : fittingTabs(tabs, width / rem - MORE_WIDTH)
  const first = tabs.slice(0, fitting)
  const activeTab = tabs.find(({ id }) => id === activeId)
  const shown = activeTab === undefined || first.includes(activeTab) ? first : [...first.slice(0, -1), activeTab]
  const choose = (id: string): void => {
    const next = REGISTER_VIEWS.find(({ code }) => code === id)?.code
    if (next !== undefined) change({ ...(active === undefined ? {} : usualAddress), view: next, at: -1 })
  }
  const items: MenuItem[] = [
    ...tabs
      .filter((tab) => !shown.includes(tab))
      .map(({ id, label, count }) => ({
        label: count === undefined ? label : `${label} ${count}`,
        onChoose: () => choose(id),
      })),
    ...kept
      .filter((one) => one !== active)
      .map((one, at) => ({
        label: one.name,
        icon: IconBookmark,
        startsGroup: at === 0,
        onChoose: () => change({ ...viewFrom(one.address), preview, at: -1 }),
      })),
    ...(mayKeep ? ownItems() : []),
  ]
  function ownItems(): MenuItem[] {
    const keep = {
      label: 'Keep this view',
      icon: IconBookmarkPlus,
      startsGroup: true,
      onChoose: () => setNaming('new'),
    }
    if (active !== undefined)
      return [
        { label: `Rename “${active.name}”`, icon: IconPencil, startsGroup: true, onChoose: () => setNaming(active) },
        { label: `Forget “${active.name}”`, icon: IconTrash, onChoose: () => void forgetView(active, setFailure) },
      ]
    const pointing = kept.map((one) => ({
      label: `Let “${one.name}” show this`,
      onChoose: () => void pointViewHere(one, shownNow(), setFailure),
    }))
    return [keep, ...pointing]
  }
  return (
    <div ref={watch} className={classes.views}>
      <Tabs label="Saved views" tabs={shown} active={activeId} onChange={choose} />
      {items.length > 0 && <Menu anchor={<IconButton icon={IconDots} label="More views" />} items={items} />}
      {failure !== null && (
        <InlineAlert tone="bad" spoken>
          {failure}
        </InlineAlert>
      )}
      {naming !== null && (
        <ViewDialog
          view={naming === 'new' ? null : naming}
          address={shownNow()}
          onClose={() => setNaming(null)}
          onFailedUndo={setFailure}
        />
      )}
    </div>
  )
})
