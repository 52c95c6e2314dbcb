import type { ReactNode } from 'react'
import type { Method } from '#shared/features/journey/schema.ts'
import { options, Pick, TextCell } from './composer-cell.tsx'
import { methodChoices } from './event-choices.ts'
import type { ComposedEvent, Corrections } from './use-composer.ts'
import classes from './composer.module.css'

type Named = { readonly id: string; readonly label: string }

export type MoreCellsProps = {
  readonly composed: ComposedEvent
  readonly correct: (change: Corrections) => void
  readonly isEmpty: boolean
  /** Enter in a typed cell saves, as in the line. */
  readonly onEnter: () => void
  readonly episodes: readonly Named[]
  readonly pathways: readonly Named[]
}

const LINE = 80
const NONE = 'none'
const WITH_TEMPLATE: readonly (string | null)[] = ['care_review', 'support_contact']

type LinkCellProps = {
  readonly label: string
  readonly records: readonly Named[]
  readonly value: string | null
  /** The words for being about none of them. */
  readonly none: string
  /** Nobody has said, and it has to be said. */
  readonly unanswered?: boolean
  readonly disabled: boolean
  readonly onChange: (id: string | null) => void
}

const LinkCell = ({
  label,
  records,
  value,
  none,
  unanswered = false,
  disabled,
  onChange,
}: LinkCellProps): ReactNode => (
  <Pick<string>
    label={label}
    className={classes.wide}
    value={unanswered ? null : (value ?? NONE)}
    placeholder="Choose one"
    disabled={disabled}
    onChange={(id) => onChange(id === NONE ? null : id)}
  >
    {options(records.map((record) => ({ value: record.id, label: record.label })))}
    <option value={NONE}>{none}</option>
  </Pick>
)

/** What only some lines say, each shown once it has been said, and which diagnosis and pathway where there is a choice. */
export const MoreCells = ({ composed, correct, isEmpty, onEnter, episodes, pathways }: MoreCellsProps): ReactNode => {
  const { note, doneBy, hospital, method, template, eventType } = composed
  return (
    <>
      {method !== null && (
        <Pick<Method>
          label="How"
          className={classes.wide}
          value={method}
          placeholder="Not said"
          disabled={isEmpty}
          onChange={(next) => correct({ method: next })}
        >
          {options(methodChoices)}
        </Pick>
      )}
      {doneBy !== null && (
        <TextCell
          label="Done by"
          value={doneBy}
          maxLength={LINE}
          onChange={(text) => correct({ doneBy: text })}
          onEnter={onEnter}
        />
      )}
      {hospital !== null && (
        <TextCell
          label="Hospital"
          value={hospital}
          maxLength={LINE}
          onChange={(text) => correct({ hospital: text })}
          onEnter={onEnter}
        />
      )}
      {(WITH_TEMPLATE.includes(eventType) || template !== null) && (
        <TextCell
          label="Template used"
          value={template ?? ''}
          maxLength={LINE}
          onChange={(text) => correct({ template: text })}
          onEnter={onEnter}
        />
      )}
      {note !== null && (
        <TextCell
          label="Note"
          value={note}
          maxLength={2000}
          onChange={(text) => correct({ note: text })}
          onEnter={onEnter}
        />
      )}
      {episodes.length > 1 && (
        <LinkCell
          label="About which diagnosis"
          records={episodes}
          value={composed.episodeId}
          none="None in particular"
          disabled={isEmpty}
          onChange={(episodeId) => correct({ episodeId })}
        />
      )}
      {pathways.length > 1 && (
        <LinkCell
          label="On which pathway"
          records={pathways}
          value={composed.pathwayId}
          none="On no pathway"
          unanswered={composed.asksPathway}
          disabled={isEmpty}
          onChange={(pathwayId) => correct({ pathwayId })}
        />
      )}
    </>
  )
}
