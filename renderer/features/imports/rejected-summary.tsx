import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { ImportPreview } from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'
import classes from './check.module.css'
import { useSaveRejected } from './use-save-rejected.ts'

interface RejectedSummaryProps {
  readonly draftId: string
  readonly preview: ImportPreview
}

/** Why rows are not brought in, most frequent reason first, and a file of them to mend. */
export const RejectedSummary = ({ draftId, preview }: RejectedSummaryProps): ReactNode => {
  const { save, running, trouble } = useSaveRejected({ draftId })
  const rejected = preview.counts.rows.rejected
  if (rejected === 0) return null
  return (
    <section className={classes.summary} aria-labelledby="rejected-title">
      <h2 id="rejected-title">{`Rejected, ${counted(rejected, 'row')}`}</h2>
      <ul className={classes.reasons}>
        {preview.rejections.map(({ reason, rows }) => (
          <li key={reason}>
            <span>{reason}</span>
            <b>{rows.toLocaleString('en-GB')}</b>
          </li>
        ))}
      </ul>
      {trouble !== null && (
        <InlineAlert tone="bad" title="The rows were not saved" spoken>
          {trouble}
        </InlineAlert>
      )}
      <Button kind="quiet" icon={IconDownload} busy={running} onClick={() => void save()}>
        {rejected === 1
          ? 'Save this row to mend and bring back'
          : `Save these ${rejected.toLocaleString('en-GB')} rows to mend and bring back`}
      </Button>
    </section>
  )
}

const TERMS_NAMED = 5

/** What was kept with other words than those named, of which the preview does not list all. */
const otherTermsWords = ({ termsKeptAsWritten, counts }: ImportPreview): string | null => {
  const named = termsKeptAsWritten.slice(0, TERMS_NAMED).reduce((sum, { events }) => sum + events, 0)
  const others = counts.eventsKeptAsWritten - named
  return others === 0 ? null : `and ${counted(others, 'event')} with other words`
}

/** Terms that are none of ours, and people of ours whom the file does not name. */
export const OtherNotes = ({ preview }: { readonly preview: ImportPreview }): ReactNode => (
  <>
    {preview.termsKeptAsWritten.length > 0 && (
      <section className={classes.summary} aria-labelledby="kept-title">
        <h2 id="kept-title">{`Kept as written, ${counted(preview.counts.eventsKeptAsWritten, 'event')}`}</h2>
        <p className={classes.quiet}>
          These words are none of ours. Each is kept as “something else” with the words in its note.
        </p>
        <ul className={classes.reasons}>
          {preview.termsKeptAsWritten.slice(0, TERMS_NAMED).map(({ term, events }) => (
            <li key={term}>
              <span>{term}</span>
              <b>{events.toLocaleString('en-GB')}</b>
            </li>
          ))}
        </ul>
        {otherTermsWords(preview) !== null && <p className={classes.quiet}>{otherTermsWords(preview)}</p>}
      </section>
    )}
    {preview.notInFile > 0 && (
      <section className={classes.summary} aria-labelledby="not-in-file-title">
        <h2 id="not-in-file-title">{`On your register, not in this file: ${counted(preview.notInFile, 'person', 'people')}`}</h2>
        <p className={classes.quiet}>
          {preview.counts.rows.rejected === 0
            ? 'Nobody is removed by an import.'
            : 'Nobody is removed by an import. Rejected rows may be about some of them.'}
        </p>
      </section>
    )}
  </>
)
