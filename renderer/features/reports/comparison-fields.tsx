import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { takeBack } from '#renderer/app/undoable.ts'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type Benchmark, benchmarkSource, publishedValue } from '#shared/features/reports/benchmarks.ts'
import { type ComparableReport, type ComparedWith, measureLabel } from '#shared/features/reports/comparators.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import classes from './comparison.module.css'

/** What a new report can be compared with, as the core knows it. */
export interface ComparatorChoices {
  readonly reports: readonly ComparableReport[]
  readonly network: ComparableReport | null
  readonly benchmarks: readonly Benchmark[]
}

/** What is chosen of it. */
export interface ChosenComparators {
  readonly comparedWith: ComparedWith
  readonly withNetwork: boolean
  readonly benchmarks: readonly string[]
}

export const COMPARED_ID = 'report-compared-with'

const reportWords = (report: ComparableReport): string => `${periodWords(report)}, sent ${formatIsoDate(report.sentOn)}`

const ReportBefore = ({
  reports,
  chosen,
  error,
  onChange,
}: {
  readonly reports: readonly ComparableReport[]
  readonly chosen: ComparedWith
  readonly error: string | undefined
  readonly onChange: (chosen: ComparedWith) => void
}): ReactNode => {
  const [latest] = reports
  if (latest === undefined) return <p>No report of a time before this one was sent yet.</p>
  return (
    <SelectField
      id={COMPARED_ID}
      label="Report before"
      hint="Only one that was sent: its figures are public already."
      options={[
        { value: 'latest', label: `Last: ${reportWords(latest)}` },
        ...reports.slice(1).map((report) => ({ value: report.id, label: reportWords(report) })),
        { value: 'none', label: 'None' },
      ]}
      value={chosen}
      onChange={(wanted) => wanted !== null && onChange(wanted)}
      error={error}
    />
  )
}

interface ComparisonFieldsProps {
  readonly choices: ComparatorChoices
  readonly chosen: ChosenComparators
  readonly error: string | undefined
  readonly onChange: (change: Partial<ChosenComparators>) => void
  /** Opens what a published figure is typed into: a form of its own, which must not lie inside another. */
  readonly onAdd: () => void
}

/** What the results of a report are printed beside. */
export const ComparisonFields = ({ choices, chosen, error, onChange, onAdd }: ComparisonFieldsProps): ReactNode => {
  const removal = useCoreCommand('reports', 'removeBenchmark')
  const { reports, network, benchmarks } = choices
  const remove = async (id: string): Promise<void> => {
    const removed = await removal.mutateAsync({ id }).catch(() => null)
    if (removed === null) return
    showToast({ message: 'Published figure removed.', undo: () => void takeBack(removed.undo) })
    onChange({ benchmarks: chosen.benchmarks.filter((each) => each !== id) })
  }
  return (
    <fieldset className={classes.comparison}>
      <legend>Printed beside the results</legend>
      <ReportBefore
        reports={reports}
        chosen={chosen.comparedWith}
        error={error}
        onChange={(comparedWith) => onChange({ comparedWith })}
      />
      {network !== null && (
        <CheckboxField
          label="All practices together"
          hint={`The combined report of ${reportWords(network)}, ${network.practices ?? 0} practices.`}
          checked={chosen.withNetwork}
          onChange={(withNetwork) => onChange({ withNetwork })}
        />
      )}
      <p id="report-published-figures">Published figures</p>
      {removal.error !== null && (
        <InlineAlert tone="bad" spoken>
          {removal.error.message}
        </InlineAlert>
      )}
      <div className={classes.published} role="group" aria-labelledby="report-published-figures">
        {benchmarks.map((benchmark) => (
          <div key={benchmark.id} className={classes.figure}>
            <CheckboxField
              label={`${measureLabel(benchmark.measure)}: ${publishedValue(benchmark)}, ${benchmark.name}, ${benchmark.period}`}
              hint={benchmarkSource(benchmark)}
              checked={chosen.benchmarks.includes(benchmark.id)}
              onChange={(checked) =>
                onChange({
                  benchmarks: checked
                    ? [...chosen.benchmarks, benchmark.id]
                    : chosen.benchmarks.filter((id) => id !== benchmark.id),
                })
              }
            />
            {benchmark.own && (
              <Button
                size="small"
                kind="quiet"
                icon={IconTrash}
                aria-label={`Remove ${measureLabel(benchmark.measure)}, ${benchmark.name}, ${benchmark.period}`}
                onClick={() => void remove(benchmark.id)}
              >
                Remove
              </Button>
            )}
          </div>
        ))}
      </div>
      <div>
        <Button size="small" icon={IconPlus} onClick={onAdd}>
          Add a published figure
        </Button>
      </div>
    </fieldset>
  )
}
