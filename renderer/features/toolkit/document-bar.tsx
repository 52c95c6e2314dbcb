import { IconDatabasePlus, IconDots, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { dayOf, timeOf, today } from '#renderer/app/clock.ts'
import { keepingWords } from '#renderer/app/use-autosave.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { DraftKeeping } from './use-draft.ts'
import classes from './document.module.css'

export type DocumentViewName = 'write' | 'read'

const savedWords = ({ keeping, stored: { updatedAt } }: DraftKeeping): string => {
  if (keeping.state !== 'kept') return keepingWords(keeping)
  const day = dayOf(updatedAt)
  return `Saved ${day === today() ? '' : `${formatIsoDate(day)}, `}${timeOf(updatedAt)}`
}

type DocumentBarProps = {
  readonly title: string
  /** "Issue 4, draft" */
  readonly stand: string
  readonly draft: DraftKeeping
  readonly view: DocumentViewName
  readonly onView: (view: DocumentViewName) => void
  readonly toolbar: ReactNode
  /** null: may only read. */
  readonly onInsert: (() => void) | null
  readonly onIssue: (() => void) | null
  readonly more: readonly MenuItem[]
}

/** What the document is called and how it stands, how it is looked at, and what can be done with it. */
export const DocumentBar = (props: DocumentBarProps): ReactNode => {
  const { title, stand, draft, view, onView, toolbar, onInsert, onIssue, more } = props
  return (
    <header className={classes.bar} data-print="hide">
      <div className={classes.barWords}>
        <h1 className={classes.barTitle} title={title}>
          {title}
        </h1>
        <p className={classes.barStand}>
          <Badge tone="action">{stand}</Badge>
          <span className={classes.saved} role="status">
            {onIssue === null ? 'To read only' : savedWords(draft)}
          </span>
        </p>
      </div>
      <span className={classes.gap} />
      {onInsert !== null && (
        <SegmentedField
          label="Write or read"
          options={[
            { value: 'write', label: 'Write' },
            { value: 'read', label: 'Read' },
          ]}
          value={view}
          onChange={onView}
        />
      )}
      {toolbar}
      {onInsert !== null && view === 'write' && (
        <Button size="small" icon={IconDatabasePlus} keys="@" onClick={onInsert}>
          Insert a fact
        </Button>
      )}
      {onIssue !== null && (
        <Button kind="filled" size="small" icon={IconSend} onClick={onIssue}>
          Issue this document
        </Button>
      )}
      <Menu anchor={<IconButton icon={IconDots} label="More for this document" />} items={more} />
    </header>
  )
}
