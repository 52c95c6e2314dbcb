import { IconEye, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { displayName } from '#shared/domain/people.ts'
import { AUDIENCE_LABELS } from '#shared/features/toolkit/labels.ts'
import type { LibraryLine } from '#shared/features/toolkit/schema.ts'
import { type LibraryCard, stateOf } from './library-cards.ts'
import { documentPath } from './toolkit-address.ts'
import classes from './library.module.css'

/** A document about a person is told from the others by whom it is about. */
const nameOf = ({ title, person }: LibraryLine): string =>
  person === null ? title : `${title}, ${displayName({ ...person })}`

type AboutDrawerProps = {
  readonly card: LibraryCard
  /** null: may only read. */
  readonly onBegin: (() => void) | null
  /** Shows the text of its template. */
  readonly onRead: () => void
  readonly onClose: () => void
}

/** What a document is for, who uses it, how long it takes and what it stands on; and what was made from it. */
export const AboutDrawer = ({ card, onBegin, onRead, onClose }: AboutDrawerProps): ReactNode => {
  const { template, documents, title, purpose } = card
  return (
    <Drawer
      open
      onClose={onClose}
      title={title}
      footer={
        template !== null && (
          <>
            {onBegin !== null && (
              <Button
                kind={documents.length === 0 ? 'filled' : 'default'}
                icon={IconPlus}
                onClick={onBegin}
                data-autofocus
              >
                {documents.length === 0 ? 'Begin this document' : 'Begin another one'}
              </Button>
            )}
            <Button icon={IconEye} onClick={onRead}>
              Read the template
            </Button>
          </>
        )
      }
    >
      <p className={classes.aboutText}>{purpose}</p>
      {template !== null && (
        <DataList
          facts={[
            { term: 'For', value: AUDIENCE_LABELS[template.audience] },
            { term: 'Used by', value: template.usedBy },
            { term: 'Takes', value: `About ${template.minutes} minutes` },
            {
              term: 'Look at it again',
              value:
                template.reviewMonths === null ? 'Not needed' : `${template.reviewMonths} months after it is issued`,
            },
            ...(template.own === null
              ? []
              : [{ term: 'From', value: `${template.own.origin}, ${template.own.addedBy}` }]),
          ]}
        />
      )}
      {documents.length > 0 && (
        <>
          <h3 className={classes.drawerHead}>Documents</h3>
          <ul className={classes.drawerList}>
            {documents.map((document) => {
              const { kind, words } = stateOf([document])
              return (
                <li key={document.id}>
                  <Link href={documentPath(document.id)}>{nameOf(document)}</Link>
                  <StatusMark kind={kind}>{words}</StatusMark>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {template !== null && template.sources.length > 0 && (
        <>
          <h3 className={classes.drawerHead}>Sources</h3>
          <ul className={classes.sources}>
            {template.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
