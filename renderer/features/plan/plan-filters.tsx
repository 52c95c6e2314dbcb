import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { ACTION_STATUSES, type ActionStatus, type MeasureRun, type Plan } from '#shared/features/plan/schema.ts'
import { statusLabel } from '#shared/features/plan/words.ts'
import { type ChangePlan, ownerKey, type PlanAddress, showsOpenOnly } from './plan-address.ts'
import classes from './plan.module.css'

interface FilterProps {
  readonly plan: Plan
  readonly runs: ReadonlyMap<string, MeasureRun>
  readonly address: PlanAddress
  readonly change: ChangePlan
}

const ANY = 'any'

const anyOr = (label: string, options: readonly { readonly value: string; readonly label: string }[]) => [
  { value: ANY, label },
  ...options,
]

const toggled = (statuses: readonly ActionStatus[], status: ActionStatus): readonly ActionStatus[] =>
  statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status]

/** What can be chosen: the owners, objectives and measures that the plan has. */
const useChoices = ({ plan, runs }: Pick<FilterProps, 'plan' | 'runs'>) =>
  useMemo(() => {
    const owners = [...new Set(plan.actions.flatMap(({ ownerName }) => (ownerName === null ? [] : [ownerName])))]
    const codes = [...new Set(plan.actions.flatMap(({ measureCodes }) => measureCodes))]
    return {
      owners: owners
        .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
        .map((name) => ({ value: ownerKey(name), label: name })),
      objectives: plan.objectives
        .toSorted((a, b) => a.number - b.number)
        .map(({ number, words, title }) => ({ value: String(number), label: `${number} ${words || title}` })),
      measures: codes
        .map((code) => ({ value: code, label: runs.get(code)?.title ?? code }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  }, [plan, runs])

type Choices = ReturnType<typeof useChoices>

const Fields = ({
  address,
  change,
  choices,
}: Pick<FilterProps, 'address' | 'change'> & { readonly choices: Choices }) => (
  <div className={classes.filterFields}>
    <CheckboxField
      label="Open actions only"
      checked={showsOpenOnly(address)}
      onChange={(open) => change({ show: open ? 'open' : 'all' }, { replace: true })}
    />
    <SelectField
      label="Owner"
      options={anyOr('Anybody', choices.owners)}
      value={address.owner === '' ? ANY : address.owner}
      onChange={(owner) => change({ owner: owner === ANY ? '' : (owner ?? '') }, { replace: true })}
    />
    <SelectField
      label="Objective"
      options={anyOr('Any objective', choices.objectives)}
      value={address.objective === '' ? ANY : address.objective}
      onChange={(objective) => change({ objective: objective === ANY ? '' : (objective ?? '') }, { replace: true })}
    />
    <SelectField
      label="Measure"
      options={anyOr('Any measure, or none', choices.measures)}
      value={address.measure === '' ? ANY : address.measure}
      onChange={(measure) => change({ measure: measure === ANY ? '' : (measure ?? '') }, { replace: true })}
    />
    <fieldset className={classes.filterStatuses}>
      <legend>Status</legend>
      {ACTION_STATUSES.map(({ code, label }) => (
        <CheckboxField
          key={code}
          label={label}
          checked={address.status.includes(code)}
          onChange={() => change({ status: toggled(address.status, code) }, { replace: true })}
        />
      ))}
    </fieldset>
  </div>
)

const labelIn = (choices: readonly { readonly value: string; readonly label: string }[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? 'No longer in the plan'

const Chips = ({
  address,
  change,
  choices,
  onOpen,
}: Pick<FilterProps, 'address' | 'change'> & { readonly choices: Choices; readonly onOpen: () => void }): ReactNode => (
  <>
    {showsOpenOnly(address) && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ show: 'all' }, { replace: true })}>
        Open actions
      </FilterChip>
    )}
    {address.owner !== '' && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ owner: '' }, { replace: true })}>
        {labelIn(choices.owners, address.owner)}
      </FilterChip>
    )}
    {address.objective !== '' && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ objective: '' }, { replace: true })}>
        {`Objective ${address.objective}`}
      </FilterChip>
    )}
    {address.measure !== '' && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ measure: '' }, { replace: true })}>
        {labelIn(choices.measures, address.measure)}
      </FilterChip>
    )}
    {address.status.length > 0 && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ status: [] }, { replace: true })}>
        {address.status.map(statusLabel).join(' or ')}
      </FilterChip>
    )}
  </>
)

/** The filters that are on, each with its way out, and the way to more. They hold in all three views. */
export const PlanFilters = (props: FilterProps): ReactNode => {
  const { address, change } = props
  const [open, setOpen] = useState(false)
  const choices = useChoices(props)
  useCommands([
    {
      id: 'plan.filter',
      title: 'Filter the action plan',
      group: 'On this page',
      keys: ['F'],
      icon: IconFilter,
      run: () => setOpen(true),
    },
  ])
  return (
    <span className={classes.filters} data-print="hide">
      <Chips address={address} change={change} choices={choices} onOpen={() => setOpen(true)} />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label="Filter the action plan"
        width={344}
        side="bottom-end"
        anchor={
          <ChipButton icon={IconFilter} keys="F" adds aria-expanded={open} onClick={() => setOpen(!open)}>
            Filter
          </ChipButton>
        }
      >
        <Fields address={address} change={change} choices={choices} />
      </Popover>
    </span>
  )
}
