import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { type DifferenceChoice, DIFFERENCE_CHOICES, differenceOf } from '#shared/features/imports/differences.ts'
import { labelOf } from '#shared/domain/people.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'
import classes from './check.module.css'
import { isOpenDifference } from './open-differences.ts'
import type { Difference } from './use-choices.ts'

/** Who settled it: shape and word, so that it can be told without colour. */
const WhoChose = ({
  change,
  difference,
}: {
  readonly change: FieldChange
  readonly difference: Difference
}): ReactNode => {
  if (difference.chosen === 'here') return <StatusMark kind="done">Chosen here</StatusMark>
  if (difference.chosen === 'for-all') return <StatusMark kind="info">Chosen for all</StatusMark>
  if (isOpenDifference(change)) return <StatusMark kind="at-risk">Nobody has chosen: ours stays</StatusMark>
  return <StatusMark kind="not-started">{change.why}</StatusMark>
}

interface DifferenceChoiceProps {
  readonly change: FieldChange
  readonly difference: Difference
  /** Place among the fields of the person, by which the keys find it. */
  readonly at: number
  readonly onChoose: (choice: DifferenceChoice | null) => void
}

/** Ours, theirs or both, for one field. Nothing is pressed while nobody has chosen where somebody should. */
export const DifferenceChoiceField = ({ change, difference, at, onChoose }: DifferenceChoiceProps): ReactNode => {
  const options = differenceOf(difference.code).choices.map((code) => ({
    value: code,
    label: labelOf(DIFFERENCE_CHOICES, code),
  }))
  return (
    <div data-difference={at} className={classes.choice}>
      <SegmentedField
        label={`${change.label}: what to keep`}
        options={options}
        value={isOpenDifference(change) ? null : difference.choice}
        onChange={onChoose}
      />
      <span className={classes.whoChose}>
        <WhoChose change={change} difference={difference} />
        {difference.chosen === 'here' && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => onChoose(null)}
            aria-label={`${change.label}: forget this choice`}
          >
            Forget
          </Button>
        )}
      </span>
    </div>
  )
}
