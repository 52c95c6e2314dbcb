import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { ParcelLine } from '#renderer/features/imports/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Page } from '#renderer/ui/page-header.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { ItemKind, Reconciliation } from '#shared/features/reconcile/schema.ts'
import { aboutWords, daysApartWords } from '#shared/features/reconcile/words.ts'
import { ListMenu } from './list-menu.tsx'
import { RECONCILE } from './reconcile-address.ts'
import { oursWords, rowsGone, sumWords } from './reconcile-words.ts'
import { Tiles } from './tiles.tsx'
import classes from './reconcile.module.css'

const SHOWN = [
  { value: 'open', label: 'To decide' },
  { value: 'all', label: 'All' },
] as const

/** One sentence on the list that is shown. */
const aboutKind = (kind: ItemKind, list: Reconciliation): string => {
  switch (kind) {
    case 'both':
      return 'The same person and tumour group, and dates that can be the same day.'
    case 'theirs_only':
      return 'On their list and not on yours. Another cancer of somebody you have is here too.'
    case 'ours_only':
      return oursWords(list)
    case 'other_date':
      return daysApartWords(list.days)
    case 'set_aside':
      return 'Rows that could not be read, and people nobody can tell for sure. They are in none of the other counts.'
  }
}

interface ListHeadProps {
  readonly list: Reconciliation
  readonly kind: ItemKind
  readonly show: 'open' | 'all'
  readonly onKind: (kind: ItemKind) => void
  readonly onShow: (show: 'open' | 'all') => void
  readonly onTrouble: (words: string | null) => void
}

/** What the list is, the tiles, the check that no row was lost, and which items are shown. */
export const ListHead = ({ list, kind, show, onKind, onShow, onTrouble }: ListHeadProps): ReactNode => (
  <>
    <header className={classes.head}>
      <div className={classes.headWords}>
        <h1>{list.name}</h1>
        <p className={classes.quiet}>{aboutWords(list)}</p>
      </div>
      {list.closedOn !== null && (
        <StatusMark kind="done" pill>
          {`Closed ${formatIsoDate(list.closedOn)}`}
        </StatusMark>
      )}
      <ParcelLine comparedId={list.id} />
      <ListMenu list={list} onTrouble={onTrouble} />
    </header>
    <Tiles list={list} kind={kind} onChoose={onKind} />
    <div className={classes.sum}>
      <span>{sumWords(list)}</span>
      <StatusMark kind={rowsGone(list) === 0 ? 'on-track' : 'info'}>
        {rowsGone(list) === 0 ? 'Every row accounted for' : 'Compare the list again to count anew'}
      </StatusMark>
    </div>
    <div className={classes.tools}>
      <p>{aboutKind(kind, list)}</p>
      {kind !== 'both' && <SegmentedField label="Which are shown" options={SHOWN} value={show} onChange={onShow} />}
    </div>
  </>
)

interface NoItemsProps {
  readonly kind: ItemKind
  readonly show: 'open' | 'all'
  readonly count: number
  readonly onAll: () => void
}

/** In place of the rows. */
export const NoItems = ({ kind, show, count, onAll }: NoItemsProps): ReactNode =>
  kind !== 'both' && show === 'open' && count > 0 ? (
    <EmptyState title="Everything here is decided" actions={<Button onClick={onAll}>Show what was decided</Button>} />
  ) : (
    <EmptyState title="There are none" />
  )

/** The keys that the page knows. */
export const ListFoot = ({ list }: { readonly list: Reconciliation }): ReactNode => (
  <footer className={classes.status}>
    <span>
      <KeyHint keys="1" /> to <KeyHint keys="5" /> tiles
    </span>
    <span>
      <KeyHint keys="J" /> <KeyHint keys="K" /> move
    </span>
    <span>
      <KeyHint keys="Enter" /> opens
    </span>
    <span>
      <KeyHint keys="V" /> all or to decide
    </span>
    <span>
      <KeyHint keys="U" /> takes back
    </span>
    <span className={classes.push}>{`Compared by ${list.comparedBy}`}</span>
  </footer>
)

/** In place of a list that is no longer there. */
export const ListGone = ({ message }: { readonly message: string }): ReactNode => (
  <Page>
    <EmptyState
      scale="page"
      title="This list is gone"
      actions={
        <Link href={RECONCILE} asChild>
          <ButtonLink kind="filled">See every compared list</ButtonLink>
        </Link>
      }
    >
      {message}
    </EmptyState>
  </Page>
)
