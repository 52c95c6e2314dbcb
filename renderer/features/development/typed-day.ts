import { readDay } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import type { DateParts, IsoDate } from '#shared/domain/partial-date.ts'

/** A day of a form with its fault, if it has one, under the name of its field. */
export const typedDay = (
  name: string,
  parts: DateParts,
): { readonly day: IsoDate | null; readonly faults: FieldFaults } => {
  const read = readDay(parts)
  return 'fault' in read ? { day: null, faults: { [name]: read.fault } } : { day: read.day, faults: {} }
}
