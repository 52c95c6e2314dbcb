import type { ReactNode } from 'react'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { counted } from './import-words.ts'
import type { FileReading } from './use-read-file.ts'

const readingWords = ({ running, progress }: FileReading): string | null => {
  if (!running) return null
  return progress === null || progress.done === 0
    ? 'Reading the file'
    : `${progress.step}: ${counted(progress.done, 'row')} so far`
}

/** Where a list of people comes in. */
export const ImportDropZone = ({ reading }: { readonly reading: FileReading }): ReactNode => (
  <DropZone
    label="Bring in a file"
    reading={readingWords(reading)}
    trouble={reading.trouble}
    onChoose={() => void reading.choose()}
    onDrop={(file) => void reading.drop(file)}
    onStop={() => reading.stop()}
  >
    EMIS patient reports, SystmOne reports, hospital lists and other tables with headings, as CSV or as a workbook
    (Excel, OpenDocument), up to 200 MB. You see every change before anything is saved.
  </DropZone>
)
