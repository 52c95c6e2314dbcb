import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { Chart } from '#renderer/ui/chart/chart.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { ChipButton, FilterChip } from '#renderer/ui/filter-chip.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate, MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { type DocumentCode, documentLabel } from '#shared/features/journey/public.ts'
import {
  daysText,
  gapFinding,
  type GapFigure,
  type GapFilter,
  type GapList,
  isHidden,
  monthName,
  shownMedian,
  shownRange,
} from '#shared/features/letters/gap-figures.ts'
import { NO_HOSPITAL } from '#shared/features/letters/schema.ts'
import { GAP_SPANS, gapAddress, monthSpan, spanOf } from './gap-address.ts'
import { GapListDrawer } from './gap-list.tsx'
import { type GapLine, GapTable } from './gap-tables.tsx'
import { LetterFilters } from './letters-tools.tsx'
import classes from './gap.module.css'

const shortMonth = (month: string): string =>
  `${(MONTH_NAMES[Number(month.slice(5)) - 1] ?? '').slice(0, 3)} ${month.slice(2, 4)}`

interface Opened {
  readonly title: string
  readonly list: GapList
  readonly filter: GapFilter
}

const point = (month: GapLine) => {
  const shown = isHidden(month) ? null : month
  return {
    label: shortMonth(month.key ?? ''),
    values: { median: shown?.median ?? null, low: shown?.low ?? null, high: shown?.high ?? null },
    shown: { median: shownMedian(month) },
  }
}

const daysRange = (figure: GapFigure): string =>
  figure.median === null || isHidden(figure)
    ? 'too few to say more'
    : `the middle half took ${shownRange(figure, figure.lowerQuartile, figure.upperQuartile)} days`

const Headline = ({ figure }: { readonly figure: GapFigure }): ReactNode => (
  <div className={classes.headline}>
    <b>{shownMedian(figure)}</b>
    <span>{`days is the middle gap from a hospital event to its letter here: ${figure.letters.toLocaleString('en-GB')} letters, ${daysRange(figure)}.`}</span>
  </div>
)

type ChartPanelProps = {
  readonly months: readonly GapLine[]
  readonly all: GapFigure
  readonly version: string
  readonly period: string
}

const ChartPanel = ({ months, all, version, period }: ChartPanelProps): ReactNode => (
  <Panel>
    <Chart
      title={gapFinding(all)}
      unit="Middle gap in days, with its likely range"
      period={period}
      source={`this register, ${formatIsoDate(dayNow())}`}
      notes={`A letter counts in the month in which it came. ${all.leftOut.toLocaleString('en-GB')} left out: a day is not known, the letter is the older, or it is about no logged event. ${all.waiting.toLocaleString('en-GB')} still waiting. * is 1 to 5 letters. Likely range: 95% interval of the middle by order. Rules: ${version}.`}
      axis="Month"
      series={[{ key: 'median', label: 'Middle gap', kind: 'line', range: { low: 'low', high: 'high' } }]}
      points={months.map(point)}
      format={daysText}
      headingLevel={2}
    />
  </Panel>
)

/** `/letters/gap`: days from something happening in hospital to its letter, with the letters behind every figure. */
export const GapPage = (): ReactNode => {
  usePageTitle('gapMeter')
  useBreadcrumbs([{ label: 'Letters to chase', path: '/letters' }, { label: 'Gap meter' }])
  const [address, change] = useUrlState(gapAddress)
  const [filtering, setFiltering] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [, goTo] = usePath()
  const today = dayNow()
  const { span, hospital, letter } = address
  const filter: GapFilter = { ...spanOf(span, today), hospital: hospital === '' ? null : hospital, document: letter }
  const gaps = useCoreQuery('letters', 'gaps', filter, { keepPrevious: true })
  useCommands([
    {
      id: 'gap.filter',
      title: 'Filter the gap meter',
      group: 'On this page',
      keys: ['F'],
      run: () => setFiltering(true),
    },
    { id: 'gap.back', title: 'Back to the letters', group: 'On this page', keys: ['Esc'], run: () => goTo('/letters') },
  ])
  const open =
    (narrowed: (line: GapLine) => Partial<GapFilter>) =>
    (line: GapLine, list: GapList): void =>
      setOpened({ title: line.label, list, filter: { ...filter, ...narrowed(line) } })
  const named = (
    rows: readonly (GapFigure & { readonly key: string | null })[],
    label: (key: string | null) => string,
  ): GapLine[] => rows.map((row) => ({ ...row, label: label(row.key) }))
  const { data } = gaps
  const months = named(data?.months ?? [], (key) => monthName(key ?? ''))
  return (
    <Page>
      <PageHeader title="Gap meter">How long it takes until a letter about a hospital event is here.</PageHeader>
      <div className={classes.tools} role="group" aria-label="What the figures are about">
        <SegmentedField
          label="Time"
          options={GAP_SPANS.map(({ code, label }) => ({ value: code, label }))}
          value={span}
          onChange={(next) => change({ span: next })}
        />
        {hospital !== '' && (
          <FilterChip onOpen={() => setFiltering(true)} onRemove={() => change({ hospital: '' })}>
            {hospital === NO_HOSPITAL ? 'Hospital not recorded' : hospital}
          </FilterChip>
        )}
        {letter !== null && (
          <FilterChip onOpen={() => setFiltering(true)} onRemove={() => change({ letter: null })}>
            {documentLabel(letter)}
          </FilterChip>
        )}
        <Popover
          open={filtering}
          onOpenChange={setFiltering}
          label="Add a filter"
          width={320}
          anchor={
            <ChipButton
              icon={IconFilter}
              keys="F"
              adds
              aria-expanded={filtering}
              onClick={() => setFiltering(!filtering)}
            >
              Add filter
            </ChipButton>
          }
        >
          <LetterFilters hospital={hospital} letter={letter} change={change} />
        </Popover>
      </div>
      {gaps.error !== null && <InlineAlert tone="bad">{gaps.error.message}</InlineAlert>}
      {data === undefined ? (
        gaps.error === null && <SkeletonPanel label="Working out the gaps" lines={8} />
      ) : (
        <>
          <Headline figure={data.all} />
          <ChartPanel
            months={months}
            all={data.all}
            version={data.version}
            period={`${formatIsoDate(filter.from)} to ${formatIsoDate(filter.to)}`}
          />
          <GapTable
            title="By hospital"
            heading="Hospital"
            lines={named(data.hospitals, (key) => key ?? 'Hospital not recorded')}
            onOpen={open(({ key }) => ({ hospital: key ?? NO_HOSPITAL }))}
          />
          <GapTable
            title="By letter"
            heading="Letter"
            lines={named(data.documents, (key) => documentLabel(key ?? ''))}
            onOpen={open(({ key }) => ({ document: key as DocumentCode }))}
          />
          <GapTable
            title="By month"
            heading="Month"
            lines={months.toReversed()}
            onOpen={open(({ key }) => monthSpan(key ?? '', today))}
          />
        </>
      )}
      {opened !== null && <GapListDrawer {...opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
