import { type ReactNode, useId } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Side } from '#shared/features/duplicates/merge-fields.ts'
import classes from './duplicates.module.css'
import type { FieldDifference } from './merge-values.ts'

type SideProps = {
  readonly name: string
  readonly words: string | null
  readonly chosen: boolean
  readonly number: '1' | '2'
  readonly label: string
  readonly onChoose: () => void
}

const SideChoice = ({ name, words, chosen, number, label, onChoose }: SideProps): ReactNode => (
  <label className={classNames(classes.side, chosen && classes.chosen)}>
    <input
      type="radio"
      name={name}
      checked={chosen}
      onChange={onChoose}
      aria-label={`${label}: ${words ?? 'nothing recorded'}, ${number === '1' ? 'left' : 'right'} record`}
    />
    <span className={words === null ? classes.quiet : undefined}>{words ?? 'Nothing recorded'}</span>
  </label>
)

type FieldChoicesProps = {
  readonly differences: readonly FieldDifference[]
  readonly sideOf: (difference: FieldDifference) => Side | undefined
  readonly onChoose: (difference: FieldDifference, side: Side) => void
}

/** Field by field, side by side: what differs, and which of the two is taken. */
export const FieldChoices = ({ differences, sideOf, onChoose }: FieldChoicesProps): ReactNode => {
  const prefix = useId()
  return (
    <div className={classes.fields}>
      {differences.map((difference) => {
        const { field, label, kept, other, disagree } = difference
        const side = sideOf(difference)
        const name = `${prefix}-${field}`
        return (
          <div
            key={field}
            className={classes.field}
            role="radiogroup"
            aria-labelledby={`${name}-label`}
            data-merge-field={field}
          >
            <p className={classes.fieldName} id={`${name}-label`}>
              {label}
              {side === undefined ? (
                <StatusMark kind="at-risk">Choose which</StatusMark>
              ) : (
                (disagree || side === 'both') && (
                  <StatusMark kind="info">{side === 'both' ? 'Both are kept' : 'Disagree'}</StatusMark>
                )
              )}
            </p>
            <SideChoice
              name={name}
              number="1"
              label={label}
              words={kept}
              chosen={side === 'kept'}
              onChoose={() => onChoose(difference, 'kept')}
            />
            <SideChoice
              name={name}
              number="2"
              label={label}
              words={other}
              chosen={side === 'other'}
              onChoose={() => onChoose(difference, 'other')}
            />
          </div>
        )
      })}
    </div>
  )
}
