import { type ReactNode, useId, useState } from 'react'
import {
  BLANK_DATE,
  type DateParts,
  datePartsOf,
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
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { eventChoices, laneChoices, toldByChoices } from './event-choices.ts'
import { LaneShape } from './lane-shape.tsx'
import { options, Pick } from './composer-cell.tsx'
import { MoreCells, type MoreCellsProps } from './composer-more-cells.tsx'
import type { ComposedEvent } from './use-composer.ts'
import classes from './composer.module.css'

type ComposerCellsProps = MoreCellsProps & { readonly today: IsoDate }

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
  const [parts, setParts] = useState<DateParts>(BLANK_DATE)
  const labelId = useId()
  const valueId = useId()
  const toggle = (next: boolean): void => {
    if (next) setParts(datePartsOf(composed.date))
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

const markedRow = (lane: Lane | null): ReactNode => lane !== null && <LaneShape lane={lane} size={12} />

/** What was understood, part by part. Each part is a field: Tab goes there to put it right. */
export const ComposerCells = (props: ComposerCellsProps): ReactNode => {
  const { composed, correct, today, isEmpty } = props
  return (
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
      <MoreCells {...props} />
    </div>
  )
}
