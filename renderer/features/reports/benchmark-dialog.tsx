import { type ReactNode, useState } from 'react'
import { takeBack } from '#renderer/app/undoable.ts'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { newBenchmarkSchema } from '#shared/features/reports/benchmarks.ts'
import { type ComparedCode, COMPARED_MEASURES } from '#shared/features/reports/compared-measures.ts'
import classes from './comparison.module.css'

/** The figure as it is typed. */
interface Typed {
  readonly measure: ComparedCode | null
  readonly name: string
  readonly value: string
  readonly low: string
  readonly high: string
  readonly period: string
  readonly source: string
  readonly published: string
  readonly edition: string
}

const NOTHING: Typed = {
  measure: null,
  name: '',
  value: '',
  low: '',
  high: '',
  period: '',
  source: '',
  published: '',
  edition: '',
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replaceAll(/[\s,%]/g, '')))

const orNull = <T,>(text: string, read: (text: string) => T): T | null => (text.trim() === '' ? null : read(text))

const readTyped = ({ value, low, high, edition, ...rest }: Typed) =>
  newBenchmarkSchema.safeParse({
    ...rest,
    value: numberIn(value),
    low: orNull(low, numberIn),
    high: orNull(high, numberIn),
    edition: orNull(edition, (text) => text),
  })

type Faults = Readonly<Partial<Record<keyof Typed, string>>>

const faultsOf = (typed: Typed): Faults => {
  const read = readTyped(typed)
  return read.success
    ? {}
    : Object.fromEntries(read.error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]))
}

const boxId = (name: string): string => `benchmark-${name}`

interface BenchmarkDialogProps {
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

/** A published figure typed in by hand, with where it stands and when it was published. */
export const BenchmarkDialog = ({ onClose, onAdded }: BenchmarkDialogProps): ReactNode => {
  const [typed, setTyped] = useState(NOTHING)
  const [faults, setFaults] = useState<Faults>({})
  const add = useCoreCommand('reports', 'addBenchmark')
  const guard = useTypedGuard(onClose)
  const unit = COMPARED_MEASURES.find(({ code }) => code === typed.measure)?.unit
  const change = (made: Partial<Typed>): void => setTyped({ ...typed, ...made })
  const save = async (): Promise<void> => {
    const read = readTyped(typed)
    const found = faultsOf(typed)
    setFaults(found)
    const [first] = Object.keys(found)
    if (first !== undefined) document.getElementById(boxId(first))?.focus()
    if (!read.success || add.isPending) return
    const made = await add.mutateAsync(read.data).catch(() => null)
    if (made === null) return
    showToast({ message: 'Published figure added.', undo: () => void takeBack(made.undo) })
    onAdded(made.id)
    onClose()
  }
  const line = (
    name: Exclude<keyof Typed, 'measure'>,
    label: string,
    more: { hint?: string; optional?: boolean } = {},
  ) => (
    <TextField
      id={boxId(name)}
      label={label}
      value={typed[name]}
      onChange={(text) => change({ [name]: text })}
      error={faults[name]}
      {...more}
    />
  )
  return (
    <Dialog
      open
      onClose={guard.onClose}
      title="Add a published figure"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" busy={add.isPending} onClick={() => void save()}>
            Add the figure
          </Button>
        </>
      }
    >
      <form
        className={classes.dialog}
        noValidate
        onFocusCapture={guard.onFocusCapture}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {add.error !== null && (
          <InlineAlert tone="bad" spoken>
            {add.error.message}
          </InlineAlert>
        )}
        <SelectField
          id={boxId('measure')}
          label="What it measures"
          options={COMPARED_MEASURES.map(({ code, label }) => ({ value: code, label }))}
          value={typed.measure}
          onChange={(measure) => change({ measure })}
          searchable
          error={faults.measure}
        />
        {line('name', 'Whose figure it is', { hint: 'Such as England, or a cancer alliance. Never a person.' })}
        <div className={classes.numbers}>
          {line('value', unit === undefined ? 'Figure' : `Figure, ${unit}`)}
          {line('low', 'Range from', { optional: true })}
          {line('high', 'to', { optional: true })}
        </div>
        {line('period', 'Period that it is for', { hint: 'As it is published, such as 2022/23.' })}
        {line('source', 'Where it is published')}
        {line('published', 'When it was published', { hint: 'As far as you know it, such as 12 Sep 2024 or 2024.' })}
        {line('edition', 'Edition', { optional: true })}
        <input type="submit" hidden />
      </form>
      {guard.question}
    </Dialog>
  )
}
