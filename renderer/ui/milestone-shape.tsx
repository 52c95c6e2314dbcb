import type { ReactNode } from 'react'

/** Met, still to come, or missed. */
export type MilestoneState = 'met' | 'to come' | 'missed'

const SHAPES: Readonly<Record<MilestoneState, ReactNode>> = {
  met: (
    <>
      <path d="M0-7 7 0 0 7-7 0Z" fill="var(--done)" stroke="var(--surface)" strokeWidth="1.5" />
      <path d="M-2.8.2l2 2L2.8-2" fill="none" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  'to come': <path d="M0-6.4 6.4 0 0 6.4-6.4 0Z" fill="var(--surface)" stroke="var(--text-2)" strokeWidth="2" />,
  missed: (
    <>
      <path d="M0-7 7 0 0 7-7 0Z" fill="var(--bad)" stroke="var(--surface)" strokeWidth="1.5" />
      <path d="M0-3.6v4" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cy="3" r="1" fill="var(--surface)" />
    </>
  ),
}

/** A milestone by its shape: a tick in it is met, hollow is to come, an exclamation mark in it is missed. */
export const MilestoneShape = ({ state }: { readonly state: MilestoneState }): ReactNode => (
  <svg width="1rem" height="1rem" viewBox="-8 -8 16 16" aria-hidden="true" data-mark>
    {SHAPES[state]}
  </svg>
)
