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

interface ListDropZoneProps {
  readonly reading: FileReading
  /** What the file is for, as on the button. */
  readonly label: string
  /** Which files will do, and what happens to them. */
  readonly children: ReactNode
}

/** Where a list of people comes in. */
export const ListDropZone = ({ reading, label, children }: ListDropZoneProps): ReactNode => (
  <DropZone
    label={label}
    reading={readingWords(reading)}
    trouble={reading.trouble}
    onChoose={() => void reading.choose()}
    onDrop={(file) => void reading.drop(file)}
    onStop={() => reading.stop()}
  >
    {children}
  </DropZone>
)
