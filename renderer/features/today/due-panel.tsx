import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { DueRow } from '#shared/features/today/schema.ts'
import classes from './today.module.css'

type Place = { readonly label: string; readonly late: string; readonly soon: string }

/** Where each kind of work is done. */
const PLACES: Readonly<Record<DueRow['row'], Place>> = {
  letters: { label: 'Letters to chase', late: '/letters', soon: '/letters?tab=expected' },
  support_contacts: { label: 'Support contacts', late: '/care-reviews', soon: '/care-reviews?state=due' },
  care_reviews: {
    label: 'Care reviews',
    late: '/care-reviews?kind=care_review',
    soon: '/care-reviews?kind=care_review&state=due',
  },
  referrals: { label: 'Referrals', late: '/referrals?view=late', soon: '/referrals' },
  tasks: { label: 'Tasks', late: '/today/tasks', soon: '/today/tasks?view=soon' },
}

const Count = ({ count, path, words, late = false }: CountProps): ReactNode =>
  count === 0 ? (
    <span className={classes.none}>0</span>
  ) : (
    <Link href={path} className={late ? classes.lateLink : undefined}>
      {late && <StatusShape kind="off-track" size={15} />}
      {count.toLocaleString('en-GB')}
      <VisuallyHidden>{` ${words}`}</VisuallyHidden>
    </Link>
  )

type CountProps = {
  readonly count: number
  readonly path: string
  /** What is counted, for whoever hears the number alone. */
  readonly words: string
  readonly late?: boolean
}

/** What is late, due this week and due in four weeks, each number leading to its list. */
export const DuePanel = ({ rows }: { readonly rows: readonly DueRow[] }): ReactNode => (
  <Panel title="Due" padding="flush">
    <table className={classes.due}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Late</th>
          <th scope="col">This week</th>
          <th scope="col">4 weeks</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, late, week, fourWeeks }) => {
          const { label, late: latePath, soon } = PLACES[row]
          const what = label.toLowerCase()
          return (
            <tr key={row}>
              <th scope="row">{label}</th>
              <td>
                <Count count={late} path={latePath} words={`${what} late`} late />
              </td>
              <td>
                <Count count={week} path={soon} words={`${what} due this week`} />
              </td>
              <td>
                <Count count={fourWeeks} path={soon} words={`${what} due in four weeks`} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </Panel>
)
