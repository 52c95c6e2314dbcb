import { Fragment, type ReactNode, useState } from 'react'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { ReportCheck } from '#shared/features/reports/sending.ts'
import classes from './report-page.module.css'

/** Findings shown before the rest are asked for. */
const FIRST = 4

const Findings = ({ findings }: Pick<ReportCheck, 'findings'>): ReactNode => {
  const [all, setAll] = useState(false)
  const rest = findings.length - FIRST
  const byWhy = Map.groupBy(all ? findings : findings.slice(0, FIRST), ({ why }) => why)
  return (
    <>
      {[...byWhy].map(([why, figures]) => (
        <Fragment key={why}>
          <p>
            {why.charAt(0).toUpperCase()}
            {why.slice(1)}
          </p>
          <ul className={classes.findings}>
            {figures.map(({ figure }) => (
              <li key={figure}>{figure}</li>
            ))}
          </ul>
        </Fragment>
      ))}
      {rest > 0 && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          Show {rest} more
        </Button>
      )}
    </>
  )
}

const Blocked = ({ reportId, check }: { readonly reportId: string; readonly check: ReportCheck }): ReactNode => {
  const [, goTo] = usePath()
  const remake = useCoreJob('reports', 'remake')
  const again = async (as: 'hide-more' | 'internal'): Promise<void> => {
    if (remake.running) return
    const made = await remake.start({ id: reportId, as })
    if (made !== null) goTo(`/reports/${made.id}`)
  }
  const earlier = check.findings.find((finding) => finding.earlier !== null)?.earlier ?? null
  return (
    <InlineAlert
      tone="bad"
      title="This report cannot leave yet"
      actions={
        <>
          {check.canHideMore && (
            <Button size="small" busy={remake.running} onClick={() => void again('hide-more')}>
              Hide more, in a new report
            </Button>
          )}
          {earlier !== null && (
            <Link href={`/reports/${earlier.id}`} asChild>
              <ButtonLink size="small">Use the earlier report</ButtonLink>
            </Link>
          )}
          <Button size="small" busy={remake.running} onClick={() => void again('internal')}>
            Make one for inside use
          </Button>
          {remake.running && (
            <Button size="small" onClick={remake.stop}>
              Stop
            </Button>
          )}
        </>
      }
    >
      <p>Beside what was sent before, its readers could work out small numbers.</p>
      <Findings findings={check.findings} />
      {!check.canHideMore && <p>Hiding more would not help.</p>}
      {remake.error !== null && remake.error.code !== 'cancelled' && <p role="alert">{remake.error.message}</p>}
    </InlineAlert>
  )
}

/** Whether the report may leave, held beside every one that was sent before, and what to do where it may not. */
export const ReportCheckState = ({ reportId }: { readonly reportId: string }): ReactNode => {
  const { data, error } = useCoreQuery('reports', 'check', { id: reportId })
  if (error !== null) {
    return (
      <InlineAlert tone="bad" title="The earlier reports could not be compared" spoken>
        {error.message}
      </InlineAlert>
    )
  }
  if (data === undefined) return <SkeletonPanel lines={2} label="Comparing with earlier reports" />
  if (data.state === 'blocked') return <Blocked reportId={reportId} check={data} />
  if (data.state === 'internal') return null
  const others = data.compared === 1 ? 'the report' : `the ${data.compared} reports`
  return (
    <InlineAlert tone="ok" title="Safe beside earlier reports">
      {data.compared === 0
        ? 'No report was sent before this one.'
        : `Nothing hidden can be worked out with ${others} sent before.`}
    </InlineAlert>
  )
}
