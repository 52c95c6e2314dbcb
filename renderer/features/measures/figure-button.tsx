import type { ReactNode } from 'react'
import classes from './measures.module.css'

type FigureButtonProps = {
  readonly count: number
  /** What is shown in place of the count: the share or the median that it makes. */
  readonly shown?: string
  readonly label: string
  readonly onOpen: () => void
}

/** A figure that opens the people behind it. None is no button: there is nobody to show. */
export const FigureButton = ({
  count,
  shown = count.toLocaleString('en-GB'),
  label,
  onOpen,
}: FigureButtonProps): ReactNode =>
  count === 0 ? (
    shown
  ) : (
    <button
      type="button"
      className={classes.figure}
      onClick={onOpen}
      aria-label={`${label}: ${shown}, open the people`}
    >
      {shown}
    </button>
  )
