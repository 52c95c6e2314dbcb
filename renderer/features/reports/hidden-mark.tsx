import type { ReactNode } from 'react'
import { hiddenMark, hiddenWords } from '#shared/features/reports/words.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import classes from './report-document.module.css'

/** Stands in place of a hidden number: a hatched box with its mark, and the reason for screen readers. */
export const HiddenMark = ({ why }: { readonly why: 'small' | 'protect' }): ReactNode => (
  <span className={classes.hidden} title={hiddenWords(why)}>
    <span aria-hidden="true">{hiddenMark(why)}</span>
    <VisuallyHidden>{hiddenWords(why)}</VisuallyHidden>
  </span>
)
