import { IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { labelOf } from '#shared/domain/people.ts'
import { TUMOUR_GROUPS, type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { DUE_FILTERS, LIVING_FILTERS } from '#shared/features/register/schema.ts'
import type { ChangeAddress, ViewWithoutSearch } from './register-address.ts'
import classes from './register.module.css'

type FilterProps = { readonly address: ViewWithoutSearch; readonly change: ChangeAddress }

const LIVING_CHOICES = [
  { value: 'any', label: 'Either' },
  ...LIVING_FILTERS.map(({ code, label }) => ({ value: code, label })),
] as const
const DUE_CHOICES = [
  { value: 'any', label: 'Anything' },
  ...DUE_FILTERS.map(({ code, label }) => ({ value: code, label })),
] as const

const withGroup = (groups: readonly TumourGroup[], group: TumourGroup): readonly TumourGroup[] =>
  groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group]

/** What the list can be narrowed by. Each choice takes effect at once; the chips show what is on. */
export const FilterPopover = ({
  address,
  change,
  open,
  onOpenChange,
}: FilterProps & { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }): ReactNode => (
  <Popover
    open={open}
    onOpenChange={onOpenChange}
    label="Add a filter"
    width={344}
    anchor={
      <ChipButton icon={IconFilter} keys="F" adds aria-expanded={open} onClick={() => onOpenChange(!open)}>
        Add filter
      </ChipButton>
    }
  >
    <div className={classes.filters}>
      <RadioField
        label="Living or died"
        options={LIVING_CHOICES}
        value={address.living}
        onChange={(living) => change({ living, at: -1 })}
      />
      <RadioField
        label="What is due"
        options={DUE_CHOICES}
        value={address.due}
        onChange={(due) => change({ due, at: -1 })}
      />
      <fieldset className={classes.groups}>
        <legend>Tumour group</legend>
        {TUMOUR_GROUPS.map(({ code, label }) => (
          <CheckboxField
            key={code}
            label={label}
            checked={address.group.includes(code)}
            onChange={() => change({ group: withGroup(address.group, code), at: -1 })}
          />
        ))}
      </fieldset>
    </div>
  </Popover>
)

const groupWords = (groups: readonly TumourGroup[]): string =>
  groups.length <= 2 ? groups.map(tumourGroupLabel).join(' or ') : `${groups.length} tumour groups`

/** The filters that are on, each with its way out. */
export const FilterChips = ({ address, change, onOpen }: FilterProps & { readonly onOpen: () => void }): ReactNode => (
  <>
    {address.group.length > 0 && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ group: [], at: -1 })}>
        {groupWords(address.group)}
      </FilterChip>
    )}
    {address.living !== 'any' && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ living: 'any', at: -1 })}>
        {labelOf(LIVING_FILTERS, address.living)}
      </FilterChip>
    )}
    {address.due !== 'any' && (
      <FilterChip onOpen={onOpen} onRemove={() => change({ due: 'any', at: -1 })}>
        {labelOf(DUE_FILTERS, address.due)}
      </FilterChip>
    )}
  </>
)
