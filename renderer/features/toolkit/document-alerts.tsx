import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { DraftKeeping } from './use-draft.ts'
import classes from './document.module.css'

type DocumentAlertsProps = {
  readonly draft: DraftKeeping
  readonly failure: string | null
  /** What was done, such as where a file went. */
  readonly said: string | null
  /** When whom the document is about died. */
  readonly died: string | null
}

/** What went wrong, above the text; nothing that was typed is lost by it. */
export const DocumentAlerts = ({ draft, failure, said, died }: DocumentAlertsProps): ReactNode => {
  const { keeping } = draft
  if (keeping.state !== 'refused' && failure === null && said === null && died === null) return null
  return (
    <div className={classes.alerts} data-print="hide">
      {died !== null && (
        <InlineAlert tone="warn" title={`This person died ${died}`}>
          A letter to them must not be sent. A record about them may still be written.
        </InlineAlert>
      )}
      {keeping.state === 'refused' && (
        <InlineAlert
          tone="bad"
          spoken
          title="Not saved: your words are still here"
          actions={<Button onClick={() => void draft.flush()}>Try again</Button>}
        >
          {keeping.words}
        </InlineAlert>
      )}
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      {said !== null && (
        <InlineAlert tone="ok" spoken>
          {said}
        </InlineAlert>
      )}
    </div>
  )
}
