import type { ReactNode } from 'react'
import type { FieldOf } from '#renderer/app/use-quick-form.ts'
import { Link } from '#renderer/app/router.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'

const NONE = 'none'

type ActionChoiceProps = {
  readonly field: ReturnType<FieldOf<'actionId'>>
  readonly plan: Pick<Plan, 'actions'>
  readonly value: string | null
  readonly onChange: (actionId: string | null) => void
}

/** The action that an entry is about, or none. */
export const ActionChoice = ({ field, plan, value, onChange }: ActionChoiceProps): ReactNode => (
  <SelectField
    {...field}
    searchable
    options={[
      { value: NONE, label: 'No one action' },
      ...plan.actions.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
    ]}
    value={value ?? NONE}
    onChange={(next) => onChange(next === null || next === NONE ? null : next)}
  />
)

/** The code of an action, which leads to it. Nothing for an entry about none. */
export const ActionLink = ({
  plan,
  actionId,
}: {
  readonly plan: Pick<Plan, 'actions'>
  readonly actionId: string | null
}): ReactNode => {
  const action = plan.actions.find(({ id }) => id === actionId)
  return action === undefined ? null : (
    <Link href={`/plan/actions/${action.id}`}>{`${action.code} ${action.title}`}</Link>
  )
}
