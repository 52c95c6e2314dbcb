import type { ReactNode } from 'react'
import type { FieldOf } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { AREAS, type Area } from '#shared/features/development/public.ts'

const NONE = 'none'

type AreaFieldProps = {
  readonly field: ReturnType<FieldOf<'area'>>
  readonly value: Area | null
  readonly onChange: (area: Area | null) => void
  /** What is offered for no area; left out where one must be chosen. */
  readonly none?: string
}

/** One area of the role. */
export const AreaField = ({ field, value, onChange, none }: AreaFieldProps): ReactNode => (
  <SelectField
    {...field}
    options={[
      ...(none === undefined ? [] : [{ value: NONE, label: none }]),
      ...AREAS.map(({ code, label }) => ({ value: code as string, label })),
    ]}
    value={value ?? (none === undefined ? null : NONE)}
    onChange={(next) => onChange(AREAS.find(({ code }) => code === next)?.code ?? null)}
  />
)
