import { BLANK_DATE } from '#shared/domain/partial-date.ts'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ActionBar } from '#renderer/ui/action-bar.tsx'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button, ButtonLink, IconButton } from '#renderer/ui/button.tsx'
import { Chart } from '#renderer/ui/chart/chart.tsx'
import { CountBar } from '#renderer/ui/count-bar.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { ConfirmDialog, Dialog } from '#renderer/ui/dialog.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { CheckboxField, RadioField, SwitchField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { NhsNumberField } from '#renderer/ui/fields/nhs-number-field.tsx'
import { PassphraseField, StrengthMeter } from '#renderer/ui/fields/passphrase-field.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PatientBanner, PatientPage } from '#renderer/ui/patient-banner.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { ProgressPanel } from '#renderer/ui/progress-panel.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { PreviewPane, SplitPane } from '#renderer/ui/split-pane.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Stepper } from '#renderer/ui/stepper.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'

const nothing = (): void => undefined

const patient = {
  surname: 'Ashworth',
  givenName: 'Maureen',
  title: 'Mrs',
  born: '14 Mar 1958',
  age: 68,
  sex: 'Female',
  nhsNumber: '999 000 0018',
  diagnosis: 'Sigmoid colon cancer, 4 Sep 2026',
  namedLead: 'Beth Tranter',
}

const chart = {
  title: '3 in 4 had a care review within a year',
  unit: '% of people with a review due',
  period: 'year to 31 March 2026',
  source: 'this register, 23 Nov 2026',
  notes: '12 people left out',
  axis: 'Tumour group',
  series: [
    { key: 'now', label: 'This year', kind: 'bar', range: { low: 'low', high: 'high' } },
    { key: 'before', label: 'Last year', kind: 'line' },
  ],
  points: [
    { label: 'Breast', values: { now: 81, low: 70, high: 90, before: 60 } },
    { label: 'Lung', values: { now: null, before: 40 }, shown: { now: '*' } },
  ],
} as const

const steps = [{ title: 'Choose file' }, { title: 'Match columns', hint: 'Two new' }, { title: 'Finish' }]
const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male', hint: 'With a hint', disabled: true },
]
const sites = [
  { group: 'Bowel', items: [{ value: 'colon', label: 'Colon' }] },
  { value: 'none', label: 'Not known yet' },
]

/** Every state of every component that stands still. Those that need pressing have tests of their own. */
export const componentStates: Readonly<Record<string, ReactNode>> = {
  'buttons of each kind': (
    <>
      <Button kind="filled" keys="Ctrl+S">
        Save
      </Button>
      <Button icon={IconPrinter} keys="P">
        Print
      </Button>
      <Button kind="quiet">Not today</Button>
      <Button kind="danger">Delete draft</Button>
      <Button kind="dangerOutline">Restore</Button>
      <Button busy>Saving</Button>
      <Button whyNot="Type the group to go on">Finish</Button>
      <Button disabled>Off</Button>
      <ButtonLink href="/register" icon={IconPlus}>
        Register
      </ButtonLink>
      <IconButton icon={IconPlus} label="More" on />
    </>
  ),
  'statuses, badges and initials': (
    <>
      <StatusMark kind="on-track" pill />
      <StatusMark kind="missing">Letter 35 days late</StatusMark>
      <Badge tone="hole">Decide</Badge>
      <Avatar name="Dr Anjali Rao" alone />
      <Avatar name="Beth Tranter" size="small" />
    </>
  ),
  'a panel with everything': (
    <Panel title="Kept copies" aside="5" actions={<Button>Add</Button>} footer={<Button>More</Button>} tone="warn">
      <DataList facts={[{ term: 'Name', value: 'Brackenfold Surgery' }]} />
    </Panel>
  ),
  'a page header': (
    <PageHeader title="Parts" actions={<Button>Add</Button>}>
      Every shape, once.
    </PageHeader>
  ),
  'tabs with counts': (
    <Tabs
      label="Views"
      active="all"
      onChange={nothing}
      tabs={[
        { id: 'all', label: 'Everyone', count: 347 },
        { id: 'missing', label: 'Missing a letter', count: 8, mark: 'missing' },
      ]}
    >
      The list
    </Tabs>
  ),
  'tabs without a panel': (
    <Tabs label="Views" active="all" onChange={nothing} tabs={[{ id: 'all', label: 'Everyone' }]} />
  ),
  'filters and search': (
    <>
      <SearchField label="Find" value="" onChange={nothing} keys="/" placeholder="Find" />
      <SearchField label="Find a column" value="can" onChange={nothing} />
      <FilterChip onOpen={nothing} onRemove={nothing}>
        Living
      </FilterChip>
      <FilterChip>Last 24 months</FilterChip>
      <ChipButton adds icon={IconPlus} keys="F">
        Add filter
      </ChipButton>
    </>
  ),
  'fields at rest': (
    <>
      <TextField label="Surname" value="Okafor-Lyle" onChange={nothing} />
      <TextField label="Middle name" optional hint="If any" value="" onChange={nothing} disabled />
      <TextAreaField label="Keep it because" value="" onChange={nothing} />
      <SelectField label="Cancer" options={sites} value="colon" onChange={nothing} />
      <SelectField label="Lead" options={sites} value={null} onChange={nothing} searchable clearable />
      <RadioField label="Sex" options={sexes} value="female" onChange={nothing} />
      <RadioField label="Small numbers" layout="cards" options={sexes} value="female" onChange={nothing} />
      <CheckboxField label="I understand" hint="Nobody can recover it" checked onChange={nothing} />
      <CheckboxField label="Some" partly checked={false} onChange={nothing} />
      <SwitchField label="Hide from screen sharing" hint="Goes black" checked onChange={nothing} />
      <SegmentedField label="Lock after" options={[{ value: '5', label: '5 min' }]} value="5" onChange={nothing} />
      <SegmentedField label="Keep" options={[{ value: 'ours', label: 'Ours' }]} value={null} onChange={nothing} />
      <PassphraseField label="Passphrase" value="harbour pencil" onChange={nothing} purpose="new" />
      <StrengthMeter score={4} words="Strong: 4 words" />
      <StrengthMeter score={0} words="" />
      <NhsNumberField value="9990000018" onChange={nothing} />
      <DateField
        label="Diagnosed"
        hint="Leave day blank"
        value={BLANK_DATE}
        onChange={nothing}
        calendarFrom="2026-11-23"
      />
    </>
  ),
  'fields with errors': (
    <>
      <TextField id="surname" label="Surname" error="Enter a surname" value="" onChange={nothing} />
      <TextAreaField label="Reason" error="Say why in a few words" value="" onChange={nothing} />
      <SelectField label="Cancer" error="Choose one" options={sites} value={null} onChange={nothing} />
      <RadioField label="Sex" error="Choose one" options={sexes} value={null} onChange={nothing} />
      <CheckboxField label="I understand" error="Tick to go on" checked={false} onChange={nothing} />
      <PassphraseField label="Passphrase" error="Not right" value="x" onChange={nothing} />
      <NhsNumberField error="9 digits here" value="999 000 001" onChange={nothing} />
      <DateField
        label="Born"
        error="Must be in the past"
        value={{ day: '17', month: '6', year: '2062' }}
        onChange={nothing}
      />
    </>
  ),
  'an error summary': <ErrorSummary attempt={1} faults={[{ fieldId: 'surname', message: 'Surname: enter one' }]} />,
  'notes of each tone': (
    <>
      <InlineAlert>Nothing is saved yet.</InlineAlert>
      <InlineAlert tone="warn" title="Unusual, not wrong">
        Diagnosed before first seen.
      </InlineAlert>
      <InlineAlert tone="bad" spoken title="Not saved" actions={<Button>Try again</Button>}>
        The disk is full.
      </InlineAlert>
      <InlineAlert tone="ok" spoken>
        Opens, counts match
      </InlineAlert>
      <InlineAlert tone="missing">Letter missing</InlineAlert>
    </>
  ),
  'steps across and down': (
    <>
      <Stepper steps={steps} current={1} />
      <Stepper steps={steps} current={3} direction="down" />
    </>
  ),
  'a job under way': (
    <ProgressPanel
      title="Checking"
      percent={62}
      actions={<Button>Stop</Button>}
      steps={[
        { title: 'Freeze', detail: '347 people', state: 'done', aside: '2 s' },
        { title: 'Look', state: 'now' },
        { title: 'Write', state: 'later' },
      ]}
    >
      About 40 seconds left.
    </ProgressPanel>
  ),
  'a job that can be cancelled': (
    <JobProgress
      progress={{ step: 'Taking back', done: 1_200, total: 6_000, unit: 'rows' }}
      title="Undoing"
      onCancel={nothing}
    >
      If you cancel, everything stays as it is.
    </JobProgress>
  ),
  'a job of unknown length': <ProgressPanel title="Reading" />,
  'nothing here yet': (
    <EmptyState scale="page" title="No people yet" actions={<Button>Bring in a file</Button>} steps={['One', 'Two']}>
      Start with a list you have.
    </EmptyState>
  ),
  'rows in and out': <CountBar rowsIn={367} counts={{ new: 17, changed: 38, same: 300, disagree: 3, rejected: 9 }} />,
  'patient banners': (
    <PatientPage banner={<PatientBanner patient={patient} actions={<Button>Close</Button>} />}>
      <PatientBanner patient={{ ...patient, died: '2 Mar 2026' }} layout="preview" />
      <PatientBanner patient={{ surname: 'Nobody', born: 'not known', sex: 'Male' }} layout="strip" />
    </PatientPage>
  ),
  'a list with a preview': (
    <SplitPane
      main="List"
      previewLabel="Preview"
      preview={<PreviewPane footer={<Button>Open</Button>}>Inside</PreviewPane>}
    />
  ),
  'actions for the chosen': (
    <ActionBar
      count={3}
      onClear={nothing}
      actions={[{ label: 'Add a task', icon: IconPlus, keys: 'A', onChoose: nothing }]}
    />
  ),
  'an open dialog': (
    <Dialog open onClose={nothing} title="Keys">
      Inside
    </Dialog>
  ),
  'an open confirmation': (
    <ConfirmDialog
      open
      destructive
      title="Replace the register?"
      confirm="Replace"
      typeToConfirm="Brackenfold"
      error="The file could not be opened"
      onCancel={nothing}
      onConfirm={nothing}
    >
      347 people go. Backups stay.
    </ConfirmDialog>
  ),
  'an open drawer': (
    <Drawer open onClose={nothing} title="Log an event" footer={<Button>Save</Button>}>
      Inside
    </Drawer>
  ),
  'a closed menu and an open popover': (
    <>
      <Menu anchor={<Button>More</Button>} items={[{ label: 'Delete', onChoose: nothing, danger: true }]} />
      <Popover open onOpenChange={nothing} label="Explain 11" anchor={<Button>11</Button>}>
        11 of 57 people
      </Popover>
    </>
  ),
  'a short table': (
    <PlainTable
      caption="Kept copies"
      rows={[{ when: 'Today', size: '41 MB' }]}
      rowId={({ when }) => when}
      columns={[
        { id: 'when', header: 'When', rowHeader: true, cell: ({ when }) => when },
        { id: 'size', header: 'Size', align: 'end', cell: ({ size }) => size },
      ]}
      flagged={() => true}
    />
  ),
  'a chart on screen': <Chart {...chart} />,
  'a chart for print': <Chart {...chart} size={{ width: 600, height: 240 }} />,
  'a panel that loads': <SkeletonPanel />,
}
