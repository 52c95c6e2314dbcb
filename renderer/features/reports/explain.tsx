import { createContext, type ReactNode, use, useState } from 'react'
import { IconX } from '@tabler/icons-react'
import { IconButton } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { instantWords } from '#shared/features/reports/cover.ts'
import type { Explanation, Indicator, ReportDataset, ShownFigure } from '#shared/features/reports/schema.ts'
import { estimateSentence, figureText, fractionText, hiddenWords } from '#shared/features/reports/words.ts'
import classes from './explain.module.css'

/** The figure that somebody asks about, with where it stands on the paper. */
interface Question {
  /** The explanation among those of the report. */
  readonly explain: string
  readonly figure: ShownFigure
  /** The row it stands in: "Breast". */
  readonly row: string
  readonly indicator: Indicator | null
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

interface Explaining {
  readonly asked: Question | null
  ask(question: Omit<Question, 'place'>, button: HTMLElement): void
}

const ExplainContext = createContext<Explaining | null>(null)

/** How to ask about a figure; `null` on paper, where nothing can be pressed. */
export const useExplain = (): Explaining | null => use(ExplainContext)

const placeOf = (button: HTMLElement): Question['place'] => {
  const own = button.getBoundingClientRect()
  const paper = button.closest('[data-explain-frame]')?.getBoundingClientRect()
  return { left: own.left - (paper?.left ?? 0), top: own.top - (paper?.top ?? 0), width: own.width, height: own.height }
}

const Headline = ({ figure, indicator, row }: Question): ReactNode => {
  if (figure.state === 'hidden') return <p className={classes.headline}>This number is {hiddenWords(figure.why)}.</p>
  if (indicator === null) {
    return (
      <p className={classes.headline}>
        <b>{figureText(figure)}</b> {row === '' ? '' : `: ${row}`}
      </p>
    )
  }
  const estimate = estimateSentence(indicator.estimate, indicator.unit)
  return (
    <p className={classes.headline}>
      <b>{fractionText(indicator)}</b>
      {estimate === null ? '' : `, ${estimate}`}
    </p>
  )
}

const leftOutList = ({ leftOut }: Explanation): ReactNode => {
  const some = leftOut.filter(({ count }) => count.state === 'hidden' || count.value > 0)
  if (some.length === 0) return 'Nobody'
  return (
    <ul className={classes.reasons}>
      {some.map(({ reason, count }) => (
        <li key={count.id}>
          {figureText(count)}: {reason.charAt(0).toLowerCase()}
          {reason.slice(1)}
        </li>
      ))}
    </ul>
  )
}

const Answer = ({
  question,
  dataset,
  onClose,
}: {
  question: Question
  dataset: ReportDataset
  onClose: () => void
}): ReactNode => {
  const explanation = dataset.explanations.find(({ key }) => key === question.explain)
  const rule = dataset.rules.find(({ code }) => code === explanation?.rule)
  if (explanation === undefined) return null
  const facts = [
    {
      term: 'Counted',
      value: `${explanation.counted}${question.indicator === null && question.row !== '' ? `; here: ${question.row}` : ''}`,
    },
    ...(explanation.outOf === null ? [] : [{ term: 'Out of', value: explanation.outOf }]),
    { term: 'Left out', value: leftOutList(explanation) },
    ...(rule === undefined
      ? []
      : [{ term: 'Rule', value: `${rule.label}, version ${rule.version}. ${rule.text} Source: ${rule.source}.` }]),
    { term: 'Figures', value: `Register as frozen ${instantWords(dataset.frozenAt)}` },
  ]
  return (
    <div className={classes.answer}>
      <div className={classes.head}>
        <h3>Explain {figureText(question.figure)}</h3>
        <IconButton icon={IconX} label="Close" onClick={onClose} />
      </div>
      <Headline {...question} />
      <DataList facts={facts} />
    </div>
  )
}

/** Lets every figure inside be asked about: counted, out of, left out, rule. One popover serves them all. */
export const ExplainFrame = ({
  dataset,
  children,
}: {
  readonly dataset: ReportDataset
  readonly children: ReactNode
}): ReactNode => {
  const [asked, setAsked] = useState<Question | null>(null)
  const close = (): void => setAsked(null)
  return (
    <ExplainContext value={{ asked, ask: (question, button) => setAsked({ ...question, place: placeOf(button) }) }}>
      <div className={classes.frame} data-explain-frame>
        {children}
        <Popover
          anchor={<span className={classes.anchor} style={asked?.place ?? {}} aria-hidden="true" />}
          open={asked !== null}
          onOpenChange={(open) => !open && close()}
          label="Explain this number"
          width={336}
          side="right"
        >
          {asked !== null && <Answer question={asked} dataset={dataset} onClose={close} />}
        </Popover>
      </div>
    </ExplainContext>
  )
}
