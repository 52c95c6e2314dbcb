import type { ReactNode } from 'react'
import classes from './measures.module.css'

type FigureButtonProps = { readonly count: number; readonly label: string; readonly onOpen: () => void }

/** A count that opens the people behind it. None is no button: there is nobody to show. */
export const FigureButton = ({ count, label, onOpen }: FigureButtonProps): ReactNode =>
  count === 0 ? (
    '0'
  ) : (
    <button
      type="button"
      className={classes.figure}
      onClick={onOpen}
      aria-label={`${label}: ${count.toLocaleString('en-GB')}, open the people`}
    >
      {count.toLocaleString('en-GB')}
    </button>
  )
