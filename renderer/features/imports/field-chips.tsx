import { IconGripVertical } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { IMPORT_FIELDS } from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'
import classes from './imports.module.css'
import { CHIP_MARK, type FieldDrag } from './use-field-drag.ts'
import type { MatchedColumn } from './use-matching.ts'

interface FieldChipsProps {
  readonly columns: readonly MatchedColumn[]
  readonly drag: FieldDrag
}

/** Fields that no column goes to yet: each can be pulled onto a column, or picked up and put there with the keys. */
export const FieldChips = ({ columns, drag }: FieldChipsProps): ReactNode => {
  const helpId = useId()
  // Open from the start where a column waits for a place, and then for as long as it is wanted: focus is in here.
  const [shown, setShown] = useState(() =>
    columns.some(({ column, field }) => field === 'leave_out' && column.certainty === 'unknown'),
  )
  const placed = new Set(columns.map(({ field }) => field))
  const free = IMPORT_FIELDS.filter(({ code }) => code !== 'leave_out' && !placed.has(code))
  if (free.length === 0) return null
  return (
    <div className={classes.chips}>
      <Button kind="quiet" size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {`${counted(free.length, 'field')} without a column`}
      </Button>
      {shown && (
        <>
          <p className={classes.chipsWords} id={helpId}>
            Pull a field onto its column, or press Enter on it, choose the column with Up and Down, and press Enter
            again.
          </p>
          <ul aria-label="Fields without a column">
            {free.map(({ code, label }) => (
              <li key={code}>
                <button
                  type="button"
                  className={classNames(classes.chip, drag.held?.field === code && classes.chipHeld)}
                  aria-pressed={drag.held?.field === code}
                  aria-describedby={helpId}
                  {...{ [CHIP_MARK]: code }}
                  {...drag.handlers(code)}
                >
                  <Icon of={IconGripVertical} size={16} />
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
