import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { figureText } from '#shared/features/measures/public.ts'
import type { Library, MeasureLine } from '#shared/features/measures/library/schema.ts'
import type { ActionMeasure, Plan, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { actionPath } from './action-address.ts'
import type { ActionPart } from './action-context.ts'
import { ActionStatusMark } from '#renderer/features/plan/public.ts'
import { costText, datesText, shortMonth } from './action-words.ts'
import classes from './plan-action.module.css'

interface Fact {
  readonly term: string
  readonly value: ReactNode
}

const BLANK = <span className={classes.quiet}>Not set</span>

const baselineValue = ({ baseline }: ActionMeasure, line: MeasureLine): ReactNode => {
  if (baseline === null) return 'None is frozen yet'
  const when = baseline.frozenOn === null ? ', frozen at sign-off' : `, frozen ${formatIsoDate(baseline.frozenOn)}`
  return (
    <>
      <b>{figureText(line, baseline.figure)}</b>
      {when}
    </>
  )
}

const measureFacts = (link: ActionMeasure, line: MeasureLine, to: string): readonly Fact[] => {
  const { target } = link
  return [
    { term: 'Measure', value: <Link href={`/measures/library/${line.code}`}>{line.title}</Link> },
    { term: 'Baseline', value: baselineValue(link, line) },
    {
      term: 'Now',
      value: (
        <>
          <b>{figureText(line, line.figure)}</b>, 12 months to {shortMonth(to)}
        </>
      ),
    },
    {
      term: 'Target',
      value:
        target === null
          ? BLANK
          : `${figureText(line, { ...line.figure, value: target.value, denominator: null })} by ${shortMonth(target.by)}`,
    },
  ]
}

const factsOfMeasures = ({ measures }: PlanActionDetail, library: Library | undefined): readonly Fact[] => {
  if (measures.length === 0) return [{ term: 'Measure', value: 'None is named' }]
  return measures.flatMap((link) => {
    const line = library?.measures.find(({ code }) => code === link.measureCode)
    return library === undefined || line === undefined ? [] : measureFacts(link, line, library.to)
  })
}

/** The analysis at which it was agreed; where that is gone, or is not yet known, the list of them. */
const LearningOrigin = ({ id, words }: { readonly id: string | null; readonly words: string }): ReactNode => {
  const { data } = useCoreQuery('learning', 'ofChange', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <Link href="/development?tab=lessons">{words}</Link>
  return <Link href={data == null ? '/learning' : `/learning/${data.personId}/${data.id}`}>{words}</Link>
}

/** Where it came from, with the way there. */
const originValue = ({ origin }: PlanActionDetail): ReactNode => {
  if (origin === null) return null
  if (origin.kind === 'learning') return <LearningOrigin id={origin.id} words={origin.words} />
  if (origin.kind === 'spreadsheet') return origin.words
  return (
    <>
      <Link href="/plan/brainstorm">“{origin.words}”</Link>, brainstorm note
    </>
  )
}

type LinkedProps = { readonly ids: readonly string[]; readonly plan: Plan }

const Linked = ({ ids, plan }: LinkedProps): ReactNode => (
  <ul className={classes.linked}>
    {plan.actions
      .filter(({ id }) => ids.includes(id))
      .map(({ id, code, title, status }) => (
        <li key={id}>
          <Link href={actionPath(id)}>
            {code} {title}
          </Link>{' '}
          <ActionStatusMark status={status} />
        </li>
      ))}
  </ul>
)

const besides = (action: PlanActionDetail, plan: Plan): string =>
  plan.objectives
    .filter(({ id }) => action.alsoObjectiveIds.includes(id))
    .map(({ number, words }) => `${number}, ${words}`)
    .join('; ')

/** Facts that are left out where nothing is written. */
const writtenFacts = (action: PlanActionDetail, plan: Plan): readonly Fact[] => {
  const { needs, neededBy, evidenceWords, riskWords } = action
  const texts: readonly Fact[] = [
    { term: 'From', value: originValue(action) },
    { term: 'Cost', value: costText(action) },
    { term: 'Risk', value: riskWords },
    { term: 'Evidence', value: evidenceWords },
    { term: 'Also serves', value: besides(action, plan) },
    { term: 'Needs first', value: needs.length === 0 ? null : <Linked ids={needs} plan={plan} /> },
    { term: 'Needed by', value: neededBy.length === 0 ? null : <Linked ids={neededBy} plan={plan} /> },
  ]
  return texts.filter(({ value }) => value !== null && value !== '')
}

const ownerValue = ({ ownerName }: PlanActionDetail): ReactNode =>
  ownerName === null ? (
    'Nobody yet'
  ) : (
    <span className={classes.owner}>
      <Avatar name={ownerName} size="small" /> {ownerName}
    </span>
  )

type AboutCardProps = Pick<ActionPart, 'action' | 'plan' | 'mayWrite'> & { readonly onMeasures: () => void }

/** Who, with whom, from what to what, and what it rests on. */
export const AboutCard = ({ action, plan, mayWrite, onMeasures }: AboutCardProps): ReactNode => {
  const library = useCoreQuery('measures', 'library', {}, { enabled: action.measures.length > 0 })
  return (
    <Panel
      title="About this action"
      actions={
        mayWrite && (
          <span data-print="hide">
            <Button kind="quiet" size="small" icon={IconPencil} onClick={onMeasures}>
              Measures
            </Button>
          </span>
        )
      }
    >
      {action.words !== '' && <p className={classes.story}>{action.words}</p>}
      <DataList
        facts={[
          { term: 'Owner', value: ownerValue(action) },
          { term: 'With', value: action.partners === '' ? BLANK : action.partners },
          { term: 'When', value: datesText(action) },
          ...factsOfMeasures(action, library.data),
          ...writtenFacts(action, plan),
        ]}
      />
    </Panel>
  )
}
