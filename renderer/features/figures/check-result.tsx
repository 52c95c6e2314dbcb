import { type ReactNode, useEffect, useRef } from 'react'
import { counted, whenWords } from '#renderer/features/imports/public.ts'
import { Link } from '#renderer/app/router.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { FigureChecks, FigureNotice, FigurePreview } from '#shared/features/figures/schema.ts'
import { noticeLines, sourceWords } from './figure-words.ts'
import classes from './figures.module.css'

const Notices = ({
  title,
  notices,
}: {
  readonly title: string
  readonly notices: readonly FigureNotice[]
}): ReactNode => {
  if (notices.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes.notices}>
        {notices.map((notice) => (
          <li key={notice.reason}>
            <span>{notice.reason}</span>
            <span className={classes.quiet}>{noticeLines(notice)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const rowsOf = (notices: readonly FigureNotice[]): number => notices.reduce((sum, { rows }) => sum + rows, 0)

const TotalWords = ({ total }: Pick<FigureChecks, 'total'>): ReactNode => {
  if (total.state === 'none') return null
  if (total.state === 'agrees') return <p>The file’s own total agrees with its rows. It is not kept as a row.</p>
  return (
    <InlineAlert tone="warn" title="The file’s own total is not what its rows add up to">
      {`${total.words.join('. ')}.`}
    </InlineAlert>
  )
}

/** What was found on reading: rows left out and rows to look at, each with line and reason, the total, and the table as a whole. */
export const Findings = ({ checks }: { readonly checks: FigureChecks }): ReactNode => (
  <div className={classes.findings}>
    <TotalWords total={checks.total} />
    {checks.remarks.map((remark) => (
      <InlineAlert key={remark} tone="warn">{`${remark}.`}</InlineAlert>
    ))}
    <Notices title={`Left out, ${counted(rowsOf(checks.rejected), 'row')}`} notices={checks.rejected} />
    <Notices title="Kept, and worth a look" notices={checks.warnings} />
  </div>
)

/** What saving would do, before it does. */
export const CheckResult = ({ preview }: { readonly preview: FigurePreview }): ReactNode => {
  const { accepted, checks, sameAs, supersedes } = preview
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView?.({ block: 'nearest' }), [preview])
  return (
    <div ref={box} className={classes.result}>
      <Panel title={`${counted(accepted, 'row')} of ${checks.rowsIn.toLocaleString('en-GB')} can be kept`}>
        <div className={classes.findings}>
          {sameAs !== null && (
            <InlineAlert title="These figures are here already">
              {`Brought in ${whenWords(sameAs.importedAt).replace(/^Today/, 'today')} as `}
              <Link href={`/imports/figures/${sameAs.id}`}>{sameAs.title}</Link>. There is nothing to save.
            </InlineAlert>
          )}
          {supersedes !== null && (
            <InlineAlert title={`These take the place of “${supersedes.title}”`}>
              {`The older ones (${sourceWords(supersedes)}) stay in the list, marked as superseded.`}
            </InlineAlert>
          )}
        </div>
        <Findings checks={checks} />
      </Panel>
    </div>
  )
}
