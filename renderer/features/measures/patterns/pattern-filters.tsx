import { type ReactNode, useState } from 'react'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { type DateParts, dayPartsOf, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { SEX_CODES } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import { AGE_GROUPS } from '#shared/features/measures/patterns/selection.ts'
import classes from '../measures.module.css'
import { type ChangePatterns, type PatternAddress, PERIODS, SHOWN } from './pattern-address.ts'

const options = <Code extends string>(list: readonly { readonly code: Code; readonly label: string }[]) =>
  list.map(({ code, label }) => ({ value: code, label }))

type FilterProps = { readonly address: PatternAddress; readonly change: ChangePatterns }

/** A day of the period: it goes into the address once the boxes hold one. */
const PeriodDay = ({
  label,
  day,
  onDay,
}: {
  readonly label: string
  readonly day: IsoDate | null
  readonly onDay: (day: IsoDate) => void
}): ReactNode => {
  const [typed, setTyped] = useState<DateParts>(() => dayPartsOf(day))
  return (
    <DateField
      label={label}
      exact
      value={typed}
      onChange={(value) => {
        setTyped(value)
        const read = partialDateFromParts(value)
        if (read.ok && read.value.precision === 'day') onDay(read.value.date)
      }}
    />
  )
}

type CodeFieldProps<Code extends string> = {
  readonly label: string
  readonly all: string
  readonly list: readonly { readonly code: Code; readonly label: string }[]
  readonly value: Code | null
  readonly onChange: (value: Code | null) => void
}

const CodeField = <Code extends string>({ label, all, list, value, onChange }: CodeFieldProps<Code>): ReactNode => (
  <SelectField<Code>
    label={label}
    options={options(list)}
    value={value}
    onChange={onChange}
    placeholder={all}
    clearable
    searchable={list.length > 10}
  />
)

/** Whose histories are looked at, and how much of each. */
export const PatternFilters = ({ address, change }: FilterProps): ReactNode => (
  <div className={classes.tools} role="group" aria-label="Whose histories" data-print="hide">
    <SelectField
      label="Diagnosed"
      options={PERIODS}
      value={address.period}
      onChange={(period) => period !== null && change({ period })}
    />
    {address.period === 'own' && (
      <>
        <PeriodDay label="First day" day={address.from} onDay={(from) => change({ from }, { replace: true })} />
        <PeriodDay label="Last day" day={address.to} onDay={(to) => change({ to }, { replace: true })} />
      </>
    )}
    <SelectField
      label="How much of a history"
      options={options(STRETCHES)}
      value={address.until}
      onChange={(until) => until !== null && change({ until })}
    />
    <CodeField
      label="Cancer"
      all="All cancers"
      list={TUMOUR_GROUPS}
      value={address.group}
      onChange={(group) => change({ group })}
    />
    <CodeField
      label="Route"
      all="Every route"
      list={ROUTES_TO_DIAGNOSIS}
      value={address.route}
      onChange={(route) => change({ route })}
    />
    <CodeField label="Sex" all="Everybody" list={SEX_CODES} value={address.sex} onChange={(sex) => change({ sex })} />
    <CodeField
      label="Age at diagnosis"
      all="All ages"
      list={AGE_GROUPS}
      value={address.age}
      onChange={(age) => change({ age })}
    />
    <SelectField
      label="Patterns shown"
      options={SHOWN.map((value) => ({ value, label: `The commonest ${value}` }))}
      value={address.shown}
      onChange={(shown) => shown !== null && change({ shown })}
    />
  </div>
)
