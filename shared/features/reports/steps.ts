/** Steps of freezing a report: the job names them by code in its progress, the screen by title. */
export const FREEZE_STEPS = [
  { code: 'freeze', title: 'Freeze the figures', detail: 'Everyone on the register, as it stands now' },
  {
    code: 'measure',
    title: 'Work out the measures',
    detail: 'Every rule at the version in force at the end of the period',
  },
  { code: 'hide', title: 'Hide small numbers', detail: 'And look for anything a subtraction would give away' },
  { code: 'save', title: 'Save the report', detail: 'With a fingerprint, so that a later change would show' },
] as const

/** Steps of writing its files. The PDF is printed by the shell after them. */
export const EXPORT_STEPS = [
  {
    code: 'check',
    title: 'Check the report',
    detail: 'Its fingerprint, and whether it is safe beside what was sent before',
  },
  { code: 'make', title: 'Make the files', detail: 'The same frozen figures in all of them' },
  { code: 'write', title: 'Write the files', detail: 'Each one whole or not at all' },
] as const
