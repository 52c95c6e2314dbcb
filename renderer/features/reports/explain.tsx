import { IconUsers, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useState } from 'react'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { instantWords } from '#shared/features/reports/cover.ts'
import { countsPeople } from '#shared/features/reports/people-behind.ts'
import type { Explanation, Indicator, ReportDataset, ShownFigure } from '#shared/features/reports/schema.ts'
import { estimateSentence, figureText, fractionText, hiddenWords } from '#shared/features/reports/words.ts'
import classes from './explain.module.css'
import { type AskedPeople, FigurePeopleDrawer } from './figure-people-drawer.tsx'

/** The figure that somebody asks about, with where it stands on the paper. */
interface Question {
  /** The explanation among those of the report; `null` where it has none of its own. */
  readonly explain: string | null
  readonly figure: ShownFigure
  /** The row it stands in: "Breast". */
  readonly row: string
  readonly indicator: Indicator | null
  readonly button: HTMLElement
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

interface Explaining {
  readonly asked: Question | null
  /** Whether there is anything to say of a figure with such an explanation. */
  answers(explain: string | null): boolean
  ask(question: Omit<Question, 'place' | 'button'>, button: HTMLElement): void
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

type OpenPeople = (asked: AskedPeople) => void

interface LeftOutProps {
  readonly leftOut: Explanation['leftOut']
  /** `null` where the people are not here. */
  readonly onPeople: OpenPeople | null
}

const LeftOut = ({ leftOut, onPeople }: LeftOutProps): ReactNode => {
  const some = leftOut.filter(({ count }) => count.state === 'hidden' || count.value > 0)
  if (some.length === 0) return 'Nobody'
  return (
    <ul className={classes.reasons}>
      {some.map(({ reason, count }) => {
        const words = `${figureText(count)}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
        return (
          <li key={count.id}>
            {onPeople === null ? (
              words
            ) : (
              <button
                type="button"
                className={classes.reason}
                title="Show the people"
                onClick={() => onPeople({ figure: count, label: reason })}
              >
                {words}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What a list of people is called: that of a denominator not as that of its numerator. */
const peopleLabel = ({ row, indicator, figure }: Question, explanation: Explanation | undefined): string => {
  if (indicator === null) return row === '' ? (explanation?.counted ?? '') : row
  return figure.id === indicator.denominator?.id ? `${indicator.label}, out of` : indicator.label
}

/** The way to the people of a figure, or why there is none. */
const Behind = ({
  question,
  explanation,
  onPeople,
}: {
  question: Question
  explanation: Explanation | undefined
  onPeople: OpenPeople | null
}): ReactNode => {
  if (onPeople === null) return null
  const { figure } = question
  if (!countsPeople(figure.id))
    return (
      <p className={classes.headline}>
        It counts entries of a list that was compared with the register. There is nobody to show.
      </p>
    )
  return (
    <Button
      icon={IconUsers}
      data-autofocus
      onClick={() => onPeople({ figure, label: peopleLabel(question, explanation) })}
    >
      Show the people
    </Button>
  )
}

const Answer = ({
  question,
  dataset,
  onPeople,
  onClose,
}: {
  question: Question
  dataset: ReportDataset
  onPeople: OpenPeople | null
  onClose: () => void
}): ReactNode => {
  const explanation = dataset.explanations.find(({ key }) => key === question.explain)
  const rule = dataset.rules.find(({ code }) => code === explanation?.rule)
  const facts = [
    ...(explanation === undefined
      ? []
      : [
          {
            term: 'Counted',
            value: `${explanation.counted}${question.indicator === null && question.row !== '' ? `; here: ${question.row}` : ''}`,
          },
          ...(explanation.outOf === null ? [] : [{ term: 'Out of', value: explanation.outOf }]),
          { term: 'Left out', value: <LeftOut leftOut={explanation.leftOut} onPeople={onPeople} /> },
        ]),
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
      <Behind question={question} explanation={explanation} onPeople={onPeople} />
      <DataList facts={facts} />
    </div>
  )
}

/**
 * Lets every figure inside be asked about: counted, out of, left out, rule, and the people where they are this practice's
 * own. One popover serves them all.
 */
export const ExplainFrame = ({
  dataset,
  children,
}: {
  readonly dataset: ReportDataset
  readonly children: ReactNode
}): ReactNode => {
  const [asked, setAsked] = useState<Question | null>(null)
  const [people, setPeople] = useState<AskedPeople | null>(null)
  const close = (): void => setAsked(null)
  const isOwn = dataset.combined === undefined
  const openPeople: OpenPeople = (figure) => {
    // So that the list gives the focus back to the figure: the popover is gone by then.
    asked?.button.focus({ preventScroll: true })
    close()
    setPeople(figure)
  }
  return (
    <ExplainContext
      value={{
        asked,
        answers: (explain) => isOwn || explain !== null,
        ask: (question, button) => setAsked({ ...question, button, place: placeOf(button) }),
      }}
    >
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
          {asked !== null && (
            <Answer question={asked} dataset={dataset} onPeople={isOwn ? openPeople : null} onClose={close} />
          )}
        </Popover>
        {people !== null && <FigurePeopleDrawer reportId={dataset.id} asked={people} onClose={() => setPeople(null)} />}
      </div>
    </ExplainContext>
  )
}
