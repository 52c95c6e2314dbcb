import { type ReactNode, useState } from 'react'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Revision } from '#shared/features/toolkit/schema.ts'
import { DocumentView, type FaceOf } from './document-view.tsx'
import classes from './toolkit.module.css'
import paper from './document-view.module.css'

const KINDS: Readonly<Record<Revision['kind'], string>> = {
  before: 'As it stood before more was written',
  other: 'Written in another window at the same time',
}

type PreviewProps = {
  readonly id: string
  readonly faceOf: FaceOf
  readonly onRestore: (() => void) | null
  readonly onBack: () => void
}

const Preview = ({ id, faceOf, onRestore, onBack }: PreviewProps): ReactNode => {
  const revision = useCoreQuery('toolkit', 'revision', { id })
  return (
    <>
      <div className={classes.drawerTools}>
        <Button size="small" onClick={onBack} data-autofocus>
          All earlier states
        </Button>
        {onRestore !== null && (
          <Button size="small" kind="filled" onClick={onRestore}>
            Take this up again
          </Button>
        )}
      </div>
      {revision.error !== null && (
        <InlineAlert tone="bad" spoken>
          {revision.error.message}
        </InlineAlert>
      )}
      {revision.data === undefined ? (
        revision.error === null && <SkeletonPanel label="Loading this state" lines={8} />
      ) : (
        <article className={paper.page} aria-label="The document as it was">
          <DocumentView content={revision.data.content} faceOf={faceOf} guidance />
        </article>
      )}
    </>
  )
}

type HistoryDrawerProps = {
  readonly documentId: string
  readonly faceOf: FaceOf
  /** null: may only read. */
  readonly onRestore: ((revisionId: string) => void) | null
  readonly onClose: () => void
}

/** The draft as it was, one state for each sitting. Nothing is lost by taking one up: what stands now is kept too. */
export const HistoryDrawer = ({ documentId, faceOf, onRestore, onClose }: HistoryDrawerProps): ReactNode => {
  const revisions = useCoreQuery('toolkit', 'revisions', { documentId })
  const [looking, setLooking] = useState<string | null>(null)
  return (
    <Drawer open onClose={onClose} title="Earlier states of the draft" width={640}>
      {looking !== null ? (
        <Preview
          id={looking}
          faceOf={faceOf}
          onBack={() => setLooking(null)}
          onRestore={
            onRestore === null
              ? null
              : () => {
                  onRestore(looking)
                  onClose()
                }
          }
        />
      ) : (
        <>
          {revisions.error !== null && (
            <InlineAlert tone="bad" spoken>
              {revisions.error.message}
            </InlineAlert>
          )}
          {revisions.data === undefined && revisions.error === null && (
            <SkeletonPanel label="Loading the earlier states" lines={4} />
          )}
          {revisions.data?.length === 0 && <p>Nothing was written over yet. Each sitting keeps one state here.</p>}
          <ul className={classes.revisions} aria-label="Earlier states">
            {revisions.data?.map(({ id, at, by, kind, words }) => (
              <li key={id}>
                <button type="button" className={classes.revision} onClick={() => setLooking(id)}>
                  <b>{`${formatIsoDate(dayOf(at))}, ${timeOf(at)}`}</b>
                  <span>{`${KINDS[kind]}. ${by}, ${words.toLocaleString('en-GB')} words`}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
