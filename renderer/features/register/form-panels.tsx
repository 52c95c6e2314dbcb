import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import type { Difference } from './differences.ts'
import classes from './form.module.css'

interface Duplicate {
  readonly id: string
  readonly sameNhsNumber: boolean
  readonly sameNameAndBirth: boolean
}

const alike = (people: readonly Duplicate[]): string => {
  if (people.some((person) => person.sameNhsNumber)) return 'the same NHS number'
  return people.some((person) => person.sameNameAndBirth)
    ? 'the same name and date of birth'
    : 'the same surname and first name'
}

type DuplicatePanelProps = { readonly people: readonly Duplicate[]; readonly onLook: () => void }

/** Says that somebody like this is here already, and nothing about them: two patients are never mixed on one screen. */
export const DuplicatePanel = ({ people, onLook }: DuplicatePanelProps): ReactNode => {
  if (people.length === 0) return null
  const one = people.length === 1
  return (
    <Panel title="Could be someone you have" icon={<StatusShape kind="info" size={20} />}>
      <div className={classes.panelWords} role="status">
        <p>
          {one ? '1 person' : `${people.length} people`} on the register {one ? 'has' : 'have'} {alike(people)}. Their
          details stay closed until you finish or stop here.
        </p>
        <p className={classes.panelActions}>
          <Button onClick={onLook}>Stop and look</Button>
        </p>
      </div>
    </Panel>
  )
}

type StalePanelProps = {
  readonly differences: readonly Difference[]
  readonly onLoad: () => void
  readonly onSaveMine: () => void
}

/** Somebody saved meanwhile: what was typed stays, and what is there now is shown beside it. */
export const StalePanel = ({ differences, onLoad, onSaveMine }: StalePanelProps): ReactNode => (
  <InlineAlert
    tone="bad"
    spoken
    title="Not saved: somebody changed this meanwhile"
    actions={
      <>
        <Button onClick={onLoad}>Load what is there now</Button>
        <Button onClick={onSaveMine}>Save mine over it</Button>
      </>
    }
  >
    What you typed is still here.
    {differences.length === 0 ? (
      ' What is there now is the same in every field.'
    ) : (
      <>
        {' '}
        These fields are different now:
        <ul className={classes.differences}>
          {differences.map(([label, now, typed]) => (
            <li key={label}>
              {label}: <b>{now}</b> now, <b>{typed}</b> typed by you
            </li>
          ))}
        </ul>
      </>
    )}
  </InlineAlert>
)
