import type { ReactNode } from 'react'
import type { Indicator, ShownFigure } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { useExplain } from './explain.tsx'
import { HiddenMark } from './hidden-mark.tsx'
import classes from './report-document.module.css'

interface ReportFigureProps {
  readonly figure: ShownFigure
  readonly explain: string | null
  readonly row: string
  readonly indicator: Indicator | null
}

/** A count on the paper. On the screen it can be pressed to say how it came about. */
export const ReportFigure = ({ figure, explain, row, indicator }: ReportFigureProps): ReactNode => {
  const explaining = useExplain()
  const face = figure.state === 'hidden' ? <HiddenMark why={figure.why} /> : figureText(figure)
  if (explaining?.answers(explain) !== true) return face
  const { asked } = explaining
  const isOpen = asked !== null && asked.figure.id === figure.id && asked.explain === explain && asked.row === row
  return (
    <button
      type="button"
      className={classes.explains}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title="Explain this number"
      onClick={(event) => explaining.ask({ explain, figure, row, indicator }, event.currentTarget)}
    >
      {face}
    </button>
  )
}
