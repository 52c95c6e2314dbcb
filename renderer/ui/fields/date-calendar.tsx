import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type DateParts, dayPartsOf, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { IconButton } from '../button.tsx'
import { classNames } from '../class-names.ts'
import { Popover } from '../popover.tsx'
import classes from './date-calendar.module.css'

type DateCalendarProps = {
  readonly label: string
  readonly value: DateParts
  /** ISO date whose month is shown while the boxes hold no full date. */
  readonly openOn: string
  readonly onChoose: (value: DateParts) => void
}

/** A calendar beside the boxes, for those who think in weeks. It fills in the boxes and closes; they stay the truth. */
export const DateCalendar = ({ label, value, openOn, onChoose }: DateCalendarProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const read = partialDateFromParts(value)
  const known = read.ok ? read.value : undefined
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={`Calendar for ${label.toLowerCase()}`}
      anchor={
        <IconButton
          icon={IconCalendar}
          label={`Choose ${label.toLowerCase()} from a calendar`}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <DatePicker
        value={known?.precision === 'day' ? known.date : null}
        defaultDate={known?.date ?? openOn}
        onChange={(chosen) => {
          if (chosen === null) return
          onChoose(dayPartsOf(chosen))
          setOpen(false)
        }}
        firstDayOfWeek={1}
        weekendDays={[]}
        hideOutsideDates
        ariaLabels={{
          monthLevelControl: 'Choose a month',
          yearLevelControl: 'Choose a year',
          nextMonth: 'Next month',
          previousMonth: 'Previous month',
          nextYear: 'Next year',
          previousYear: 'Previous year',
          nextDecade: 'Next ten years',
          previousDecade: 'Previous ten years',
        }}
        classNames={{ day: classNames(classes.day), calendarHeaderControl: classNames(classes.control) }}
      />
    </Popover>
  )
}
