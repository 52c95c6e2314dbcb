import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './paper-preview.module.css'

type PaperPreviewProps = {
  /** What can be done with the paper, and what went wrong. It is not printed. */
  readonly tools: ReactNode
  readonly children: ReactNode
}

/** A page that shows what will be printed, before it is. */
export const PaperPreview = ({ tools, children }: PaperPreviewProps): ReactNode => (
  <div className={classes.preview}>
    <div className={classes.tools} data-print="hide">
      {tools}
    </div>
    {children}
  </div>
)

type PaperSheetProps = {
  /** Which way the paper is held: across is landscape. */
  readonly held: 'across' | 'down'
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** The sheet itself: as wide as A4 on the screen, and the whole page on paper. */
export const PaperSheet = ({ held, className, children }: PaperSheetProps): ReactNode => (
  <div className={classNames(classes.sheet, className)} data-paper={held}>
    {children}
  </div>
)
