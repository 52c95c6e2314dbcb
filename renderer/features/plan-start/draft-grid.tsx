import { IconDots, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { planYears, squareYear } from '#shared/features/plan/public.ts'
import type { Plan, PlanObjective, PlanYear } from '#shared/features/plan/schema.ts'
import type { DraftLine } from './draft-lines.ts'
import type { DraftState, SquareWay } from './use-draft.ts'
import classes from './draft.module.css'

interface DraftGridProps {
  readonly plan: Plan
  readonly draft: DraftState
  readonly mayWrite: boolean
  readonly onEdit: (line: DraftLine) => void
  readonly onAdd: (square: Pick<DraftLine, 'objectiveId' | 'year'>) => void
}

const WAYS: Readonly<Record<string, SquareWay>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface LineCardProps extends Pick<DraftGridProps, 'plan' | 'draft' | 'mayWrite' | 'onEdit'> {
  readonly line: DraftLine
  readonly onMoved: (key: string) => void
}

const LineCard = ({ line, plan, draft, mayWrite, onEdit, onMoved }: LineCardProps): ReactNode => {
  const onKey = (event: KeyboardEvent): void => {
    const way = WAYS[event.key]
    if (event.key === 'Delete') draft.drop(line)
    else if (way !== undefined && event.altKey) {
      onMoved(line.key)
      draft.step(line, way)
    } else return
    event.preventDefault()
  }
  const items: MenuItem[] = [
    { label: 'Edit', keys: 'Enter', onChoose: () => onEdit(line) },
    ...planYears(plan.startsOn)
      .filter(({ year }) => year !== line.year)
      .map(({ year }, index) => ({
        label: `Move to year ${year}`,
        startsGroup: index === 0,
        onChoose: () => draft.put({ ...line, year }, `Moved to year ${year}: ${line.title}`),
      })),
    ...plan.objectives
      .filter(({ id }) => id !== line.objectiveId)
      .map(({ id, number, words }, index) => ({
        label: `Move to ${number} ${words}`,
        startsGroup: index === 0,
        onChoose: () => draft.put({ ...line, objectiveId: id }, `Moved to ${words}: ${line.title}`),
      })),
    { label: 'Leave out', keys: 'Del', danger: true, startsGroup: true, onChoose: () => draft.drop(line) },
  ]
  return (
    <li className={classes.draftCard} data-line={line.key}>
      {mayWrite ? (
        <button type="button" onClick={() => onEdit(line)} onKeyDown={onKey}>
          <b>{line.title}</b>
          <span>{line.theme === '' ? 'Added by hand' : `From ${line.theme}`}</span>
        </button>
      ) : (
        <p>
          <b>{line.title}</b>
          <span>{line.theme === '' ? 'Added by hand' : `From ${line.theme}`}</span>
        </p>
      )}
      {mayWrite && (
        <span data-print="hide">
          <Menu anchor={<IconButton icon={IconDots} iconSize={16} label={`More for: ${line.title}`} />} items={items} />
        </span>
      )}
    </li>
  )
}

interface SquareProps extends DraftGridProps {
  readonly objective: PlanObjective
  readonly year: PlanYear
  readonly onMoved: (key: string) => void
}

const Square = ({ objective, year, plan, draft, mayWrite, onAdd, ...rest }: SquareProps): ReactNode => {
  const there = plan.actions.filter(
    (action) => action.objectiveId === objective.id && squareYear(plan.startsOn, action.dueOn) === year,
  )
  const lines = draft.lines.filter((line) => line.objectiveId === objective.id && line.year === year)
  const where = `${objective.words}, year ${year}`
  return (
    <td className={classes.square}>
      {there.length + lines.length === 0 && <p className={classes.emptySquare}>Nothing</p>}
      <ul>
        {there.map(({ id, code, title }) => (
          <li key={id} className={classes.thereCard}>
            <span>{code}</span> {title}
            <VisuallyHidden>, in the plan already</VisuallyHidden>
          </li>
        ))}
        {lines.map((line) => (
          <LineCard key={line.key} line={line} plan={plan} draft={draft} mayWrite={mayWrite} {...rest} />
        ))}
      </ul>
      {mayWrite && (
        <Button
          kind="quiet"
          size="small"
          icon={IconPlus}
          data-print="hide"
          aria-label={`Add to ${where}`}
          onClick={() => onAdd({ objectiveId: objective.id, year })}
        >
          Add
        </Button>
      )}
    </td>
  )
}

/** The three years by the objectives, with what the plan has, what the draft adds, and squares with nothing. */
export const DraftGrid = (props: DraftGridProps): ReactNode => {
  const { plan, draft } = props
  const moved = useRef<string | null>(null)
  useEffect(() => {
    if (moved.current === null) return
    document.querySelector<HTMLElement>(`[data-line="${moved.current}"] button`)?.focus()
    moved.current = null
  }, [draft.lines])
  return (
    <div className={classes.gridScroll}>
      <table className={classes.grid} data-paper="board" aria-label="The draft: three years by objectives">
        <thead>
          <tr>
            <th scope="col">Objective</th>
            {planYears(plan.startsOn).map(({ year, label }) => (
              <th key={year} scope="col">{`Year ${year}, ${label}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.objectives.map((objective) => (
            <tr key={objective.id}>
              <th scope="row" className={classNames(classes.objective)}>
                <span>{objective.number}</span>
                {objective.words}
              </th>
              {planYears(plan.startsOn).map(({ year }) => (
                <Square
                  key={year}
                  {...props}
                  objective={objective}
                  year={year}
                  onMoved={(key) => {
                    moved.current = key
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
