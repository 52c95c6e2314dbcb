import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { keepingWords } from '#renderer/app/use-autosave.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { AppError } from '#shared/contract/errors.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { useKeptWords } from './use-kept-words.ts'
import classes from './baseline.module.css'

const LONGEST = 4000

interface BaselineWordsPanelProps {
  readonly plan: Plan
  readonly mayWrite: boolean
}

const Read = ({ title, words }: { readonly title: string; readonly words: string }): ReactNode => (
  <div>
    <h3>{title}</h3>
    <p className={classes.prose}>{words === '' ? 'Nothing is written down.' : words}</p>
  </div>
)

/** What is strong and what is missing today, in the lead's own words. Saved as it is typed. */
export const BaselineWordsPanel = ({ plan, mayWrite }: BaselineWordsPanelProps): ReactNode => {
  const kept = useKeptWords(plan, mayWrite)
  const [failure, setFailure] = useState<string | null>(null)
  const { keeping, lastUndo } = kept
  const takeBack = async (): Promise<void> => {
    if (lastUndo === null) return
    try {
      await core.audit.undo({ seq: lastUndo })
      kept.forgetUndo()
      setFailure(null)
      await kept.showTheirs()
    } catch (cause) {
      setFailure(cause instanceof AppError ? cause.message : 'This could not be taken back.')
    }
  }
  const words = failure ?? ('words' in keeping ? keeping.words : null)
  return (
    <Panel title="Where we stand" aside={mayWrite ? <span role="status">{keepingWords(keeping)}</span> : undefined}>
      <div className={classes.fields}>
        {words !== null && (
          <InlineAlert
            tone="bad"
            spoken
            title="This was not saved"
            actions={
              keeping.state === 'stale' ? (
                <>
                  <Button onClick={() => void kept.keepMine()}>Keep my words</Button>
                  <Button onClick={() => void kept.showTheirs()}>Show theirs</Button>
                </>
              ) : undefined
            }
          >
            {words}
          </InlineAlert>
        )}
        {mayWrite ? (
          <>
            <TextAreaField
              label="What is strong here"
              hint="What works already, and who makes it work."
              rows={5}
              maxLength={LONGEST}
              value={kept.form.strengths}
              onChange={(strengths) => kept.change({ strengths })}
              onLeave={() => void kept.flush()}
            />
            <TextAreaField
              label="What is missing"
              hint="Where people wait, fall through, or are not asked."
              rows={5}
              maxLength={LONGEST}
              value={kept.form.gaps}
              onChange={(gaps) => kept.change({ gaps })}
              onLeave={() => void kept.flush()}
            />
          </>
        ) : (
          <>
            <Read title="What is strong here" words={plan.strengths} />
            <Read title="What is missing" words={plan.gaps} />
          </>
        )}
        {lastUndo !== null && (
          <span>
            <Button kind="quiet" size="small" onClick={() => void takeBack()}>
              Take back what was saved last
            </Button>
          </span>
        )}
      </div>
    </Panel>
  )
}
