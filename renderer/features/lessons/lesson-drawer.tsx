import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable, type FieldFaults } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import { AREAS } from '#shared/features/development/public.ts'
import { CHART_MONTHS, type LessonCard, lessonFieldsSchema } from '#shared/features/lessons/schema.ts'
import { LessonRun } from './lesson-view.tsx'
import classes from './lessons.module.css'

const LABELS = {
  title: 'Title',
  problem: 'The problem',
  tried: 'What we tried',
  happened: 'What happened',
  area: 'Area of the role',
  byRole: 'Made by, by role',
  madeOn: 'Made on',
  chart: 'Chart of a measure',
  months: 'Months of the chart',
} as const

const NONE = 'none'
const KEEP = 'keep'

const formOf = (card: LessonCard | null, jobTitle: string) => ({
  title: card?.title ?? '',
  problem: card?.problem ?? '',
  tried: card?.tried ?? '',
  happened: card?.happened ?? '',
  area: card?.area ?? null,
  byRole: card?.byRole ?? jobTitle,
  madeOn: dayPartsOf(card?.madeOn ?? dayNow()),
  chart: card?.chart == null ? NONE : KEEP,
  months: '24',
})

type Chosen = { readonly measureCode: string; readonly months: (typeof CHART_MONTHS)[number] } | null

const chosenIn = ({ chart, months }: Pick<ReturnType<typeof formOf>, 'chart' | 'months'>): Chosen =>
  chart === NONE || chart === KEEP
    ? null
    : { measureCode: chart, months: CHART_MONTHS.find((one) => String(one) === months) ?? CHART_MONTHS[1] }

/** The chart as the card would freeze it, or why it cannot be on one. */
const ChartAhead = ({ chosen }: { readonly chosen: NonNullable<Chosen> }): ReactNode => {
  const { data, error } = useCoreQuery('lessons', 'chart', chosen)
  if (error !== null) return <p className={classes.quiet}>{error.message}</p>
  if (data === undefined) return <p className={classes.quiet}>Counting the months.</p>
  return (
    <>
      {data.blanked > 0 && (
        <p
          className={classes.quiet}
        >{`${data.blanked} of ${data.chart.months.length} months stay blank: they count too few people.`}</p>
      )}
      <LessonRun chart={data.chart} source="This register" />
    </>
  )
}

type LessonDrawerProps = {
  /** null makes one. */
  readonly card: LessonCard | null
  readonly onClose: () => void
  readonly onFailure: (words: string) => void
}

/** Makes a lesson card, or changes one that was made here. */
export const LessonDrawer = ({ onClose, onFailure, ...props }: LessonDrawerProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const card = useAsOpened(props.card, saving)
  const jobTitle = useCoreQuery('access', 'state', {}).data?.user?.jobTitle ?? ''
  const measures = useCoreQuery('measures', 'library', {}).data?.measures ?? []
  const [form, setForm] = useState(() => formOf(card, jobTitle))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const chosen = chosenIn(form)
  const save = async (): Promise<void> => {
    const day = readDay(form.madeOn)
    const typed = {
      ...form,
      madeOn: 'fault' in day ? null : day.day,
      chart: form.chart === KEEP ? ('keep' as const) : chosen,
    }
    const checked = lessonFieldsSchema.safeParse(typed)
    const found = (checked.error?.issues ?? []).map(({ path, message }) => [String(path.at(-1)), message] as const)
    const faults: FieldFaults = { ...Object.fromEntries(found), ...('fault' in day ? { madeOn: day.fault } : {}) }
    if (!checked.success || Object.keys(faults).length > 0) return saving.refuse(faults)
    const fields = checked.data
    const work = (): Promise<{ undo: number }> =>
      card === null ? core.lessons.add({ fields }) : core.lessons.save({ id: card.id, version: card.version, fields })
    const words = `${card === null ? 'Made' : 'Saved'}: ${fields.title}.`
    if (await saving.send(() => doUndoable(work(), words, onFailure))) onClose()
  }
  const texts = ['problem', 'tried', 'happened'] as const
  return (
    <DrawerForm
      title={card === null ? 'Make a lesson card' : 'Change the lesson card'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={card === null ? 'Make the card' : 'Save the card'}
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
      above={
        <p className={classes.quiet}>
          A card goes to other practices. Write no names, no NHS numbers and no whole dates; each text up to 4,000
          characters.
        </p>
      }
    >
      <TextField
        {...field('title')}
        maxLength={160}
        spellCheck
        value={form.title}
        onChange={(title) => change({ title })}
      />
      {texts.map((name) => (
        <TextAreaField
          key={name}
          {...field(name)}
          maxLength={4000}
          value={form[name]}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
      <SelectField
        {...field('area')}
        options={[
          { value: NONE, label: 'No one area' },
          ...AREAS.map(({ code, label }) => ({ value: code as string, label })),
        ]}
        value={form.area ?? NONE}
        onChange={(next) => change({ area: AREAS.find(({ code }) => code === next)?.code ?? null })}
      />
      <TextField
        {...field('byRole')}
        hint="Such as Cancer lead; no name"
        maxLength={80}
        value={form.byRole}
        onChange={(byRole) => change({ byRole })}
      />
      <DateField
        {...field('madeOn')}
        exact
        value={form.madeOn}
        onChange={(madeOn) => change({ madeOn })}
        calendarFrom={dayNow()}
      />
      <SelectField
        {...field('chart')}
        searchable
        options={[
          { value: NONE, label: 'No chart' },
          ...(card?.chart == null ? [] : [{ value: KEEP, label: `As it is: ${card.chart.title}` }]),
          ...measures.map(({ code, title }) => ({ value: code, label: title })),
        ]}
        value={form.chart}
        onChange={(next) => change({ chart: next ?? NONE })}
      />
      {chosen !== null && (
        <>
          <SelectField
            {...field('months')}
            options={CHART_MONTHS.map((months) => ({ value: String(months), label: `${months} months` }))}
            value={form.months}
            onChange={(next) => change({ months: next ?? '24' })}
          />
          <ChartAhead chosen={chosen} />
        </>
      )}
    </DrawerForm>
  )
}
