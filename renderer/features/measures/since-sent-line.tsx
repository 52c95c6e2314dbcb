import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { reportFiguresOf } from '#shared/features/reports/public.ts'
import classes from './measures.module.css'
import { sinceSentence } from './since-words.ts'

/** The page of the library that tells of an indicator. */
const PAGE_OF: Readonly<Record<string, string>> = {
  CAN001: 'prevalence',
  CAN004: 'care-review',
  IND223: 'care-review',
  CAN005: 'support-contact',
  IND222: 'support-contact',
}

/** What the newest report that was sent said of a figure, and what it is today; nothing where reports do not hold it. */
export const SinceSentLine = ({ code }: { readonly code: string }): ReactNode => {
  const isHeld = reportFiguresOf(code).length > 0
  const mayAsk = useMay('reports.build') && isHeld
  const { data } = useCoreQuery('measures', 'sinceSent', { code }, { enabled: mayAsk })
  if (!mayAsk || data === undefined) return null
  if (data.report === null) return <p className={classes.quiet}>No report of this practice has been sent yet.</p>
  return (
    <p className={classes.quiet}>
      {sinceSentence(data.report, data.figures)}{' '}
      <Link href={`/measures/library/${PAGE_OF[code] ?? code}`}>See who came and went</Link>
    </p>
  )
}
