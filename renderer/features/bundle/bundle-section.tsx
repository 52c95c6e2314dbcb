import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Fingerprint } from '#shared/features/bundle/schema.ts'
import { BringInPanel } from './bring-in-panel.tsx'
import classes from './bundle.module.css'
import { holdsWords } from './bundle-words.ts'
import { ContentHash } from './content-hash.tsx'
import { JobProgress } from './job-progress.tsx'
import { WritePanel } from './write-panel.tsx'

const FingerprintPanel = (): ReactNode => {
  const job = useCoreJob('bundle', 'fingerprint')
  const [found, setFound] = useState<Fingerprint>()
  const work = async (): Promise<void> => {
    if (job.running) return
    setFound(undefined)
    const answer = await job.start({})
    if (answer !== null) setFound(answer)
  }
  return (
    <Panel title="Compare two registers">
      <div className={classes.form}>
        <p>
          Two registers hold the same exactly when their content hashes are the same. Work it out here and on the other
          computer, and compare.
        </p>
        {job.error !== null && job.error.code !== 'cancelled' && (
          <InlineAlert tone="bad" spoken>
            {job.error.message}
          </InlineAlert>
        )}
        {job.running ? (
          <JobProgress progress={job.progress} onStop={job.stop} stopped="" />
        ) : (
          <div>
            <Button onClick={() => void work()}>Work out the hash of this register</Button>
          </div>
        )}
        {found !== undefined && (
          <div role="status">
            <p>{`As it stands now: ${holdsWords(found)}.`}</p>
            <ContentHash contentHash={found.contentHash} />
          </div>
        )}
      </div>
    </Panel>
  )
}

/** The whole register out to one file, in again, and the proof that the two are the same. */
export const BundleSection = (): ReactNode => (
  <>
    <PageHeader title="Whole register">
      Take everything with you to another computer or another system, and lose nothing.
    </PageHeader>
    <div className={classes.stack}>
      <WritePanel />
      <BringInPanel />
      <FingerprintPanel />
    </div>
  </>
)
