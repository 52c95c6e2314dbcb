import type { OwnText } from '#shared/features/reports/own-text.ts'

/** A text at the end of the summary, unless it is told otherwise. */
export const aText = (text: string, change: Partial<OwnText> = {}): OwnText => ({
  heading: '',
  text,
  place: 'end',
  section: 'summary',
  ...change,
})
