import { IconFolderOpen } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import classes from './written-files.module.css'

export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  /** What the shell shows in its folder by. */
  readonly handle: string
}

/** What came of writing files to a folder. */
export interface WriteOutcome {
  readonly folder: string
  readonly files: readonly WrittenFile[]
  /** Why the PDF is not among them. */
  readonly trouble: string | null
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Stands before files are written to a folder: unlike a save dialog, a folder does not ask about the ones in it. */
export const SameNameHint = (): ReactNode => (
  <p className={classes.hint}>Files of the same name in the folder are replaced.</p>
)

/** What was written and where. The PDF's trouble, if any, stands beside the files that are there. */
export const WrittenFiles = ({ outcome }: { readonly outcome: WriteOutcome }): ReactNode => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const { files, folder } = outcome
  const [first] = files
  const show = async (): Promise<void> => {
    if (first === undefined) return
    const answer = await window.throughline.showInFolder(first.handle)
    setTrouble(answer.ok ? null : answer.message)
  }
  return (
    <>
      {outcome.trouble !== null && (
        <InlineAlert tone="bad" title="The PDF was not made" spoken>
          {outcome.trouble}
        </InlineAlert>
      )}
      {first !== undefined && (
        <InlineAlert
          tone="ok"
          title={`${files.length === 1 ? '1 file' : `${files.length} files`} in ${folder}`}
          actions={
            <Button size="small" icon={IconFolderOpen} onClick={() => void show()}>
              Show in folder
            </Button>
          }
        >
          <ul className={classes.files}>
            {files.map(({ name, bytes }) => (
              <li key={name}>
                {name} <span className={classes.size}>{sizeWords(bytes)}</span>
              </li>
            ))}
          </ul>
        </InlineAlert>
      )}
      {trouble !== null && (
        <InlineAlert tone="bad" spoken>
          {trouble}
        </InlineAlert>
      )}
    </>
  )
}
