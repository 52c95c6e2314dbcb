import { type ReactNode, useId, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { LibraryPeopleDrawer } from '#renderer/features/measures/public.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import { SpcDrawing } from '#renderer/ui/spc-drawing.tsx'
import { SpcMarkList } from '#renderer/ui/spc-mark-list.tsx'
import { SpcTable } from '#renderer/ui/spc-table.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import type { ActionMeasure, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { cautions, spcMonth } from '#shared/statistics/spc-words.ts'
import { actionAddress } from './action-address.ts'
import { ChartSide } from './chart-side.tsx'
import { bareFormat } from './measure-format.ts'
import classes from './chart-card.module.css'
import { type ActionChart, useActionChart } from './use-action-chart.ts'

/** On A4 in px, within the margins. */
const ON_PAPER = { width: 660, height: 360 } as const
/** In px at the usual text size: with larger text the flags need more room, not the run less. */
const HEIGHT = 404

const VIEWS = [
  { value: 'chart', label: 'Chart' },
  {
    value: 'table',
    label: (
      <>
        Table <KeyHint keys="T" />
      </>
    ),
  },
] as const

/** From this many marks on they stand in a list, and on the chart by their numbers alone. */
const MOST_FLAGS = 5

const rangesWords = ({ kind, screening, phases }: ActionChart['held']['chart']): string => {
  if (kind !== 'XmR' || screening !== 'screened') return `${kind} chart`
  const out = phases.reduce((sum, { screenedOut }) => sum + screenedOut, 0)
  return out === 0 ? 'XmR, no ranges left out' : `XmR, ${out} unusual ${out === 1 ? 'range' : 'ranges'} left out`
}

const heldWords = ({ held: { chart, baselineMonths, cutAt } }: ActionChart): string => {
  const cut = cutAt === null ? '' : ` Limits began anew in ${spcMonth(cutAt)}, so earlier months are left out.`
  const months =
    baselineMonths === null
      ? 'rest on all months shown'
      : `are held from the ${baselineMonths} months before the action began`
  return `Limits ${months} (${rangesWords(chart)}).${cut}`
}

type FootProps = { readonly measure: Measure; readonly shown: ActionChart; readonly onOpen: () => void }

const Foot = ({ measure, shown, onOpen }: FootProps): ReactNode => {
  const { figure, from, to, version } = measure
  const counted = figure.denominator === null || measure.kind === 'rate' ? figure.numerator : figure.denominator
  const left = figure.undecided === 0 ? '' : `, ${figure.undecided.toLocaleString('en-GB')} left out`
  const words = `${counted.toLocaleString('en-GB')} counted${left}`
  const { chart } = shown.held
  return (
    <footer className={classes.foot}>
      <span>
        {measure.definition} {heldWords(shown)}{' '}
        {cautions(chart)
          .filter((caution) => !caution.startsWith('Mean and limits rest'))
          .join(' ')}
      </span>
      <span>
        {counted + figure.undecided === 0 ? (
          words
        ) : (
          <button type="button" className={classes.people} onClick={onOpen}>
            {words}
          </button>
        )}{' '}
        from {spcMonth(from)} to {spcMonth(to)}. Rule {measure.code} {version}, register as at {formatIsoDate(dayNow())}
        .
      </span>
    </footer>
  )
}

type RunProps = { readonly measure: Measure; readonly shown: ActionChart; readonly printing: boolean }

const Picture = ({ measure, shown, printing }: RunProps): ReactNode => {
  const rootSize = useRootFontSize()
  return (
    <div className={classes.picture}>
      <SpcDrawing
        name={shown.verdict.headline}
        chart={shown.held.chart}
        marks={shown.marks}
        format={bareFormat(measure.kind)}
        size={printing ? ON_PAPER : undefined}
        height={(HEIGHT * rootSize) / 16}
        ahead={shown.ahead}
        extras={shown.extras}
      />
      {shown.marks.length > MOST_FLAGS && <SpcMarkList marks={shown.marks} />}
    </div>
  )
}

const Figures = ({ measure, shown }: RunProps): ReactNode => (
  <SpcTable
    caption={shown.verdict.headline}
    chart={shown.held.chart}
    marks={shown.marks}
    format={bareFormat(measure.kind)}
    ahead={shown.ahead}
    beside={shown.path === null ? null : { header: 'Path to the target', of: shown.extras.pathAt }}
  />
)

type LoadedProps = {
  readonly action: PlanActionDetail
  readonly measure: Measure
  readonly link: ActionMeasure
  readonly tabs: ReactNode
  readonly printing: boolean
}

const Loaded = ({ action, measure, link, tabs, printing }: LoadedProps): ReactNode => {
  const [{ view }, change] = useUrlState(actionAddress)
  const [asked, setAsked] = useState(false)
  const titleId = useId()
  const shown = useActionChart(measure, link, action)
  const choose = (next: 'chart' | 'table'): void => change({ view: next }, { replace: true })
  useCommands([
    {
      id: 'plan-action.table',
      title: view === 'chart' ? 'Show the months as a table' : 'Show the chart',
      group: 'On this page',
      keys: ['T'],
      run: () => choose(view === 'chart' ? 'table' : 'chart'),
    },
  ])
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.cardHead}>
        <h2 id={titleId}>{shown.verdict.headline}</h2>
        <span data-print="hide">
          <SegmentedField label="Shown as" options={VIEWS} value={view} onChange={choose} />
        </span>
      </header>
      {tabs}
      <div className={classNames(classes.run, (view === 'table' || printing) && classes.asTable)}>
        <ChartSide measure={measure} shown={shown} />
        {(view === 'chart' || printing) && <Picture measure={measure} shown={shown} printing={printing} />}
        {(view === 'table' || printing) && <Figures measure={measure} shown={shown} printing={printing} />}
      </div>
      <Foot measure={measure} shown={shown} onOpen={() => setAsked(true)} />
      {asked && (
        <LibraryPeopleDrawer
          measure={measure}
          figure={measure.figure}
          months={null}
          periodText={`${spcMonth(measure.from)} to ${spcMonth(measure.to)}`}
          split={null}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  )
}

type ChartCardProps = { readonly action: PlanActionDetail; readonly printing: boolean }

/**
 * The measure that an action is to move: what the rules of its chart say of it since the action began, the action's
 * milestones where they stand, and the people behind the figure.
 */
export const ChartCard = ({ action, printing }: ChartCardProps): ReactNode => {
  const [{ measure: code }, change] = useUrlState(actionAddress)
  const { measures } = action
  const link = measures.find(({ measureCode }) => measureCode === code) ?? measures[0]
  const library = useCoreQuery('measures', 'library', {}, { enabled: measures.length > 1 })
  const { data, error } = useCoreQuery(
    'measures',
    'measure',
    { code: link?.measureCode ?? '' },
    { enabled: link !== undefined, keepPrevious: true },
  )
  if (link === undefined) return null
  if (error !== null) {
    return (
      <InlineAlert tone="bad" title="This measure could not be worked out" spoken>
        {error.message}
      </InlineAlert>
    )
  }
  if (data === undefined || data.code !== link.measureCode)
    return <SkeletonPanel lines={12} label="Working out the measure" />
  const titles = new Map(library.data?.measures.map((one) => [one.code, one.title]))
  const tabs = measures.length > 1 && (
    <div className={classes.measures} data-print="hide">
      <Tabs
        label="Measures of this action"
        tabs={measures.map(({ measureCode }) => ({ id: measureCode, label: titles.get(measureCode) ?? measureCode }))}
        active={link.measureCode}
        onChange={(next) => change({ measure: next }, { replace: true })}
      />
    </div>
  )
  return <Loaded key={link.id} action={action} measure={data} link={link} tabs={tabs} printing={printing} />
}
