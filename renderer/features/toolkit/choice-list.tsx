import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import classes from './choice-list.module.css'

/** One line to choose. */
export interface ChoiceLine {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly detail: string
  /** Said after the title: its privacy class. */
  readonly note?: ReactNode
  /** Why it cannot be chosen here. */
  readonly whyNot?: string | undefined
}

type ChoiceListProps = {
  readonly label: string
  /** Prints the label above the box, where the dialog's title does not say what it is for. */
  readonly showLabel?: boolean
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly lines: readonly ChoiceLine[]
  readonly nothing: string
  readonly onChoose: (id: string) => void
}

const groupsOf = (lines: readonly ChoiceLine[]): readonly (readonly [string, readonly number[]])[] => {
  const groups = new Map<string, number[]>()
  for (const [index, { group }] of lines.entries()) groups.set(group, [...(groups.get(group) ?? []), index])
  return [...groups]
}

type LineProps = {
  readonly line: ChoiceLine
  readonly id: string
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

const Line = ({ line, id, active, onPoint, onChoose }: LineProps): ReactNode => (
  <button
    type="button"
    id={id}
    role="option"
    aria-selected={active}
    tabIndex={-1}
    aria-disabled={line.whyNot !== undefined || undefined}
    className={classNames(classes.line, active && classes.active)}
    ref={(element) => {
      if (active) element?.scrollIntoView?.({ block: 'nearest' })
    }}
    onPointerMove={onPoint}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className={classes.title}>{line.title}</span>
    <span className={classes.detail}>{line.whyNot ?? line.detail}</span>
    {line.note !== undefined && <span className={classes.note}>{line.note}</span>}
  </button>
)

/** A box to type in and the lines that match, chosen with the arrows and Enter. */
export const ChoiceList = (props: ChoiceListProps): ReactNode => {
  const { label, text, onText, lines, onChoose } = props
  const [at, setAt] = useState(0)
  const listId = useId()
  const active = Math.max(0, Math.min(at, lines.length - 1))
  const choose = (line: ChoiceLine | undefined): void => {
    if (line !== undefined && line.whyNot === undefined) onChoose(line.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (event.key === 'Enter') choose(lines[active])
    else if (step !== undefined) setAt((active + step + lines.length) % Math.max(1, lines.length))
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.choose}>
      {props.showLabel === true && (
        <span className={classes.label} aria-hidden="true">
          {label}
        </span>
      )}
      <input
        className={classes.box}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={lines.length === 0 ? undefined : `${listId}-${active}`}
        placeholder={props.placeholder}
        value={text}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onText(event.currentTarget.value)
          setAt(0)
        }}
      />
      <p role="status" className={classes.count}>
        {lines.length === 0
          ? props.nothing
          : lines.length === 1
            ? '1 to choose from'
            : `${lines.length} to choose from`}
      </p>
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {groupsOf(lines).map(([group, places]) => (
          <div key={group} role="group" aria-label={group}>
            <p className={classes.group} aria-hidden="true">
              {group}
            </p>
            {places.map((place) => {
              const line = lines[place]
              return line === undefined ? null : (
                <Line
                  key={line.id}
                  line={line}
                  id={`${listId}-${place}`}
                  active={place === active}
                  onPoint={() => setAt(place)}
                  onChoose={() => choose(line)}
                />
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
