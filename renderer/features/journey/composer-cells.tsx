import { type ReactNode, useId, useState } from 'react'
import {
  type DateParts,
  formatShortDate,
  type IsoDate,
  type PartialDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'
import type { EventTypeCode, Lane } from '#shared/features/journey/event-types.ts'
import { documentLabel } from '#shared/features/journey/letter-rules.ts'
import type { ToldBy } from '#shared/features/journey/schema.ts'
import { fullDate } from '#shared/features/journey/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { DateField, emptyDate } from '#renderer/ui/fields/date-field.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { datePartsOf } from './date-parts.ts'
import { eventChoices, laneChoices, toldByChoices } from './event-choices.ts'
import { LaneShape } from './lane-shape.tsx'
import type { ComposedEvent, Corrections } from './use-composer.ts'
import classes from './composer.module.css'

type ComposerCellsProps = {
  readonly composed: ComposedEvent
  readonly correct: (change: Corrections) => void
  readonly today: IsoDate
  readonly isEmpty: boolean
  /** Enter in the note saves, as in the line. */
  readonly onEnter: () => void
  readonly episodes: readonly { readonly id: string; readonly label: string }[]
}

type PickProps<Value extends string> = {
  readonly label: string
  readonly value: Value | null
  readonly placeholder: string
  readonly disabled: boolean
  readonly onChange: (value: Value) => void
  readonly children: ReactNode
  readonly before?: ReactNode
  readonly className?: string | undefined
}

/** A cell of the preview that is a real list to choose from. */
const Pick = <Value extends string>(props: PickProps<Value>): ReactNode => {
  const id = useId()
  return (
    <div className={classNames(classes.cell, props.className)}>
      <label htmlFor={id}>{props.label}</label>
      <span className={classes.picked}>
        {props.before}
        <select
          id={id}
          value={props.value ?? ''}
          disabled={props.disabled}
          className={classNames(props.value === null && classes.blank)}
          onChange={(event) => props.onChange(event.currentTarget.value as Value)}
        >
          <option value="" disabled>
            {props.placeholder}
          </option>
          {props.children}
        </select>
      </span>
    </div>
  )
}

const options = (choices: readonly { readonly value: string; readonly label: string }[]): ReactNode =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

type DateCellProps = Pick<ComposerCellsProps, 'composed' | 'today' | 'isEmpty'> & {
  readonly onDate: (date: PartialDate) => void
}

const shownDate = ({ date, isDateTyped }: ComposedEvent, isEmpty: boolean): string => {
  if (isEmpty) return 'Today'
  if (date === null) return 'Not understood'
  return isDateTyped ? fullDate(date) : `Today, ${formatShortDate(date.date)}`
}

const DateCell = ({ composed, today, isEmpty, onDate }: DateCellProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const [parts, setParts] = useState<DateParts>(emptyDate)
  const labelId = useId()
  const valueId = useId()
  const toggle = (next: boolean): void => {
    if (next) setParts(composed.date === null ? emptyDate : datePartsOf(composed.date))
    setOpen(next)
  }
  const read = partialDateFromParts(parts)
  const use = (): void => {
    if (!read.ok) return
    onDate(read.value)
    setOpen(false)
  }
  return (
    <div className={classes.cell}>
      <span id={labelId}>Date</span>
      <Popover
        label="Correct the date"
        open={open}
        onOpenChange={toggle}
        anchor={
          <button
            type="button"
            className={classNames(classes.value, composed.date === null && !isEmpty && classes.blank)}
            aria-labelledby={`${labelId} ${valueId}`}
            disabled={isEmpty}
            onClick={() => toggle(!open)}
          >
            {/* The popover gives the button an id of its own. */}
            <span id={valueId}>{shownDate(composed, isEmpty)}</span>
          </button>
        }
      >
        <div className={classes.dateForm} role="group" aria-label="Correct the date">
          <DateField
            label="Date"
            hint="Leave the day, or day and month, blank if not known"
            value={parts}
            onChange={setParts}
            calendarFrom={today}
          />
          <Button kind="filled" size="small" onClick={use} {...(read.ok ? {} : { whyNot: read.message })}>
            Use this date
          </Button>
        </div>
      </Popover>
    </div>
  )
}

const Note = ({
  composed,
  correct,
  onEnter,
}: Pick<ComposerCellsProps, 'composed' | 'correct' | 'onEnter'>): ReactNode => {
  const id = useId()
  return (
    <div className={classNames(classes.cell, classes.wide)}>
      <label htmlFor={id}>Note</label>
      <input
        id={id}
        type="text"
        value={composed.note ?? ''}
        maxLength={2000}
        autoComplete="off"
        className={classes.note}
        onChange={(event) => correct({ note: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onEnter()
        }}
      />
    </div>
  )
}

const markedRow = (lane: Lane | null): ReactNode => lane !== null && <LaneShape lane={lane} size={12} />

/** What was understood, part by part. Each part is a field: Tab goes there to put it right. */
export const ComposerCells = ({
  composed,
  correct,
  today,
  isEmpty,
  onEnter,
  episodes,
}: ComposerCellsProps): ReactNode => (
  <div className={classes.cells}>
    <DateCell composed={composed} today={today} isEmpty={isEmpty} onDate={(date) => correct({ date })} />
    <Pick<Lane>
      label="Lane"
      value={composed.lane}
      placeholder="Not known"
      disabled={isEmpty}
      before={markedRow(composed.lane)}
      onChange={(lane) => correct({ lane })}
    >
      {options(laneChoices)}
    </Pick>
    <Pick<EventTypeCode>
      label="Event"
      className={classes.grows}
      value={composed.eventType}
      placeholder="Choose one"
      disabled={isEmpty}
      onChange={(eventType) => correct({ eventType })}
    >
      {eventChoices.map(({ group, items }) => (
        <optgroup key={group} label={group}>
          {options(items)}
        </optgroup>
      ))}
    </Pick>
    <Pick<ToldBy | 'nobody'>
      label="Told by"
      value={composed.toldBy ?? 'nobody'}
      placeholder="Not said"
      disabled={isEmpty}
      onChange={(toldBy) => correct({ toldBy: toldBy === 'nobody' ? null : toldBy })}
    >
      <option value="nobody">Not said</option>
      {options(toldByChoices)}
    </Pick>
    <div className={classes.cell}>
      <span>Letter due</span>
      <b title={composed.letterDue === null ? undefined : documentLabel(composed.letterDue.document)}>
        {composed.letterDue === null ? 'None' : formatShortDate(composed.letterDue.date)}
      </b>
    </div>
    {composed.note !== null && <Note composed={composed} correct={correct} onEnter={onEnter} />}
    {episodes.length > 1 && (
      <Pick<string>
        label="About which diagnosis"
        className={classes.wide}
        value={composed.episodeId ?? 'none'}
        placeholder="Choose one"
        disabled={isEmpty}
        onChange={(episodeId) => correct({ episodeId: episodeId === 'none' ? null : episodeId })}
      >
        {options(episodes.map(({ id, label }) => ({ value: id, label })))}
        <option value="none">None in particular</option>
      </Pick>
    )}
  </div>
)
