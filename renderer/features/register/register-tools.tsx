import {
  IconBaselineDensityLarge,
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconCopy,
  IconDots,
  IconDownload,
  IconFileCode,
  IconLayoutSidebarRight,
  IconListCheck,
  IconPrinter,
} from '@tabler/icons-react'
import { memo, type ReactNode, type Ref, useState } from 'react'
import { useDensity } from '#renderer/app/preferences.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { Icon, type IconGlyph } from '#renderer/ui/icon.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { Density } from '#renderer/ui/table/columns.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ColumnsPopover } from './columns-popover.tsx'
import { FilterChips, FilterPopover } from './filter-popover.tsx'
import type { ChangeAddress, RegisterAddress, ViewWithoutSearch } from './register-address.ts'
import type { RegisterColumn } from './register-columns.tsx'
import { useTypedSearch } from './register-rows.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './register.module.css'

const DENSITIES: readonly { readonly value: Density; readonly words: string; readonly icon: IconGlyph }[] = [
  { value: 'comfortable', words: 'Tall rows', icon: IconBaselineDensityLarge },
  { value: 'standard', words: 'Medium rows', icon: IconBaselineDensityMedium },
  { value: 'compact', words: 'Low rows', icon: IconBaselineDensitySmall },
]

const DensitySwitch = (): ReactNode => {
  const [density, setDensity] = useDensity('register')
  return (
    <SegmentedField
      label="Row height"
      value={density}
      onChange={setDensity}
      options={DENSITIES.map(({ value, words, icon }) => ({
        value,
        label: (
          <span className={classes.density} title={words}>
            <Icon of={icon} size={16} />
            <VisuallyHidden>{words}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  )
}

const WRITE_FILE = 'Write this view to a file'
const WRITE_BUNDLE = 'Write this view as a FHIR bundle'

type ToolsProps = {
  readonly address: ViewWithoutSearch
  readonly change: ChangeAddress
  readonly columns: readonly RegisterColumn[]
  /** The window is wide enough for a preview. */
  readonly previewFits: boolean
  readonly onPrint: () => void
  readonly onExport: () => void
  /** Opens the dialog that writes the view as a FHIR bundle. */
  readonly onBundle: () => void
}

/** Filters, row height, columns and the preview. Memoised: a search that is being typed does not touch them. */
const ViewTools = memo(
  ({ address, change, columns, previewFits, onPrint, onExport, onBundle }: ToolsProps): ReactNode => {
    const [filtering, setFiltering] = useState(false)
    const open = (): void => setFiltering(true)
    const mayExport = useMay('people.export')
    const mayMerge = useMay('register.write')
    const [, goTo] = usePath()
    useCommands([
      { id: 'register.filter', title: 'Filter the register', group: 'On this page', keys: ['F'], run: open },
      { id: 'register.print', title: 'Print this view', group: 'On this page', keys: ['P'], run: onPrint },
      ...(mayExport
        ? [
            { id: 'register.export', title: WRITE_FILE, group: 'On this page' as const, run: onExport },
            { id: 'register.bundle', title: WRITE_BUNDLE, group: 'On this page' as const, run: onBundle },
          ]
        : []),
    ])
    const more: MenuItem[] = [
      { label: 'Print this view', icon: IconPrinter, keys: 'P', onChoose: onPrint },
      ...(mayExport
        ? [
            { label: WRITE_FILE, icon: IconDownload, onChoose: onExport },
            { label: WRITE_BUNDLE, icon: IconFileCode, onChoose: onBundle },
          ]
        : []),
      ...(mayMerge
        ? [{ label: 'People who are here twice', icon: IconCopy, onChoose: () => goTo('/duplicates') }]
        : []),
      { label: 'What the checks say', icon: IconListCheck, onChoose: () => goTo('/settings/checks') },
    ]
    return (
      <>
        <FilterChips address={address} change={change} onOpen={open} />
        <FilterPopover address={address} change={change} open={filtering} onOpenChange={setFiltering} />
        <span className={frame.push} />
        <DensitySwitch />
        <ColumnsPopover
          columns={columns}
          shown={address.columns}
          onChange={(next) => change({ columns: next }, { replace: true })}
        />
        <Menu anchor={<IconButton icon={IconDots} label="More to do with this view" />} items={more} />
        {previewFits && (
          <IconButton
            icon={IconLayoutSidebarRight}
            label={address.preview ? 'Hide the preview' : 'Show the preview'}
            on={address.preview}
            aria-pressed={address.preview}
            onClick={() => change({ preview: !address.preview }, { replace: true })}
          />
        )}
      </>
    )
  },
)

type SearchProps = {
  readonly address: RegisterAddress
  readonly change: ChangeAddress
  readonly searchBox: Ref<HTMLInputElement>
  readonly onToRows: () => void
  readonly previewFits: boolean
}

const RegisterSearch = ({ address, change, searchBox, onToRows, previewFits }: SearchProps): ReactNode => {
  const [typed, type] = useTypedSearch(address, change)
  return (
    <SearchField
      label="Find on the register"
      placeholder={previewFits && address.preview ? 'Find' : 'Name, NHS number, cancer'}
      keys="/"
      value={typed}
      onChange={type}
      inputRef={searchBox}
      onArrowDown={onToRows}
    />
  )
}

/** Search, filters, row height, columns and the preview: all of it in the address but the row height. */
export const RegisterTools = ({
  searchBox,
  onToRows,
  view,
  ...props
}: Omit<ToolsProps, 'address'> & SearchProps & { readonly view: ViewWithoutSearch }): ReactNode => (
  <div className={frame.tools} role="group" aria-label="Register tools">
    <RegisterSearch {...props} searchBox={searchBox} onToRows={onToRows} />
    <ViewTools {...props} address={view} />
  </div>
)
