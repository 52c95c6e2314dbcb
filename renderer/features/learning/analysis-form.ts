import { readDay, textOrNull } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type DateParts, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { AnalysisFields } from '#shared/features/learning/schema.ts'

/** An analysis as its page holds it. */
export interface AnalysisForm extends Omit<AnalysisFields, 'ledBy' | 'meetingDate' | 'reviewDate'> {
  readonly ledBy: string
  readonly meetingDate: DateParts
  readonly reviewDate: DateParts
}

export const analysisFormOf = (fields: AnalysisFields): AnalysisForm => ({
  ...fields,
  ledBy: fields.ledBy ?? '',
  meetingDate: dayPartsOf(fields.meetingDate),
  reviewDate: dayPartsOf(fields.reviewDate),
})

interface Read {
  readonly fields: AnalysisFields
  /** Of days that are only half typed: what was kept before stands for them. */
  readonly faults: FieldFaults
}

/** What can be kept of what is typed so far. @param kept what is kept already. */
export const readAnalysisForm = (form: AnalysisForm, kept: AnalysisFields): Read => {
  const faults: Record<string, string> = {}
  const dayOf = (name: 'meetingDate' | 'reviewDate'): string | null => {
    const read = readDay(form[name])
    if ('day' in read) return read.day
    faults[name] = read.fault
    return kept[name]
  }
  const fields = {
    ...form,
    ledBy: textOrNull(form.ledBy),
    meetingDate: dayOf('meetingDate'),
    reviewDate: dayOf('reviewDate'),
  }
  return { fields, faults }
}
