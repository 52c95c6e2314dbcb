import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { readTarget, targetLabel, typedTarget } from '#renderer/features/measures/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { MeasureLine } from '#shared/features/measures/library/schema.ts'
import { monthsFromTo } from '#shared/features/plan/public.ts'
import type { ActionMeasure, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import classes from './plan-action.module.css'

const LABELS = { link: 'Which one', measureCode: 'Measure', value: 'Target', by: 'By which month' } as const
const NEW = 'new'
const NONE = 'none'
/** Months ahead that a target may be set for: five years, as plans last three and may be rolled forward. */
const YEARS_AHEAD = 5

const monthChoices = (kept: string | null): readonly { readonly value: string; readonly label: string }[] => {
  const from = dayNow().slice(0, 7)
  const to = `${Number(from.slice(0, 4)) + YEARS_AHEAD}${from.slice(4)}`
  const months = [...new Set([...(kept === null ? [] : [kept]), ...monthsFromTo(from, to)])].toSorted()
  return [{ value: NONE, label: 'No target' }, ...months.map((month) => ({ value: month, label: spcMonth(month) }))]
}

type MeasuresDialogProps = {
  readonly action: PlanActionDetail
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

type Typed = { readonly code: string | null; readonly target: string; readonly by: string | null }

const typedOf = (link: ActionMeasure | undefined, lines: readonly MeasureLine[]): Typed => {
  const line = lines.find(({ code }) => code === link?.measureCode)
  return {
    code: link?.measureCode ?? null,
    target: line === undefined ? '' : typedTarget(line, link?.target?.value ?? null),
    by: link?.target?.by ?? null,
  }
}

type FormProps = MeasuresDialogProps & { readonly lines: readonly MeasureLine[] }

const Form = ({ lines, onClose, onFailedUndo, ...props }: FormProps): ReactNode => {
  const [which, setWhich] = useState(props.action.measures[0]?.id ?? NEW)
  const [typed, setTyped] = useState(() => typedOf(props.action.measures[0], lines))
  const line = lines.find(({ code }) => code === typed.code)
  const { saving, idOf, field, labels } = useQuickForm({
    ...LABELS,
    ...(line === undefined ? {} : { value: targetLabel(line) }),
  })
  const action = useAsOpened(props.action, saving, ({ measures }) => measures)
  const link = action.measures.find(({ id }) => id === which)
  const taken = new Set(action.measures.flatMap(({ id, measureCode }) => (id === which ? [] : [measureCode])))
  const choose = (id: string): void => {
    setWhich(id)
    setTyped(
      typedOf(
        action.measures.find((one) => one.id === id),
        lines,
      ),
    )
  }
  const save = async (): Promise<void> => {
    if (line === undefined) return saving.refuse({ measureCode: 'Choose a measure' })
    const wants = typed.by !== null
    const read = wants ? readTarget(line, typed.target) : null
    if (read !== null && 'fault' in read) return saving.refuse({ value: read.fault })
    if (!wants && typed.target.trim() !== '')
      return saving.refuse({ by: 'Choose the month, or leave the target empty' })
    const target = read === null || typed.by === null ? null : { value: read.value, by: typed.by }
    const fields = { measureCode: line.code, target }
    const work = (): Promise<{ undo: number }> =>
      link === undefined
        ? core.plan.linkMeasure({ actionId: action.id, fields })
        : core.plan.saveLink({ id: link.id, version: link.version, fields })
    if (await saving.send(() => doUndoable(work(), `It is to move: ${line.title}.`, onFailedUndo))) onClose()
  }
  const remove = async ({ id, version }: ActionMeasure): Promise<void> => {
    const work = doUndoable(core.plan.unlinkMeasure({ id, version }), 'The measure is taken off.', onFailedUndo)
    if (await saving.send(() => work)) onClose()
  }
  return (
    <QuickForm
      title="What it is to move"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField={action.measures.length === 0 ? 'measureCode' : 'value'}
      onClose={onClose}
    >
      {action.measures.length > 0 && (
        <SelectField
          {...field('link')}
          options={[
            ...action.measures.map(({ id, measureCode }) => ({
              value: id,
              label: lines.find(({ code }) => code === measureCode)?.title ?? measureCode,
            })),
            { value: NEW, label: 'Another measure' },
          ]}
          value={which}
          onChange={(next) => choose(next ?? NEW)}
        />
      )}
      <SelectField
        {...field('measureCode')}
        hint="From the library: its chart then says whether the line moved."
        searchable
        options={lines.filter(({ code }) => !taken.has(code)).map(({ code, title }) => ({ value: code, label: title }))}
        value={typed.code}
        onChange={(code) => setTyped({ ...typed, code })}
      />
      <TwoFields>
        <TextField
          {...field('value')}
          optional
          inputMode="decimal"
          characters={10}
          value={typed.target}
          onChange={(target) => setTyped({ ...typed, target })}
        />
        <SelectField
          {...field('by')}
          options={monthChoices(typed.by)}
          searchable
          value={typed.by ?? NONE}
          onChange={(next) => setTyped({ ...typed, by: next === null || next === NONE ? null : next })}
        />
      </TwoFields>
      {link !== undefined && (
        <div className={classes.buttons}>
          <Button kind="dangerOutline" size="small" icon={IconTrash} onClick={() => void remove(link)}>
            Take this measure off
          </Button>
        </div>
      )}
    </QuickForm>
  )
}

/** Chooses what an action is to move, and by when how far. */
export const MeasuresDialog = (props: MeasuresDialogProps): ReactNode => {
  const { data } = useCoreQuery('measures', 'library', {})
  return data !== undefined && <Form {...props} lines={data.measures} />
}
