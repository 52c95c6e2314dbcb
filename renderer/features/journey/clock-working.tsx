import { IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { PathwayDialogs, type ShownPathway, usePathways } from '#renderer/features/pathways/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { ClockFacts } from './clock-facts.ts'
import { ClockTable } from './clock-table.tsx'
import { PersonStrip } from './person-strip.tsx'
import classes from './clocks.module.css'

type ClockWorkingProps = {
  readonly personId: string
  readonly facts: ClockFacts
  readonly pathway: ShownPathway | undefined
  readonly cards: readonly ClockFacts[]
}

/** How one clock was worked out, in a line: start, stop, what was taken off, and the rule with its version. */
export const ClockWorking = ({ personId, facts, pathway, cards }: ClockWorkingProps): ReactNode => {
  const [asking, setAsking] = useState<'table' | 'adjust' | null>(null)
  const maySign = useMay('pathways.sign_off')
  const all = usePathways(personId)
  const clock = pathway?.clocks.find(({ code, ordinal }) => `${code}-${ordinal}` === facts.key)
  const mayAdjust = maySign && clock !== undefined && clock.ordinal === 1 && (all?.rules.adjustments.length ?? 0) > 0
  return (
    <div className={classes.working}>
      <b>{`How ${facts.figure === '' ? 'it' : facts.result} was worked out`}</b>
      <span>
        {facts.start.what} <b>{facts.start.when}</b>
      </span>
      <Icon of={IconArrowRight} size={16} />
      <span>
        {facts.stop.what} <b>{facts.stop.when}</b> = <b>{facts.result}</b>.
      </span>
      {facts.notes.map((note) => (
        <span key={note} className={classes.weak}>
          {note}
        </span>
      ))}
      <span className={classes.push} />
      <span className={classes.weak}>
        {clock === undefined ? 'Counted by this practice.' : 'Practice-observed: the trust holds the official clock.'}
      </span>
      <Button
        kind="quiet"
        size="small"
        title="All clocks, intervals and rules as a table"
        onClick={() => setAsking('table')}
      >
        {facts.ruleShort}
      </Button>
      {asking === 'table' && (
        <ClockTable
          personId={personId}
          pathway={pathway}
          cards={cards}
          onAdjust={mayAdjust ? () => setAsking('adjust') : undefined}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'adjust' && clock !== undefined && pathway !== undefined && all !== undefined && (
        <PathwayDialogs
          task={{ kind: 'adjust', pathway, clock: clock.code }}
          personId={personId}
          all={all}
          today={dayNow()}
          banner={<PersonStrip personId={personId} />}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
