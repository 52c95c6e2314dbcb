import { IconPackageImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { announce } from '#renderer/ui/live-region.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Fingerprint } from '#shared/features/bundle/schema.ts'
import { BringInForm } from './bring-in-form.tsx'
import classes from './bundle.module.css'
import { type Chosen, holdsWords } from './bundle-words.ts'
import { ContentHash } from './content-hash.tsx'
import { JobProgress } from './job-progress.tsx'

const BroughtIn = ({ made }: { readonly made: Fingerprint }): ReactNode => (
  <>
    <InlineAlert tone="ok" title="The register is identical">
      {`${holdsWords(made)} were brought in, and this register has the same content hash as the bundle. Delete the file when you no longer need it.`}
    </InlineAlert>
    <ContentHash contentHash={made.contentHash} />
  </>
)

const Choose = ({ onChosen }: { readonly onChosen: (chosen: Chosen) => void }): ReactNode => {
  const check = useCoreJob('bundle', 'check')
  const [refused, setRefused] = useState<string>()
  const choose = async (): Promise<void> => {
    if (check.running) return
    const choice = await window.throughline.chooseFileToOpen({
      title: 'Choose a bundle',
      kinds: ['bundle', 'spreadsheet', 'any'],
    })
    setRefused(choice.status === 'refused' ? choice.message : undefined)
    if (choice.status !== 'chosen') return
    const { handle, name } = choice.file
    const checked = await check.start({ fileHandle: handle })
    if (checked === null) return
    onChosen({ checked, name, handle })
    announce('The bundle was read through and is as it was written.')
  }
  const part = useKeepFocus<HTMLDivElement>(check.running)
  const failure = refused ?? (check.error?.code === 'cancelled' ? undefined : check.error?.message)
  return (
    <>
      <p>
        This register is empty, so it can become the one that a bundle holds, to the last row. The practice details and
        settings you have here are replaced by those of the bundle.
      </p>
      {failure !== undefined && (
        <InlineAlert tone="bad" spoken title="This file was not brought in">
          {failure}
        </InlineAlert>
      )}
      <div ref={part} tabIndex={-1}>
        {check.running ? (
          <JobProgress progress={check.progress} onStop={check.stop} stopped="Nothing is changed yet." />
        ) : (
          <Button icon={IconPackageImport} onClick={() => void choose()}>
            Choose a bundle
          </Button>
        )}
      </div>
    </>
  )
}

/** A register made from a bundle: only an empty one takes one. */
export const BringInPanel = (): ReactNode => {
  const standing = useCoreQuery('bundle', 'standing', {})
  const [chosen, setChosen] = useState<Chosen>()
  const [made, setMade] = useState<Fingerprint>()
  const part = useKeepFocus<HTMLDivElement>(`${chosen?.handle ?? ''} ${made?.contentHash ?? ''}`)
  const content = (): ReactNode => {
    if (made !== undefined) return <BroughtIn made={made} />
    if (standing.error !== null) return <InlineAlert tone="bad">{standing.error.message}</InlineAlert>
    if (standing.data === undefined) return null
    if (!standing.data.isEmpty)
      return (
        <p>
          This register is not empty, so it takes no bundle: a bundle is a whole register. To bring one in, lock, choose
          “Switch practice”, then “Set up another practice”. To add people to this register, use Imports.
        </p>
      )
    if (chosen === undefined) return <Choose onChosen={setChosen} />
    return <BringInForm chosen={chosen} onMade={setMade} onAnother={() => setChosen(undefined)} />
  }
  return (
    <Panel title="Bring in a bundle" aside="Into a new, empty register">
      <div className={classes.form} ref={part} tabIndex={-1}>
        {content()}
      </div>
    </Panel>
  )
}
