import { Splitter } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './split-pane.module.css'

type SplitPaneProps = {
  readonly main: ReactNode
  /** What follows the focus of the main part. Leave it out and the main part takes the width. */
  readonly preview?: ReactNode
  /** Name of the preview for screen readers. */
  readonly previewLabel: string
  /** Width in px at 100 % text size to begin with; it can be dragged or moved with arrow keys. */
  readonly previewWidth?: number
}

/** A list with a preview beside it. The preview follows focus, not selection, and shows one record at a time. */
export const SplitPane = ({ main, preview, previewLabel, previewWidth = 324 }: SplitPaneProps): ReactNode => {
  if (preview === undefined) return <div className={classes.single}>{main}</div>
  return (
    <Splitter
      className={classNames(classes.split)}
      lineSize={1}
      withHandle={false}
      classNames={{ handle: classNames(classes.handle), pane: classNames(classes.pane) }}
    >
      <Splitter.Pane defaultSize="60%" min="360px">
        {main}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={`${previewWidth}px`} min="260px" max="620px">
        <aside className={classes.preview} aria-label={previewLabel}>
          {preview}
        </aside>
      </Splitter.Pane>
    </Splitter>
  )
}

type PreviewPaneProps = { readonly banner?: ReactNode; readonly footer?: ReactNode; readonly children: ReactNode }

/** The inside of a preview: whose it is, the facts, and what can be done. */
export const PreviewPane = ({ banner, footer, children }: PreviewPaneProps): ReactNode => (
  <div className={classes.content}>
    {banner}
    <div className={classes.body}>{children}</div>
    {footer !== undefined && <div className={classes.footer}>{footer}</div>}
  </div>
)
