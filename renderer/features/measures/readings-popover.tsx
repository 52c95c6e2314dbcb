import { type ReactNode, useState } from 'react'
import { IconAdjustments } from '@tabler/icons-react'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { ChipButton } from '#renderer/ui/filter-chip.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { DEFAULT_READINGS, READING_CHOICES, type Readings } from '#shared/features/measures/indicators/readings.ts'
import type { ChangeMeasures } from './measure-address.ts'
import classes from './measures.module.css'

/** How the open points of the rules are read: kept in the address, printed with every rule. */
export const ReadingsPopover = ({
  readings,
  change,
}: {
  readonly readings: Readings
  readonly change: ChangeMeasures
}): ReactNode => {
  const [open, setOpen] = useState(false)
  const changed = READING_CHOICES.filter(({ name }) => readings[name] !== DEFAULT_READINGS[name]).length
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="How the rules are read"
      width={400}
      anchor={
        <ChipButton icon={IconAdjustments} aria-expanded={open} onClick={() => setOpen(!open)}>
          {changed === 0 ? 'How the rules are read' : `How the rules are read: ${changed} changed`}
        </ChipButton>
      }
    >
      <div className={classes.readings}>
        {READING_CHOICES.map(({ name, label, options, note }) => (
          <SelectField<string>
            key={name}
            label={label}
            hint={note}
            options={options}
            value={readings[name]}
            onChange={(value) => change({ [name]: value ?? DEFAULT_READINGS[name] })}
          />
        ))}
      </div>
    </Popover>
  )
}
