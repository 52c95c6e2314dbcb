import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Progress } from '#shared/contract/define.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import classes from './drop-zone.module.css'
import { InlineAlert } from './inline-alert.tsx'
import { JobProgress } from './job-progress.tsx'

/** Files may be let go anywhere on the page: a small target is easy to miss, and a miss would do nothing. */
const useFileDrop = (onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal })
    document.addEventListener('drop', onDrop, { signal })
    return () => stop.abort()
  }, [])
  return over
}

type DropZoneProps = {
  /** What happens here: the name of the place and of its button. */
  readonly label: string
  /** Which files are taken, and what is done with them. */
  readonly children: ReactNode
  /** Whether a file is being read, and how far that is. */
  readonly running: boolean
  readonly progress: Progress | null
  /** Why the last file could not be taken, in whole sentences. */
  readonly trouble: string | null
  readonly onChoose: () => void
  /** What was let go, a folder as a file of its own. */
  readonly onDrop: (files: readonly File[]) => void
  readonly onStop: () => void
  /** Where several may come at once: they are told so, and other ways to choose stand beside the button. */
  readonly several?: ReactNode
}

/** Where a file comes in: by drop or by dialog. Says what is wrong with one that cannot be read. */
export const DropZone = (props: DropZoneProps): ReactNode => {
  const { label, running, trouble, several } = props
  const over = useFileDrop(props.onDrop)
  return (
    <section className={classNames(classes.zone, over && classes.over)} aria-label={label}>
      {trouble !== null && (
        <InlineAlert tone="bad" title="This file was not read" spoken>
          {trouble} Nothing was saved.
        </InlineAlert>
      )}
      {running ? (
        <JobProgress progress={props.progress} title="Reading the file" onCancel={props.onStop}>
          Nothing is saved.
        </JobProgress>
      ) : (
        <div className={classes.words}>
          <p className={classes.title}>
            {several === undefined
              ? over
                ? 'Let go to read this file'
                : 'Drop a file here'
              : over
                ? 'Let go to look at what it is'
                : 'Drop a file here, several, or a folder'}
          </p>
          <p>{props.children}</p>
          <div className={classes.actions}>
            <Button kind="filled" icon={IconFileImport} keys="N" onClick={props.onChoose}>
              {label}
            </Button>
            {several}
          </div>
        </div>
      )}
    </section>
  )
}
