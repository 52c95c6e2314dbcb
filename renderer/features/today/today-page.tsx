import { IconUsers } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { later } from '#renderer/app/later.tsx'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import type { LetterText } from '#renderer/features/letters/public.ts'
import { PlanPulse } from '#renderer/features/plan-start/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { TodayItem } from '#shared/features/today/schema.ts'
import { dayHeading, mayBePutOff, putOffDays, summaryWords } from '#shared/features/today/words.ts'
import { DuePanel } from './due-panel.tsx'
import { GapPanel } from './gap-panel.tsx'
import { actionOf } from './item-actions.ts'
import { ItemCard } from './item-card.tsx'
import { RecentPanel } from './recent-panel.tsx'
import { WhyThisOrder } from './why-this-order.tsx'
import { hasLetter, useWorking, type Working } from './use-working.ts'
import classes from './today.module.css'

/** The forms of other features come after the page itself: they are wanted only once something is done. */
const itemDialog = later(async () => (await import('./item-dialog.tsx')).ItemDialog)
const printedDrafts = later(async () => (await import('./printed-drafts.tsx')).PrintedDrafts)

const OWN_ENTER = 'a, button, summary, [role="menuitem"], [role="tab"]'

/** Enter belongs to a link or button that has the focus, unless that is the number of a thing. */
const enterIsTaken = (): boolean => {
  const focused = document.activeElement
  return focused !== null && focused.matches(OWN_ENTER) && !focused.matches('[data-item] > button')
}

const Nothing = ({ isEmptyRegister }: { readonly isEmptyRegister: boolean }): ReactNode => (
  <Panel padding="flush">
    <EmptyState
      title="Nothing is waiting for you"
      actions={
        <Link href="/register" asChild>
          <ButtonLink icon={IconUsers}>Go to the register</ButtonLink>
        </Link>
      }
    >
      {isEmptyRegister
        ? 'There is nobody on the register yet. Add somebody, or bring people in from a file.'
        : 'No letter, contact, referral or task is late. What comes next stands under Due.'}
    </EmptyState>
  </Panel>
)

/** Keys of the page: 1 to 5 choose, Enter does, Z puts off. */
const useItemKeys = (
  items: readonly TodayItem[],
  chosen: number,
  choose: (index: number) => void,
  working: Working,
  mayWrite: boolean,
): void => {
  const item = items[chosen]
  const [tomorrow] = putOffDays(dayNow())
  const number = (index: number): Command => ({
    id: `today.${index + 1}`,
    title: `Thing ${index + 1} of today`,
    group: 'On this page',
    keys: [String(index + 1)],
    keysOnly: true,
    run: () => choose(index),
  })
  useCommands([
    ...items.map((_item, index) => number(index)),
    {
      id: 'today.act',
      title: 'Do what is chosen',
      group: 'On this page',
      keys: ['Enter'],
      keysOnly: true,
      run: () =>
        item === undefined || enterIsTaken() || (!mayWrite && actionOf(item).does !== 'go') ? false : working.act(item),
    },
    {
      id: 'today.send',
      title: 'Send the drafted letter',
      group: 'On this page',
      keys: ['S'],
      keysOnly: true,
      run: () => (item === undefined || !mayWrite || !hasLetter(item) ? false : working.send(item)),
    },
    {
      id: 'today.put-off',
      title: 'Not today',
      group: 'On this page',
      keys: ['Z'],
      keysOnly: true,
      run: () =>
        item === undefined || tomorrow === undefined || !mayWrite || !mayBePutOff(item)
          ? false
          : working.putOff(item, tomorrow.until),
    },
  ])
}

/** What had the focus may have left the list with what was done: the page takes it, so that the keyboard goes on here. */
const useFocusHeld = (data: unknown): void => {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true })
  }, [data])
}

/** `/today`: at most five things to do first, what is due, and the journeys looked at last. */
export const TodayPage = (): ReactNode => {
  usePageTitle('today')
  useBreadcrumbs([{ label: 'Today' }])
  const mayWrite = useMay('journey.write')
  const page = useCoreQuery('today', 'page', {}, { keepPrevious: true })
  const counts = useCoreQuery('register', 'viewCounts', {}).data
  const [chosenSubject, setChosenSubject] = useState<string | null>(null)
  const working = useWorking()
  const [letters, setLetters] = useState<readonly LetterText[] | null>(null)
  const items = page.data?.items ?? []
  const found = items.findIndex(({ subject }) => subject === chosenSubject)
  const chosen = found < 0 ? 0 : found
  const choose = (index: number): boolean | void => {
    const item = items[index]
    if (item === undefined) return false
    setChosenSubject(item.subject)
    document.querySelector<HTMLElement>(`[data-item="${index + 1}"] > button`)?.focus()
  }
  useItemKeys(items, chosen, choose, working, mayWrite)
  useFocusHeld(page.data)
  if (letters !== null) return <printedDrafts.Part letters={letters} onDone={() => setLetters(null)} />
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <header className={classes.head}>
          <h1>{dayHeading(dayNow())}</h1>
          <p>{items.length === 0 ? '' : summaryWords(items)}</p>
          {page.data !== undefined && page.data.putOff > 0 && mayWrite && (
            <Button kind="quiet" size="small" onClick={working.bringBack}>
              {`Bring back ${page.data.putOff} put off`}
            </Button>
          )}
          {items.length > 0 && <WhyThisOrder items={items} />}
        </header>
        {(working.failure ?? page.error?.message ?? null) !== null && (
          <InlineAlert tone="bad" spoken title="That could not be done">
            {working.failure ?? page.error?.message}
          </InlineAlert>
        )}
        {page.data === undefined && page.error === null && <SkeletonPanel label="Looking what is due" lines={8} />}
        {page.data !== undefined && items.length === 0 && <Nothing isEmptyRegister={counts?.['everyone'] === 0} />}
        {items.length > 0 && (
          <ol className={classes.items} aria-label="Things to do first">
            {items.map((item, index) => (
              <ItemCard
                key={item.subject}
                item={item}
                place={index + 1}
                chosen={index === chosen}
                mayWrite={mayWrite}
                onChoose={() => choose(index)}
                onAct={() => working.act(item)}
                onSend={mayWrite && hasLetter(item) ? () => working.send(item) : undefined}
                onPutOff={(until) => working.putOff(item, until)}
              />
            ))}
          </ol>
        )}
        <div className={classes.bottom}>
          {page.data !== undefined && <DuePanel rows={page.data.due} />}
          <RecentPanel />
        </div>
      </div>
      <div className={classes.side}>
        <GapPanel />
        <PlanPulse />
      </div>
      {working.doing !== null && (
        <itemDialog.Part {...working.doing} onClose={working.close} onFailure={working.fail} onPrint={setLetters} />
      )}
    </div>
  )
}
