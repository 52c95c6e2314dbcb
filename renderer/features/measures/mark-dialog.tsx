import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import {
  LONGEST_WORDS,
  type MarkKind,
  type MeasureMark,
  rebaseCautions,
} from '#shared/features/measures/library/marks.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { MARK_WORDS, markMonths, readTarget, targetLabel, typedTarget } from './mark-form.ts'
import classes from './library.module.css'

/** The mark that is written: a new one on a month, or one that is there. */
export type AskedMark = { readonly kind: MarkKind; readonly month: string; readonly mark: MeasureMark | null }

type MarkDialogProps = {
  readonly measure: Measure
  readonly asked: AskedMark
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const REBASE_GUIDANCE =
  'Start new limits only where a known change in how things are done lies behind a new level that lasts. Wait for enough months after it, and never do it to be rid of a warning.'

const Cautions = ({ measure, month, own }: { measure: Measure; month: string; own: MeasureMark | null }): ReactNode => {
  const others = measure.marks.flatMap((mark) => (mark.kind === 'rebase' && mark.id !== own?.id ? [mark.month] : []))
  const cautions = rebaseCautions(measure.series, month, others)
  return (
    // There from the start, so that what comes into it with another month is read out.
    <div role="status">
      {cautions.length > 0 && (
        <InlineAlert tone="warn" title="Few months to rest on">
          {cautions.join(' ')}
        </InlineAlert>
      )}
    </div>
  )
}

/** Writes on the chart of a measure: limits that begin anew, a note, or a target. */
export const MarkDialog = ({ measure, asked, onClose, onFailedUndo }: MarkDialogProps): ReactNode => {
  const { kind } = asked
  const said = MARK_WORDS[kind]
  const { saving, idOf, field, labels } = useQuickForm({
    month: said.monthLabel,
    words: said.wordsLabel,
    value: targetLabel(measure),
  })
  const now = asked.mark && (measure.marks.find(({ id }) => id === asked.mark?.id) ?? asked.mark)
  const mark = useAsOpened(now, saving)
  const [month, setMonth] = useState(asked.month)
  const [words, setWords] = useState(mark?.words ?? '')
  const [typed, setTyped] = useState(typedTarget(measure, mark?.value ?? null))
  const save = async (): Promise<void> => {
    const target = kind === 'target' ? readTarget(measure, typed) : { value: null }
    const faults = {
      ...('fault' in target ? { value: target.fault } : {}),
      ...(words.trim() === '' ? { words: 'Say it in a few words' } : {}),
    }
    if ('fault' in target || Object.keys(faults).length > 0) return saving.refuse(faults)
    const write = (): Promise<{ undo: number }> =>
      core.measures.saveMark({
        code: measure.code,
        mark: mark === null ? null : { id: mark.id, version: mark.version },
        fields: { kind, month, words, value: target.value },
      })
    if (await saving.send(() => doUndoable(write(), said.done, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={mark === null ? said.title : said.change}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={said.save}
      onSave={() => void save()}
      firstField={kind === 'target' ? 'value' : 'words'}
      onClose={onClose}
    >
      {kind === 'rebase' && <p className={classes.guidance}>{REBASE_GUIDANCE}</p>}
      <SelectField
        {...field('month')}
        options={markMonths(measure, mark)}
        value={month}
        onChange={(next) => setMonth(next ?? month)}
        searchable
      />
      {kind === 'rebase' && <Cautions measure={measure} month={month} own={mark} />}
      {kind === 'target' && (
        <TextField {...field('value')} inputMode="decimal" characters={10} value={typed} onChange={setTyped} />
      )}
      <TextField
        {...field('words')}
        hint={said.wordsHint}
        maxLength={LONGEST_WORDS}
        value={words}
        onChange={setWords}
      />
    </QuickForm>
  )
}
