import type { ReactNode } from 'react'
import type { PathwayState } from '#shared/features/pathways/state-machine.ts'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import classes from './pathways.module.css'

/** The shape before a pathway's words, which say the same: the hospital's while treated, else how it stands. */
export const PathwayMark = ({ state }: { readonly state: PathwayState }): ReactNode => {
  if (state.needsSignOff) return <StatusShape kind="off-track" size={14} />
  if (state.place === 'treated') return <span className={classes.hospitalMark} aria-hidden="true" />
  return <StatusShape kind={state.open ? 'not-due' : 'done'} size={14} />
}
