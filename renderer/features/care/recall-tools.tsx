import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { TUMOUR_GROUPS, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { RECALL_STATES, type RecallState } from '#shared/features/care/schema.ts'
import type { ChangeRecall, RecallAddress } from './recall-address.ts'
import { countWords } from './recall-words.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './care.module.css'

const ANY_GROUP = 'any'
const GROUPS = [
  { value: ANY_GROUP, label: 'Any tumour group' },
  ...TUMOUR_GROUPS.map(({ code, label }) => ({ value: code as string, label })),
]

type RecallToolsProps = {
  readonly address: RecallAddress
  readonly change: ChangeRecall
  readonly counts: Readonly<Partial<Record<RecallState, number>>> | undefined
  readonly total: number | undefined
}

/** What stands in the list: the state, whose, and which cancer. All of it in the address. */
export const RecallTools = ({ address, change, counts, total }: RecallToolsProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const users = useCoreQuery('access', 'users', {}).data ?? []
  const leads = [
    { value: 'anyone', label: 'Anybody' },
    { value: 'nobody', label: 'Nobody' },
    ...users.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const leadName = leads.find(({ value }) => value === address.lead)?.label
  useCommands([
    { id: 'care.filter', title: 'Filter the list', group: 'On this page', keys: ['F'], run: () => setOpen(true) },
  ])
  return (
    <div className={frame.tools} role="group" aria-label="What stands in the list">
      <SegmentedField
        label="When it is due"
        value={address.state}
        onChange={(state) => change({ state, at: -1 })}
        options={RECALL_STATES.map(({ code, label }) => ({
          value: code,
          label: counts?.[code] === undefined ? label : `${label} ${counts[code].toLocaleString('en-GB')}`,
        }))}
      />
      {address.lead !== 'anyone' && leadName !== undefined && (
        <FilterChip onOpen={() => setOpen(true)} onRemove={() => change({ lead: 'anyone', at: -1 })}>
          {`Lead: ${leadName}`}
        </FilterChip>
      )}
      {address.group !== null && (
        <FilterChip onOpen={() => setOpen(true)} onRemove={() => change({ group: null, at: -1 })}>
          {tumourGroupLabel(address.group)}
        </FilterChip>
      )}
      <Popover
        open={open}
        onOpenChange={setOpen}
        label="Add a filter"
        width={320}
        anchor={
          <ChipButton icon={IconFilter} keys="F" adds aria-expanded={open} onClick={() => setOpen(!open)}>
            Add filter
          </ChipButton>
        }
      >
        <div className={classes.filters}>
          <SelectField
            label="Named lead"
            options={leads}
            value={leadName === undefined ? 'anyone' : address.lead}
            onChange={(lead) => change({ lead: lead ?? 'anyone', at: -1 })}
          />
          <SelectField
            label="Tumour group"
            options={GROUPS}
            searchable
            value={address.group ?? ANY_GROUP}
            onChange={(group) =>
              change({ group: TUMOUR_GROUPS.find(({ code }) => code === group)?.code ?? null, at: -1 })
            }
          />
        </div>
      </Popover>
      <span className={frame.push} />
      <span className={classes.count}>{total === undefined ? '' : countWords(total)}</span>
    </div>
  )
}
