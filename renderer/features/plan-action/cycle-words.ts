/** The four parts of a turn (Deming; Langley and others, The Improvement Guide). */
export const CYCLE_PARTS = [
  { code: 'plan', label: 'Plan' },
  { code: 'doing', label: 'Do' },
  { code: 'study', label: 'Study' },
  { code: 'act', label: 'Act' },
] as const

/** What becomes of what was tried. */
export const OUTCOMES = [
  { code: 'adopt', label: 'Adopt', words: 'it stays', mark: 'on-track' },
  { code: 'adapt', label: 'Adapt', words: 'it is changed and tried again', mark: 'at-risk' },
  { code: 'abandon', label: 'Abandon', words: 'it is given up', mark: 'not-measured' },
] as const
