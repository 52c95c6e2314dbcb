import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { changeText, countedText, figureText, rangeText } from '#shared/features/measures/library/figure-words.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { FigureButton } from './figure-button.tsx'
import { type CountedAs, countedGroups, countedInAll } from './library-words.ts'
import classes from './measures.module.css'

type MeasureFigureProps = {
  readonly measure: Measure
  readonly periodText: string
  /** Opens the people; without a group all of them, the numerator first. */
  readonly onOpen: (as?: CountedAs) => void
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`

/** The figure of the period, what it was before, and the counts behind it. */
export const MeasureFigure = ({ measure, periodText, onOpen }: MeasureFigureProps): ReactNode => {
  const { kind, title, figure, before, beside } = measure
  const range = rangeText(measure, figure)
  const change = changeText(measure, figure, before)
  const counted = countedText(kind, figure)
  const said = [
    range === null ? null : sentence(range),
    figure.value === null || counted === null ? null : `${counted}.`,
    sentence(`${change.main}${change.sub === null ? '' : `, ${change.sub}`}`),
    beside === null ? null : `${beside.label}: ${figureText({ kind: 'proportion', unit: '%' }, beside.figure)}.`,
  ]
  return (
    <Panel title={title} aside={periodText}>
      <div className={classes.headline}>
        <b>
          <FigureButton
            count={countedInAll(measure, figure)}
            shown={figureText(measure, figure)}
            label={title}
            onOpen={() => onOpen()}
          />
        </b>
        <span>{said.filter((part) => part !== null).join(' ')}</span>
      </div>
      <dl className={classes.figures}>
        {countedGroups(measure, figure).map(({ as, label, count }) => (
          <div key={as}>
            <dt>{label}</dt>
            <dd>
              <FigureButton count={count} label={`${title}, ${label.toLowerCase()}`} onOpen={() => onOpen(as)} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
