import { IconBulb } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { LearningLine } from './learning-line.tsx'
import { learningWrites } from './learning-writes.ts'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import classes from './learning.module.css'

type LearningPanelProps = {
  readonly personId: string
  /** Their diagnoses, the newest first: any may be taken up, suggested or not. */
  readonly diagnoses: readonly { readonly id: string; readonly label: string }[]
}

/** What is suggested and written down about this person, and the way to begin an analysis. */
export const LearningPanel = ({ personId, diagnoses }: LearningPanelProps): ReactNode => {
  const { data, error } = useCoreQuery('learning', 'ofPerson', { personId })
  const [, goTo] = usePath()
  const mayWrite = useMay('journey.write')
  const [asking, setAsking] = useState<LearningRow | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const writes = learningWrites(goTo, setFailure)
  const rows = data ?? []
  const others = diagnoses.filter(({ id }) => rows.every(({ episodeId }) => episodeId !== id))
  const begin = (episodeId: string): void => {
    void writes.takeUp({ person: { id: personId }, episodeId })
  }
  if (data === undefined || (rows.length === 0 && (!mayWrite || others.length === 0)))
    return error === null ? null : <InlineAlert tone="bad">{error.message}</InlineAlert>
  return (
    <Panel title="Learning events" padding="flush" className={classes.panel}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      {rows.length > 0 && (
        <ul className={classes.list} aria-label="Learning events of this person">
          {rows.map((row) => (
            <LearningLine
              key={row.id ?? row.episodeId}
              row={row}
              named={false}
              doing={
                mayWrite
                  ? {
                      takeUp: (one) => void writes.takeUp(one),
                      setAside: setAsking,
                      bringBack: (one) => void writes.bringBack(one),
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {mayWrite && others.length > 0 && (
        <div className={classes.begin}>
          {others.map(({ id, label }) => (
            <Button key={id} size="small" kind="quiet" icon={IconBulb} onClick={() => begin(id)}>
              {`Begin an analysis: ${label}`}
            </Button>
          ))}
        </div>
      )}
      {asking !== null && <SetAsideDialog row={asking} onClose={() => setAsking(null)} onFailedUndo={setFailure} />}
    </Panel>
  )
}
