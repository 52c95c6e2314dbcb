import type { ReactNode } from 'react'

/** The states that are drawn. Each has its own outline, so it survives grey printing and forced colours. */
export type StatusKind =
  | 'on-track'
  | 'at-risk'
  | 'off-track'
  | 'done'
  | 'not-started'
  | 'stopped'
  | 'not-measured'
  | 'missing'
  | 'due'
  | 'not-due'
  | 'info'

const tick = (
  <path
    d="M4.8 8.3l2.2 2.2 4.3-4.6"
    fill="none"
    stroke="var(--surface)"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
)

const shapes: Record<StatusKind, ReactNode> = {
  'on-track': (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--ok)" />
      {tick}
    </>
  ),
  'at-risk': (
    <>
      <path d="M8 1.2 15.2 14H.8Z" fill="var(--warn)" stroke="var(--warn)" strokeWidth="1.2" strokeLinejoin="round" />
      <path d="M8 5.7v4" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="12" r="1.05" fill="var(--surface)" />
    </>
  ),
  'off-track': (
    <>
      <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5Z" fill="var(--bad)" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  done: (
    <>
      <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="3" fill="var(--done)" />
      {tick}
    </>
  ),
  'not-started': <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--idle)" strokeWidth="1.8" />,
  stopped: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="1.2" fill="none" stroke="var(--idle)" strokeWidth="1.8" />
      <path d="M4.8 8h6.4" stroke="var(--idle)" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  'not-measured': (
    <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--idle)" strokeWidth="1.8" strokeDasharray="2.6 2.3" />
  ),
  missing: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.4"
        fill="var(--hole-soft)"
        stroke="var(--hole)"
        strokeWidth="1.7"
        strokeDasharray="2.7 1.9"
      />
      <path
        d="M6.4 6.6c0-2.3 3.3-2.2 3.3-.2 0 1.3-1.6 1.4-1.6 2.7"
        fill="none"
        stroke="var(--hole)"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8.05" cy="11.4" r=".95" fill="var(--hole)" />
    </>
  ),
  due: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--info)" />
      <path d="M8 4.4V8l2.4 1.6" fill="none" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  'not-due': (
    <>
      <circle cx="8" cy="8" r="6.3" fill="none" stroke="var(--info)" strokeWidth="1.8" />
      <path d="M8 4.6V8l2.3 1.5" fill="none" stroke="var(--info)" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--info)" />
      <path d="M8 7.4v4" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="4.7" r="1.1" fill="var(--surface)" />
    </>
  ),
}

/** The shape alone, for dense rows that have a text key, and inside components that print the word themselves. */
export const StatusShape = ({ kind, size = 16 }: { readonly kind: StatusKind; readonly size?: number }): ReactNode => (
  <svg
    width={`${size / 16}rem`}
    height={`${size / 16}rem`}
    viewBox="0 0 16 16"
    aria-hidden="true"
    data-mark
    style={{ flex: 'none', display: 'block' }}
  >
    {shapes[kind]}
  </svg>
)
