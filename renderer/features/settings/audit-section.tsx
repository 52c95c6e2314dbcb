import { IconArrowBackUp, IconLink } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { Link } from '#renderer/app/router.tsx'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { type AuditEntry, type DayOfEntries, byDay, canBeTakenBack, kindOf, rowWords } from './audit-entries.ts'
import { type Chain, chainWords } from './chain-words.ts'
import { dayWords } from './moments.ts'
import classes from './settings.module.css'
import { takeBack } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'

const PAGE_SIZE = 100

const errorWords = (cause: unknown): string =>
  cause instanceof AppError ? cause.message : 'Something went wrong. Try again.'

/** The trail, a page at a time from the newest. */
const useAuditTrail = () =>
  useInfiniteQuery({
    queryKey: ['audit', 'page'],
    queryFn: ({ pageParam, signal }) => core.audit.page({ before: pageParam, limit: PAGE_SIZE }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE_SIZE ? undefined : page.at(-1)?.seq),
  })

type EntryLineProps = { readonly entry: AuditEntry; readonly onUndo: ((seq: number) => void) | undefined }

const EntryLine = ({ entry, onUndo }: EntryLineProps): ReactNode => {
  const { tone, label } = kindOf(entry.verb)
  return (
    <tr>
      <td>{timeOf(entry.at)}</td>
      <td>
        <span className={classes.roleHead}>
          <Avatar name={entry.userName} size="small" /> {entry.userName}
        </span>
      </td>
      <td>
        {entry.personId === null ? (
          entry.sentence
        ) : (
          <Link href={`/people/${entry.personId}/journey`}>{entry.sentence}</Link>
        )}
        {entry.reason !== null && <small className={classes.reason}>{`Why: ${entry.reason}`}</small>}
      </td>
      <td>{rowWords(entry)}</td>
      <td>
        <Badge tone={tone}>{label}</Badge>
      </td>
      <td className={classes.undoCell}>
        {onUndo !== undefined && canBeTakenBack(entry) && (
          <Button size="small" kind="quiet" icon={IconArrowBackUp} onClick={() => onUndo(entry.seq)}>
            Undo
          </Button>
        )}
      </td>
    </tr>
  )
}

type AuditTableProps = { readonly days: readonly DayOfEntries[]; readonly onUndo: ((seq: number) => void) | undefined }

const AuditTable = ({ days, onUndo }: AuditTableProps): ReactNode => (
  <table className={classes.audit}>
    <caption className={classes.unseen}>The audit trail, newest first</caption>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">Who</th>
        <th scope="col">What</th>
        <th scope="col">How much</th>
        <th scope="col">Kind</th>
        <th scope="col">
          <span className={classes.unseen}>Undo</span>
        </th>
      </tr>
    </thead>
    {days.map(({ day, entries }) => (
      <tbody key={day}>
        <tr className={classes.day}>
          <th colSpan={6} scope="rowgroup">
            {dayWords(entries[0]?.at ?? day)}
          </th>
        </tr>
        {entries.map((entry) => (
          <EntryLine key={entry.seq} entry={entry} onUndo={onUndo} />
        ))}
      </tbody>
    ))}
  </table>
)

/** Who did what and when. Nothing in it can be edited or removed; a change can be taken back by a later one. */
export const AuditSection = (): ReactNode => {
  const trail = useAuditTrail()
  const mayWrite = useMay('register.write')
  const [chain, setChain] = useState<Chain>()
  const [failure, setFailure] = useState<string>()
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(undefined)
    try {
      await work()
    } catch (cause) {
      setFailure(errorWords(cause))
    }
  }
  const check = (): void =>
    void attempt(async () => {
      const found = await core.audit.verify({})
      setChain(found)
      announce(chainWords(found).alert ?? 'The chain is unbroken.')
    })
  const undo = (seq: number): void => {
    setFailure(undefined)
    void takeBack(seq, setFailure)
  }
  const entries = trail.data?.pages.flat() ?? []
  const words = chain === undefined ? undefined : chainWords(chain)
  const shownFailure = failure ?? (trail.error === null ? undefined : errorWords(trail.error))
  return (
    <>
      <PageHeader
        title="Audit trail"
        actions={
          <>
            {words !== undefined && (
              <StatusMark kind={words.alert === null ? 'on-track' : 'off-track'} pill>
                {words.line}
              </StatusMark>
            )}
            <Button icon={IconLink} onClick={check}>
              Check the chain
            </Button>
          </>
        }
      >
        Every view, change and export. Nothing here can be edited or removed.
      </PageHeader>
      {words !== undefined && words.alert !== null && (
        <InlineAlert tone="bad" title="Somebody has changed the trail outside Throughline">
          {words.alert}
        </InlineAlert>
      )}
      {shownFailure !== undefined && (
        <InlineAlert tone="bad" spoken title="That did not work">
          {shownFailure}
        </InlineAlert>
      )}
      {trail.data === undefined ? (
        <SkeletonPanel lines={6} />
      ) : (
        <Panel padding="flush">
          <AuditTable days={byDay(entries, dayOf)} onUndo={mayWrite ? undo : undefined} />
        </Panel>
      )}
      {trail.hasNextPage && (
        <div>
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            Load more
          </Button>
        </div>
      )}
    </>
  )
}
