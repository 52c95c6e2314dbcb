import type { ReactNode } from 'react'

type NarrowedLineProps = {
  /** What narrows the list, each in words; nothing where all of it stands below. */
  readonly narrowed: readonly string[]
  readonly className?: string | undefined
}

/** Above a list on paper, which has no tabs and chips that say it. */
export const NarrowedLine = ({ narrowed, className }: NarrowedLineProps): ReactNode =>
  narrowed.length > 0 && <p className={className}>{`Only: ${narrowed.join('; ')}.`}</p>
