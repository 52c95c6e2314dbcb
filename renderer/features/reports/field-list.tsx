import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import classes from './own-text.module.css'
import type { FieldList as Fields } from './use-field-list.ts'

/** The figures that a text may name, below the text that is being written. */
export const FieldList = ({ list }: { readonly list: Fields }): ReactNode => {
  const { found, active, idOf, listId, onActive, onChoose } = list
  const whole = useRef<HTMLDivElement>(null)
  // Below a text at the foot of the window it would open out of sight.
  useEffect(() => whole.current?.scrollIntoView?.({ block: 'nearest' }), [])
  const places = new Map(found.map((field, position) => [field.code, position]))
  return (
    <div ref={whole} className={classes.list}>
      <p role="status" className={classes.found}>
        {found.length === 0
          ? 'No field matches. Type less of its name.'
          : `${found.length === 1 ? '1 field' : `${found.length} fields`}. Arrow keys and Enter choose, Escape closes.`}
      </p>
      <div id={listId} role="listbox" aria-label="Fields of the report" className={classes.options}>
        {[...Map.groupBy(found, ({ group }) => group)].map(([group, items]) => (
          <div key={group} role="group" aria-label={group}>
            <p className={classes.group} aria-hidden="true">
              {group}
            </p>
            {items.map((field) => {
              const position = places.get(field.code) ?? 0
              return (
                <button
                  key={field.code}
                  type="button"
                  id={idOf(position)}
                  role="option"
                  aria-selected={position === active}
                  tabIndex={-1}
                  className={classNames(classes.option, position === active && classes.active)}
                  onPointerMove={() => onActive(position)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(field)}
                >
                  {field.label}
                </button>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
