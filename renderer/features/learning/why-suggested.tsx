import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { LEARNING_REASONS, LEARNING_RULES_VERSION } from '#shared/features/learning/suggestions.ts'
import classes from './learning.module.css'

/** The rules behind the suggestions, each with its source. */
export const WhySuggested = (): ReactNode => (
  <Panel title="Why these" aside={`Rules ${LEARNING_RULES_VERSION}`}>
    <p className={classes.quiet}>Diagnoses of the last 24 months. A vague date counts as any day that it can mean.</p>
    <dl className={classes.rules}>
      {LEARNING_REASONS.map(({ code, label, text, source }) => (
        <div key={code}>
          <dt>{label}</dt>
          <dd>
            {text}
            <small>{`Source: ${source}.`}</small>
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
)
