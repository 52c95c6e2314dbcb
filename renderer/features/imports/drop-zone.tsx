import type { ReactNode } from 'react'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import type { FileReading } from './use-read-file.ts'

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
    running={reading.running}
    progress={reading.progress}
    trouble={reading.trouble}
    onChoose={() => void reading.choose()}
    onDrop={([file]) => file !== undefined && void reading.drop(file)}
    onStop={() => reading.stop()}
  >
    {children}
  </DropZone>
)
