import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, type Ref, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { documentLabel, DOCUMENTS } from '#shared/features/journey/public.ts'
import { NO_HOSPITAL } from '#shared/features/letters/schema.ts'
import type { ChangeLetters, LettersAddress } from './letters-address.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './letters.module.css'

const ANY = 'any'
const LETTERS = [
  { value: ANY, label: 'Any letter' },
  ...DOCUMENTS.map(({ code, label }) => ({ value: code as string, label })),
]

/** Hospitals to choose from, with one that is only in the address. */
export const useHospitalChoices = (chosen: string) => {
  const hospitals = useCoreQuery('letters', 'choices', {}).data?.hospitals ?? []
  const named =
    chosen === '' || chosen === NO_HOSPITAL || hospitals.includes(chosen) ? hospitals : [chosen, ...hospitals]
  return [
    { value: ANY, label: 'Any hospital' },
    ...named.map((hospital) => ({ value: hospital, label: hospital })),
    { value: NO_HOSPITAL, label: 'Hospital not recorded' },
  ]
}

type FiltersProps = Pick<LettersAddress, 'hospital' | 'letter'> & {
  readonly change: (change: Pick<Partial<LettersAddress>, 'hospital' | 'letter'>) => void
}

/** The two filters, in their popover. */
export const LetterFilters = ({ hospital, letter, change }: FiltersProps): ReactNode => {
  const hospitals = useHospitalChoices(hospital)
  return (
    <div className={classes.filters}>
      <SelectField
        label="Hospital"
        options={hospitals}
        searchable
        value={hospital === '' ? ANY : hospital}
        onChange={(value) => change({ hospital: value === null || value === ANY ? '' : value })}
      />
      <SelectField
        label="Letter"
        options={LETTERS}
        value={letter ?? ANY}
        onChange={(value) => change({ letter: DOCUMENTS.find(({ code }) => code === value)?.code ?? null })}
      />
    </div>
  )
}

type LettersToolsProps = {
  readonly address: LettersAddress
  readonly change: ChangeLetters
  readonly searchBox: Ref<HTMLInputElement>
  readonly onToRows: () => void
  /** "9 letters, 8 people. Longest wait first." */
  readonly words: string
}

/** Find, and filters by hospital and letter: all of it in the address. */
export const LettersTools = ({ address, change, searchBox, onToRows, words }: LettersToolsProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const { hospital, letter } = address
  useCommands([
    { id: 'letters.filter', title: 'Filter the letters', group: 'On this page', keys: ['F'], run: () => setOpen(true) },
  ])
  return (
    <div className={frame.tools} role="group" aria-label="What stands in the list">
      <div className={classes.find}>
        <SearchField
          label="Find a person in the list"
          placeholder="Find"
          keys="/"
          value={address.q}
          onChange={(q) => change({ q, at: -1 }, { replace: true })}
          inputRef={searchBox}
          onArrowDown={onToRows}
        />
      </div>
      {hospital !== '' && (
        <FilterChip onOpen={() => setOpen(true)} onRemove={() => change({ hospital: '', at: -1 })}>
          {hospital === NO_HOSPITAL ? 'Hospital not recorded' : hospital}
        </FilterChip>
      )}
      {letter !== null && (
        <FilterChip onOpen={() => setOpen(true)} onRemove={() => change({ letter: null, at: -1 })}>
          {documentLabel(letter)}
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
        <LetterFilters hospital={hospital} letter={letter} change={(part) => change({ ...part, at: -1 })} />
      </Popover>
      <span className={frame.push} />
      <span className={classes.count}>{words}</span>
    </div>
  )
}
