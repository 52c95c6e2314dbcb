import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { counted } from './import-words.ts'
import classes from './imports.module.css'
import type { FileReading } from './use-read-file.ts'

/** Files may be let go anywhere on the page: a small target is easy to miss, and a miss would do nothing. */
const useFileDrop = (onFile: (file: File) => void): boolean => {
  const [over, setOver] = useState(false)
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
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
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) latest.current(file)
    }
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal })
    document.addEventListener('drop', onDrop, { signal })
    return () => stop.abort()
  }, [])
  return over
}

const readingWords = ({ progress }: FileReading): string =>
  progress === null || progress.done === 0
    ? 'Reading the file'
    : `${progress.step}: ${counted(progress.done, 'row')} so far`

/** Where a file comes in: by drop or by dialog. Says what is wrong with one that cannot be read. */
export const DropZone = ({ reading }: { readonly reading: FileReading }): ReactNode => {
  const over = useFileDrop((file) => void reading.drop(file))
  return (
    <section className={classNames(classes.dropZone, over && classes.dropOver)} aria-label="Bring in a file">
      {reading.trouble !== null && (
        <InlineAlert tone="bad" title="This file was not read" spoken>
          {reading.trouble} Nothing was saved.
        </InlineAlert>
      )}
      {reading.running ? (
        <div className={classes.dropReading}>
          <p role="status">{readingWords(reading)}</p>
          <ProgressBar label="Reading the file" />
          <Button size="small" onClick={() => reading.stop()}>
            Stop
          </Button>
        </div>
      ) : (
        <div className={classes.dropWords}>
          <p className={classes.dropTitle}>{over ? 'Let go to read this file' : 'Drop a file here'}</p>
          <p>
            EMIS patient reports, SystmOne reports, hospital lists and other tables with headings, as CSV or as a
            workbook (Excel, OpenDocument), up to 200 MB. You see every change before anything is saved.
          </p>
          <Button kind="filled" icon={IconFileImport} keys="N" onClick={() => void reading.choose()}>
            Bring in a file
          </Button>
        </div>
      )}
    </section>
  )
}
