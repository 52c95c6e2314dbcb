import { type ReactNode, useState } from 'react'
import { whenWords } from '#renderer/features/imports/public.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { FigureKind } from '#shared/features/figures/kinds.ts'
import type { FigureSet } from '#shared/features/figures/schema.ts'
import { holdsForWords, sourceWords, stateMark } from './figure-words.ts'
import classes from './figures.module.css'
import { RemoveDialog } from './remove-dialog.tsx'

const StateCell = ({ set }: { readonly set: FigureSet }): ReactNode => {
  const { kind, words } = stateMark(set)
  return <StatusMark kind={kind}>{words}</StatusMark>
}

const columnsOf = (mayRemove: boolean, onRemove: (set: FigureSet) => void) => [
  {
    id: 'title',
    header: 'Figures',
    rowHeader: true,
    cell: (set: FigureSet) => <Link href={`/imports/figures/${set.id}`}>{set.title}</Link>,
  },
  { id: 'source', header: 'Source and edition', cell: sourceWords },
  { id: 'day', header: 'Hold for', width: '12rem', cell: holdsForWords },
  {
    id: 'rows',
    header: 'Rows',
    align: 'end' as const,
    width: '5rem',
    cell: ({ rowCount }: FigureSet) => rowCount.toLocaleString('en-GB'),
  },
  {
    id: 'broughtIn',
    header: 'Brought in',
    width: '13rem',
    cell: ({ importedAt, userName }: FigureSet) => `${whenWords(importedAt)}, ${userName}`,
  },
  { id: 'state', header: 'State', width: '11rem', cell: (set: FigureSet) => <StateCell set={set} /> },
  ...(mayRemove
    ? [
        {
          id: 'remove',
          header: <VisuallyHidden>What can be done</VisuallyHidden>,
          align: 'end' as const,
          width: '7rem',
          cell: (set: FigureSet) =>
            set.state !== 'removed' && (
              <Button size="small" onClick={() => onRemove(set)}>
                Remove<VisuallyHidden>{` ${set.title}, ${holdsForWords(set)}`}</VisuallyHidden>
              </Button>
            ),
        },
      ]
    : []),
]

/** The tables of one kind, the newest first. Nothing where there is none. */
export const FigureSets = ({
  kind,
  sets,
}: {
  readonly kind: FigureKind
  readonly sets: readonly FigureSet[]
}): ReactNode => {
  const [asked, setAsked] = useState<FigureSet | null>(null)
  const mayRemove = useMay('imports.run')
  if (sets.length === 0) return null
  return (
    <Panel title={kind.label} aside={kind.about} padding="flush">
      <div className={classes.wide}>
        <PlainTable caption={kind.label} columns={columnsOf(mayRemove, setAsked)} rows={sets} rowId={({ id }) => id} />
      </div>
      {asked !== null && <RemoveDialog set={asked} onClose={() => setAsked(null)} />}
    </Panel>
  )
}
