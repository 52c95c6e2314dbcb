import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Library, MeasureLine } from '#shared/features/measures/public.ts'
import type { PlanBaseline } from '#shared/features/plan/schema.ts'
import { baselineLine, libraryLine } from './baseline-figures.ts'
import classes from './baseline.module.css'

/** What is done with measures of the baseline. */
export interface MeasureDoing {
  readonly choose: (measure: Pick<MeasureLine, 'code' | 'title'>) => void
  readonly drop: (baseline: PlanBaseline) => void
}

interface ChosenMeasuresProps {
  readonly chosen: readonly PlanBaseline[]
  readonly library: Library
  /** null: they may only be read. */
  readonly doing: MeasureDoing | null
}

/** The measures that were chosen, each with its figure, its likely range, and what is missing of it. */
export const ChosenMeasures = ({ chosen, library, doing }: ChosenMeasuresProps): ReactNode => (
  <Panel title="Chosen measures" aside={chosen.length === 0 ? undefined : String(chosen.length)} padding="flush">
    {chosen.length === 0 ? (
      <p className={classes.nothingHere}>
        {doing === null
          ? 'No measure was chosen.'
          : 'None yet. Two or three that the plan is to move are enough to begin with.'}
      </p>
    ) : (
      <ul className={classes.measures} aria-label="Chosen measures">
        {chosen.map((baseline) => {
          const line = baselineLine(baseline, library)
          return (
            <li key={baseline.id}>
              <div className={classes.measureWords}>
                <b>{line.title}</b>
                <span>
                  <strong>{line.figure}</strong>
                  {line.range !== null && <span>{`, ${line.range}`}</span>}
                </span>
                {line.missing.length === 0 ? (
                  <StatusMark kind="on-track">Nothing is missing</StatusMark>
                ) : (
                  line.missing.map((words) => (
                    <StatusMark key={words} kind="missing">
                      {words}
                    </StatusMark>
                  ))
                )}
              </div>
              {doing !== null && (
                <Button
                  kind="quiet"
                  size="small"
                  data-print="hide"
                  aria-label={`Leave out: ${line.title}`}
                  onClick={() => doing.drop(baseline)}
                >
                  Leave out
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    )}
  </Panel>
)

interface MeasurePickerProps {
  readonly library: Library
  readonly chosen: readonly PlanBaseline[]
  readonly doing: MeasureDoing
}

const wordsIn = (text: string): string[] => text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)

/** Every measure of the library with today's figure, to be ticked. */
export const MeasurePicker = ({ library, chosen, doing }: MeasurePickerProps): ReactNode => {
  const [find, setFind] = useState('')
  const wanted = wordsIn(find)
  const found = library.measures.filter(({ title, definition }) => {
    const text = `${title} ${definition}`.toLocaleLowerCase('en-GB')
    return wanted.every((word) => text.includes(word))
  })
  const toggle = (measure: MeasureLine): void => {
    const there = chosen.find(({ measureCode }) => measureCode === measure.code)
    if (there === undefined) doing.choose(measure)
    else doing.drop(there)
  }
  return (
    <div data-print="hide" className={classes.picker}>
      <Panel title="Measures of the library" aside="with today’s figure" padding="flush">
        <div className={classes.find}>
          <TextField label="Find a measure" value={find} onChange={setFind} />
          <p role="status">{`${found.length} of ${library.measures.length}`}</p>
        </div>
        <ul className={classes.pick} aria-label="Measures of the library">
          {found.map((measure) => {
            const { title, figure, range } = libraryLine(measure, library.listSize)
            return (
              <li key={measure.code}>
                <CheckboxField
                  label={title}
                  hint={range === null ? figure : `${figure}, ${range}`}
                  checked={chosen.some(({ measureCode }) => measureCode === measure.code)}
                  onChange={() => toggle(measure)}
                />
              </li>
            )
          })}
        </ul>
      </Panel>
    </div>
  )
}
