import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { HARM_RULES, HARM_SENTENCES } from '#shared/features/today/ranking.ts'
import type { TodayItem } from '#shared/features/today/schema.ts'
import { itemTitle } from '#shared/features/today/words.ts'
import classes from './today.module.css'

/** The rule in plain words, and where the points of each thing come from. */
export const WhyThisOrder = ({ items }: { readonly items: readonly TodayItem[] }): ReactNode => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Why this order?"
      width={520}
      side="bottom-end"
      anchor={
        <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          Why this order?
        </Button>
      }
    >
      <div className={classes.why} role="group" aria-label="Why this order?">
        <h2>By the harm of waiting</h2>
        <ul>
          {HARM_SENTENCES.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {items.map((item, index) => (
          <section key={item.subject}>
            <h3>{`${index + 1}. ${itemTitle(item)}: ${item.score} points`}</h3>
            <ul className={classes.points}>
              {item.reasons.map(({ words, points }) => (
                <li key={words}>
                  <span>{words}</span>
                  <b>{points > 0 ? `+${points}` : points}</b>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className={classes.none}>{`Rule: ${HARM_RULES.version}.`}</p>
        <p>
          <Button size="small" onClick={() => setOpen(false)}>
            Close
          </Button>
        </p>
      </div>
    </Popover>
  )
}
