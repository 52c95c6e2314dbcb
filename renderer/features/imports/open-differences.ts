import { differenceOf } from '#shared/features/imports/differences.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'

/** Whether somebody should choose here and nobody has. */
export const isOpenDifference = ({ difference }: FieldChange): boolean =>
  difference !== null && difference.chosen === 'nobody' && differenceOf(difference.code).asks

/** The first place after `from` where somebody should choose; -1 where there is none. */
export const nextOpen = (changes: readonly FieldChange[], from = 0): number =>
  changes.findIndex((change, at) => at >= from && isOpenDifference(change))
