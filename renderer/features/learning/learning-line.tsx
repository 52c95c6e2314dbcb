import { IconArrowBackUp, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { diagnosisLine, learningStanding, reasonsLine, themesLine } from '#shared/features/learning/words.ts'
import { analysisPath } from './learning-address.ts'
import classes from './learning.module.css'

export interface LearningDoing {
  readonly takeUp: (row: LearningRow) => void
  readonly setAside: (row: LearningRow) => void
  readonly bringBack: (row: LearningRow) => void
}

type LearningLineProps = {
  readonly row: LearningRow
  /** Left out for those who may only look. */
  readonly doing: LearningDoing | undefined
  /** On a person's own page their name stands above. */
  readonly named: boolean
}

const detailOf = (row: LearningRow): string =>
  [
    reasonsLine(row.reasons),
    row.ledBy === null ? '' : `Led by ${row.ledBy}`,
    row.meetingDate === null ? '' : `Meeting ${formatIsoDate(row.meetingDate)}`,
    themesLine(row.themes),
    row.setAsideReason === null ? '' : `Set aside: ${row.setAsideReason}`,
  ]
    .filter((part) => part !== '')
    .join('. ')

const Title = ({ row }: { readonly row: LearningRow }): ReactNode => {
  const words = diagnosisLine(row)
  if (row.id === null || row.state === 'set_aside') return <b>{words}</b>
  return (
    <Link href={analysisPath(row.person.id, row.id)} aria-label={`${words}: open the analysis`}>
      <b>{words}</b>
    </Link>
  )
}

/** One suggestion or analysis: about whom, why, how it stands, and what can be done with it. */
export const LearningLine = ({ row, doing, named }: LearningLineProps): ReactNode => {
  const standing = learningStanding(row, dayNow())
  const name = displayName({ ...row.person, title: null })
  const about = `: ${diagnosisLine(row)}, ${name}`
  return (
    <li className={classes.line}>
      {named && (
        <span className={classes.person}>
          <Link href={`/people/${row.person.id}/journey`}>{name}</Link>
          {identityWords(row.person)}
        </span>
      )}
      <span className={classes.words}>
        <Title row={row} />
        <small>{detailOf(row)}</small>
      </span>
      {row.state !== 'suggested' && (
        <span className={classes.standing}>
          <StatusMark kind={standing.kind}>{standing.words}</StatusMark>
        </span>
      )}
      {doing !== undefined && row.state === 'suggested' && (
        <span className={classes.does}>
          <Button size="small" icon={IconPlayerPlay} aria-label={`Begin${about}`} onClick={() => doing.takeUp(row)}>
            Begin
          </Button>
          <Button size="small" kind="quiet" aria-label={`Set aside${about}`} onClick={() => doing.setAside(row)}>
            Set aside
          </Button>
        </span>
      )}
      {doing !== undefined && row.state === 'set_aside' && (
        <span className={classes.does}>
          <Button
            size="small"
            icon={IconArrowBackUp}
            aria-label={`Bring back${about}`}
            onClick={() => doing.bringBack(row)}
          >
            Bring back
          </Button>
        </span>
      )}
    </li>
  )
}
