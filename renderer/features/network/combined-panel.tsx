import { type ReactNode, useState } from 'react'
import { DataList } from '#renderer/ui/data-list.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { FunnelChart } from '#renderer/ui/funnel-chart.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import type { CombinedFigure, NetworkStanding } from '#shared/features/network/schema.ts'
import { letterOf } from '#shared/statistics/funnel-words.ts'
import { funnel, type Funnel } from '#shared/statistics/funnel.ts'
import { CombinedRun } from './combined-run.tsx'
import classes from './network.module.css'
import { number, percent } from './numbers.ts'

/** Of twenty practices one lies beyond the 95% limits by chance alone, so that only the wider ones make a finding. */
const titleOf = ({ points }: Funnel, label: string): string => {
  const far = points.filter(({ place }) => place === 'above 99.8' || place === 'below 99.8').length
  if (far > 0)
    return `${label}: ${far} ${far === 1 ? 'practice differs' : 'practices differ'} more than chance explains`
  const near = points.filter(({ place }) => place !== 'inside').length
  if (near === 0) return `${label}: no practice differs more than chance explains`
  return `${label}: ${near} of ${points.length} practices ${near === 1 ? 'lies' : 'lie'} beyond the 95% limits, where 1 in 20 does by chance`
}

const practiceRows = ({ practices }: CombinedFigure) => (
  <PlainTable
    caption="What each practice gave to this figure"
    rows={practices}
    rowId={({ odsCode }) => odsCode}
    columns={[
      { id: 'name', header: 'Practice', rowHeader: true, cell: ({ name }) => name },
      { id: 'count', header: 'Number', align: 'end', cell: ({ numerator }) => number(numerator) },
      {
        id: 'of',
        header: 'Out of',
        align: 'end',
        cell: ({ denominator }) => (denominator === null ? '' : number(denominator)),
      },
    ]}
  />
)

type ExplainedProps = { readonly figure: CombinedFigure; readonly named: boolean }

/** The practices by letter, in order of what they counted: the funnel shows that of them anyway, and nothing else. */
const withLetters = (figure: CombinedFigure): CombinedFigure => ({
  ...figure,
  practices: figure.practices
    .toSorted((a, b) => (a.denominator ?? a.numerator) - (b.denominator ?? b.numerator))
    .map((practice, at) => ({ ...practice, name: `Practice ${letterOf(at)}` })),
})

const Explained = ({ figure: asSent, named }: ExplainedProps): ReactNode => {
  const figure = named ? asSent : withLetters(asSent)
  const entries = figure.practices.map(({ odsCode, numerator, denominator }) => ({
    key: odsCode,
    numerator,
    denominator: denominator ?? 0,
  }))
  const plot = figure.denominator === null ? null : funnel('proportion', 'exact', entries)
  if (plot === null)
    return (
      <>
        <CombinedRun figure={figure} />
        {practiceRows(figure)}
      </>
    )
  return (
    <>
      <FunnelChart
        title={titleOf(plot, figure.label)}
        unit="% of those counted"
        axis="People or diagnoses counted"
        source="Packs of the practices"
        funnel={plot}
        format={percent}
        names={new Map(figure.practices.map(({ odsCode, name }) => [odsCode, name]))}
      />
      <CombinedRun figure={figure} />
      {practiceRows(figure)}
    </>
  )
}

/** What the packs of a period come to: exact, for the lead. A figure is chosen to see what each practice gave to it. */
export const CombinedPanel = ({
  combined,
}: {
  readonly combined: NonNullable<NetworkStanding['combined']>
}): ReactNode => {
  const [code, setCode] = useState('support-contact')
  const [named, setNamed] = useState(false)
  const { figures, letterDays, otherwise } = combined
  const chosen = figures.find((figure) => figure.code === code) ?? figures[0]
  return (
    <Panel title="All practices together" aside="Exact: for the lead only">
      <div className={classes.form}>
        {otherwise.length > 0 && (
          <InlineAlert tone="warn" title="Counted by other rules, and left out">
            {otherwise.map(({ name }) => name).join(', ')}. Ask for a pack from the same version as the others.
          </InlineAlert>
        )}
        <PlainTable
          caption="Figures of all practices together"
          rows={figures}
          rowId={(figure) => figure.code}
          columns={[
            { id: 'label', header: 'Measure', rowHeader: true, cell: ({ label }) => label },
            { id: 'count', header: 'Number', align: 'end', cell: ({ numerator }) => number(numerator) },
            {
              id: 'of',
              header: 'Out of',
              align: 'end',
              cell: ({ denominator }) => (denominator === null ? '' : number(denominator)),
            },
            {
              id: 'share',
              header: 'Result',
              align: 'end',
              cell: ({ share }) => (share === null ? '' : percent(share.value)),
            },
            {
              id: 'range',
              header: 'Likely range',
              align: 'end',
              cell: ({ share }) => (share === null ? '' : `${percent(share.lower)} to ${percent(share.upper)}`),
            },
          ]}
        />
        {letterDays !== null && (
          <DataList
            facts={[
              {
                term: 'Days to a letter',
                value: `${letterDays.median} in the middle, over ${number(letterDays.letters)} letters of all practices together`,
              },
            ]}
          />
        )}
        <SelectField
          id="network-figure"
          label="What each practice gave to"
          options={figures.map((figure) => ({ value: figure.code, label: figure.label }))}
          value={code}
          onChange={(value) => value !== null && setCode(value)}
        />
        <CheckboxField
          id="network-names"
          label="Show practices by name here"
          hint="By letter otherwise, so that at a meeting nobody’s figures are seen by name."
          checked={named}
          onChange={setNamed}
        />
        {chosen !== undefined && <Explained figure={chosen} named={named} />}
      </div>
    </Panel>
  )
}
