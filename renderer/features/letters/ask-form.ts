import { readDay, type ReadDay, textOrNull } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { addDays, type DateParts, dayPartsOf, isFuture, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Ask } from '#shared/features/letters/schema.ts'
import type { LetterTarget } from './letter-target.ts'

/** A letter or a call as its form holds it. */
export interface AskForm {
  readonly happenedOn: DateParts
  readonly hospital: string
  readonly department: string
  readonly phone: string
  readonly spokeTo: string
  readonly note: string
  readonly promisedFor: DateParts
  readonly ringAgainOn: DateParts
}

/** Nobody answers a letter within a week; a call is best repeated after one. */
const RING_AGAIN_DAYS = 7

/** Filled in with what is true most often: today, where the last one went, and a week until the next call. */
export const freshAskForm = (
  known: { readonly hospital: string | null; readonly department: string | null; readonly phone: string | null },
  note: string,
  today: IsoDate,
): AskForm => ({
  happenedOn: dayPartsOf(today),
  hospital: known.hospital ?? '',
  department: known.department ?? '',
  phone: known.phone ?? '',
  spokeTo: '',
  note,
  promisedFor: dayPartsOf(null),
  ringAgainOn: dayPartsOf(addDays(today, RING_AGAIN_DAYS)),
})

type Read = { readonly ask: Ask } | { readonly faults: FieldFaults }

/** What to log, or what to put right. */
export const readAskForm = (form: AskForm, target: LetterTarget, kind: Ask['kind'], today: IsoDate): Read => {
  const days = {
    happenedOn: readDay(form.happenedOn),
    promisedFor: readDay(form.promisedFor),
    ringAgainOn: readDay(form.ringAgainOn),
  }
  const faults: Record<string, string> = {}
  for (const [field, read] of Object.entries(days)) if ('fault' in read) faults[field] = read.fault
  const dayOf = (read: ReadDay): IsoDate | null => ('day' in read ? read.day : null)
  const happenedOn = dayOf(days.happenedOn)
  if (happenedOn === null) faults['happenedOn'] ??= 'Enter the date'
  else if (isFuture({ date: happenedOn, precision: 'day' }, today))
    faults['happenedOn'] = 'This date has not come yet. Log it once it has happened.'
  if (kind === 'letter' && textOrNull(form.note) === null) faults['note'] = 'Write the letter first, or log a call'
  if (Object.keys(faults).length > 0 || happenedOn === null) return { faults }
  const { query } = target
  return {
    ask: {
      personId: target.personId,
      query: query === null ? null : { id: query.queryId, version: query.version },
      wanted: [...target.wanted],
      kind,
      happenedOn,
      spokeTo: textOrNull(form.spokeTo),
      note: textOrNull(form.note),
      hospital: textOrNull(form.hospital),
      department: textOrNull(form.department),
      phone: textOrNull(form.phone),
      promisedFor: dayOf(days.promisedFor),
      ringAgainOn: dayOf(days.ringAgainOn),
    },
  }
}
