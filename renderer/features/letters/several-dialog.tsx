import { readDay } from '#renderer/app/typed.ts'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { addDays, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { LetterRow } from '#shared/features/letters/schema.ts'
import { askedWords, letterCount } from '#shared/features/letters/words.ts'
import { letterTitle } from './letter-target.ts'
import { personCell } from './person-cell.tsx'
import type { LetterText } from './print-letters.ts'
import classes from './letters.module.css'

const LABELS = { ringAgainOn: 'Ring again on' }
const RING_AGAIN_DAYS = 7

type SeveralDialogProps = {
  readonly rows: readonly LetterRow[]
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onFailedUndo: (words: string) => void
  readonly onPrint: (letters: readonly LetterText[]) => void
}

/** One drafted letter for each person and hospital, logged as sent together; one undo takes all of it back. */
export const SeveralDialog = ({ rows, onClose, onDone, onFailedUndo, onPrint }: SeveralDialogProps): ReactNode => {
  const today = dayNow()
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [ringAgainOn, setRingAgainOn] = useState(dayPartsOf(addDays(today, RING_AGAIN_DAYS)))
  const [print, setPrint] = useState(true)
  const letters = rows.flatMap(({ person, eventId, slot }) =>
    eventId === null || slot !== null ? [] : [{ personId: person.id, eventId }],
  )
  const save = async (): Promise<void> => {
    const day = readDay(ringAgainOn)
    if ('fault' in day) return saving.refuse({ ringAgainOn: day.fault })
    const texts: LetterText[] = []
    const done = await saving.send(() =>
      doUndoable(
        core.letters.askSeveral({ letters, ringAgainOn: day.day }),
        ({ sent }) => {
          texts.push(...sent.map(({ personId, text }) => ({ personId, text })))
          return `${letterCount(sent.length)} logged as sent.`
        },
        onFailedUndo,
      ),
    )
    if (!done) return
    onDone()
    if (print) onPrint(texts)
  }
  return (
    <QuickForm
      title={letters.length === 1 ? 'Ask for 1 letter' : `Ask for ${letterCount(letters.length)} at once`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={letters.length === 1 ? 'Log it as sent' : 'Log them as sent'}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className={classes.quiet}>
        One letter is drafted for each person and hospital, with everything that is missing in it.
      </p>
      <div className={classes.severalRows}>
        <PlainTable
          caption="What is asked for"
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'person', header: 'Person', rowHeader: true, cell: personCell },
            { id: 'letter', header: 'Letter', cell: letterTitle },
            { id: 'asked', header: 'Asked', cell: (row) => askedWords(row.asked, today).main },
          ]}
        />
      </div>
      <DateField
        {...field('ringAgainOn')}
        optional
        exact
        value={ringAgainOn}
        onChange={setRingAgainOn}
        calendarFrom={today}
      />
      <CheckboxField label="Print the letters now" checked={print} onChange={setPrint} />
    </QuickForm>
  )
}
