import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { NATIONS } from '#shared/domain/people.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import { ExplainDrawer } from './explain-drawer.tsx'
import { IndicatorPanel } from './indicator-panel.tsx'
import { type ChangeMeasures, type MeasureAddress, measureAddress, readingsIn } from './measure-address.ts'
import { LibraryView } from './library-view.tsx'
import type { Figure } from './measure-words.ts'
import classes from './measures.module.css'
import { PatternsPanel } from './patterns/patterns-panel.tsx'
import { ReadingsPopover } from './readings-popover.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'

/** The views of the page. */
const VIEWS = [
  { id: 'indicators', label: 'Indicators' },
  { id: 'what-if', label: 'What if today were' },
  { id: 'library', label: 'Library' },
  { id: 'patterns', label: 'Patterns' },
] as const

type ViewProps = { readonly address: MeasureAddress; readonly change: ChangeMeasures; readonly readings: Readings }

const Indicators = ({ address, change, readings }: ViewProps): ReactNode => {
  const [asked, setAsked] = useState<Figure | null>(null)
  const { data, error } = useCoreQuery(
    'measures',
    'indicators',
    { year: address.year, readings },
    { keepPrevious: true },
  )
  if (error !== null) {
    return (
      <InlineAlert tone="bad" title="The indicators could not be worked out" spoken>
        {error.message}
      </InlineAlert>
    )
  }
  if (data === undefined) return <SkeletonPanel lines={8} label="Working out the indicators" />
  const { indicators, year, yearEnd, isRunning } = data
  // An address may ask for a year to come, which stands in no list.
  const years = data.years.some((one) => one.year === year)
    ? data.years
    : [{ year, label: data.yearLabel }, ...data.years]
  const nation = NATIONS.find(({ code }) => code === data.nation)?.label ?? data.nation
  return (
    <>
      <div className={classes.tools} role="group" aria-label="Which indicators">
        <SelectField
          label="Financial year"
          options={years.map((one) => ({ value: String(one.year), label: one.label }))}
          value={String(year)}
          onChange={(value) => change({ year: value === null ? null : Number(value) })}
        />
        <ReadingsPopover readings={readings} change={change} />
        <p className={classes.quiet}>
          {isRunning
            ? `Year end ${formatIsoDate(yearEnd)}: as it would stand with what is recorded so far.`
            : `As at ${formatIsoDate(yearEnd)}, by what is recorded now.`}
        </p>
      </div>
      {indicators.length === 0 && (
        <Panel>
          <EmptyState title={`No cancer indicator is known for ${nation} in ${data.yearLabel}`}>
            Rules are kept by nation and year. Only England’s are known here.
          </EmptyState>
        </Panel>
      )}
      {indicators.map((indicator) => (
        <IndicatorPanel key={`${indicator.code} ${indicator.version}`} indicator={indicator} onOpen={setAsked} />
      ))}
      {asked !== null && (
        <ExplainDrawer
          figure={asked}
          year={year}
          yearLabel={data.yearLabel}
          readings={readings}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

/**
 * `/measures`: the indicators of a year, every figure with the people behind it, how the year would end, and the library
 * of measures.
 */
export const MeasuresPage = (): ReactNode => {
  usePageTitle('measures')
  useBreadcrumbs([{ label: 'Measures' }])
  const [address, change] = useUrlState(measureAddress) as readonly [MeasureAddress, ChangeMeasures]
  const readings = readingsIn(address)
  return (
    <Page>
      <PageHeader title="Measures">
        <span data-print="hide">
          Every figure opens the people behind it. Press Enter on a figure, then on a person.
        </span>
      </PageHeader>
      <div data-print="hide">
        <Tabs label="Views of the measures" tabs={VIEWS} active={address.view} onChange={(view) => change({ view })} />
      </div>
      {address.view === 'indicators' && <Indicators address={address} change={change} readings={readings} />}
      {address.view === 'what-if' && <WhatIfPanel address={address} change={change} readings={readings} />}
      {address.view === 'library' && <LibraryView />}
      {address.view === 'patterns' && <PatternsPanel />}
    </Page>
  )
}
