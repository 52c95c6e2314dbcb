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

/** A pathway, none, or a referral that starts one of its own. */
export type PathwayAnswer = { readonly pathwayId: string | null } | { readonly startsPathway: true }

type PathwayNoticeProps = {
  readonly personId: string
  /** What is being logged; null while it is not understood. */
  readonly event: (PartialDate & { readonly eventType: string }) | null
  /** Where it goes as it stands; null: nobody has said. */
  readonly pathwayId: string | null
  /** What somebody has said where they named none. */
  readonly settled: 'none' | 'starts' | null
  readonly onChoose: (answer: PathwayAnswer) => void
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
  const choice =
    settled === 'none'
      ? null
      : usualPathway(
          all.map((pathway) => ({ id: pathway.id, facts: pathway, state: pathway.state })),
          typed,
        )
  if (choice?.kind !== 'ask' || (choice.starts !== null && settled === 'starts')) return null
  const asked = all.filter(({ id }) => choice.ids.includes(id))
  const isShared = (name: string): boolean => asked.filter((one) => one.name === name).length > 1
  return (
    <InlineAlert tone="info" spoken title="Which pathway is this on?">
      <div className={classes.choices}>
        {asked.map(({ id, name, words }) => (
          <Button key={id} size="small" title={words} onClick={() => onChoose({ pathwayId: id })}>
            {isShared(name) ? `${name}: ${words}` : name}
          </Button>
        ))}
        {choice.starts !== null && (
          <Button size="small" onClick={() => onChoose({ startsPathway: true })}>
            A new pathway
          </Button>
        )}
        <Button size="small" onClick={() => onChoose({ pathwayId: null })}>
          On no pathway
        </Button>
      </div>
    </InlineAlert>
  )
}
