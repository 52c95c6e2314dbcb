import { FREEZE_STEPS } from '../reports/public.ts'

const [, , hide, save] = FREEZE_STEPS

/** Steps of freezing a combined report: the job names them by code in its progress, the screen by title. */
export const COMBINE_STEPS = [
  { code: 'add', title: 'Add up the practices', detail: 'Count by count, as each practice sent them' },
  hide,
  save,
] as const
