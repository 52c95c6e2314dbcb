import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { daysText, isHidden, shownLetters, shownMedian } from '#shared/features/letters/public.ts'
import classes from './today.module.css'

type Figure = { readonly letters: number; readonly median: number | null }

/** "Letters now arrive 7 days sooner", where both figures may be shown and differ. */
const headline = (now: Figure, before: Figure): string => {
  if (now.median === null || before.median === null || isHidden(now) || isHidden(before)) return 'How long letters take'
  const sooner = before.median - now.median
  if (sooner === 0) return 'Letters take as long as last year'
  const days = daysText(Math.abs(sooner))
  return `Letters now arrive ${days} ${days === '1' ? 'day' : 'days'} ${sooner > 0 ? 'sooner' : 'later'}`
}

const monthWords = (month: string): string => `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`

/** The gap meter of the last whole month, with the way to its working. Nothing until a letter has been counted. */
export const GapPanel = (): ReactNode => {
  const gap = useCoreQuery('letters', 'gapNow', {}).data
  if (gap === undefined || gap.figure.median === null) return null
  const { figure, before, month } = gap
  return (
    <Panel title={headline(figure, before)}>
      <div className={classes.gap}>
        <b className={classes.median}>{shownMedian(figure)}</b>
        <p>
          Gap meter: median days from a hospital event to its letter here
          <br />
          {`${monthWords(month)}, ${shownLetters(figure.letters)} letters. `}
          <Link href="/letters/gap">Explain</Link>
          <br />
          {`The year before: ${shownMedian(before)} days.`}
        </p>
      </div>
    </Panel>
  )
}
