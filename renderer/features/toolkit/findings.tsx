import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import type { IssueFinding } from '#shared/features/toolkit/schema.ts'
import classes from './toolkit.module.css'

type FindingsProps = {
  readonly title: string
  readonly kind: 'refuses' | 'warns'
  readonly findings: readonly IssueFinding[]
  /** null: may only read. */
  readonly onGo: ((finding: IssueFinding) => void) | null
}

/** What was found in a document of one kind, each with the way to where it stands. */
export const Findings = ({ title, kind, findings, onGo }: FindingsProps): ReactNode => {
  const shown = findings.filter((finding) => finding.kind === kind)
  if (shown.length === 0) return null
  return (
    <section className={classes.findings}>
      <h3>{title}</h3>
      <ul>
        {shown.map((finding, index) => (
          <li key={index} className={classes.finding}>
            <StatusShape kind={kind === 'refuses' ? 'off-track' : 'at-risk'} size={15} />
            <span>{finding.words}</span>
            {onGo !== null && (finding.block !== null || finding.code !== null) && (
              <Button kind="quiet" size="small" onClick={() => onGo(finding)}>
                Show it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
