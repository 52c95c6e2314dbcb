import type { ReactNode } from 'react'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { usualPathway } from '#shared/features/pathways/linking.ts'
import { mayFollow, NOT_LOGGED_YET } from '#shared/features/pathways/state-machine.ts'
import { stepOf } from '#shared/features/pathways/steps.ts'
import { outOfOrderWords } from '#shared/features/pathways/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import classes from './pathways.module.css'
import { usePathways } from './use-pathways.ts'

type PathwayNoticeProps = {
  readonly personId: string
  /** What is being logged; null while it is not understood. */
  readonly event: (PartialDate & { readonly eventType: string }) | null
  /** Where it goes as it stands; null: nobody has said. */
  readonly pathwayId: string | null
  /** Somebody has said that it belongs to none. */
  readonly settled: boolean
  readonly onChoose: (id: string | null) => void
}

/** Asks before an event is logged: which pathway it belongs to, and whether it can be right there. */
export const PathwayNotice = ({ personId, event, pathwayId, settled, onChoose }: PathwayNoticeProps): ReactNode => {
  const all = usePathways(personId)?.pathways ?? []
  if (event === null) return null
  const typed = { id: NOT_LOGGED_YET, ...event }
  const chosen = all.find(({ id }) => id === pathwayId)
  if (chosen !== undefined)
    return mayFollow(chosen.state, typed, chosen) ? null : (
      <InlineAlert tone="warn" spoken title="Is this right?">
        {`${chosen.name}: ${outOfOrderWords(stepOf(event.eventType), chosen.state.place)} It is kept and flagged if you save it.`}
      </InlineAlert>
    )
  const choice = settled
    ? null
    : usualPathway(
        all.map((pathway) => ({ id: pathway.id, facts: pathway, state: pathway.state })),
        typed,
      )
  if (choice?.kind !== 'ask') return null
  const asked = all.filter(({ id }) => choice.ids.includes(id))
  const isShared = (name: string): boolean => asked.filter((one) => one.name === name).length > 1
  return (
    <InlineAlert tone="info" spoken title="Which pathway is this on?">
      <div className={classes.choices}>
        {asked.map(({ id, name, words }) => (
          <Button key={id} size="small" title={words} onClick={() => onChoose(id)}>
            {isShared(name) ? `${name}: ${words}` : name}
          </Button>
        ))}
        <Button size="small" onClick={() => onChoose(null)}>
          On no pathway
        </Button>
      </div>
    </InlineAlert>
  )
}
