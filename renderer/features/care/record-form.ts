import { textOrNull } from '#renderer/app/typed.ts'
import {
  type DateParts,
  dayPartsOf,
  isFuture,
  type IsoDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'
import { contactLabel, type Outcome } from '#shared/features/care/kinds.ts'
import type { CareRecord } from '#shared/features/care/schema.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'

/** A record of one attempt as its form holds it. */
export interface RecordForm {
  readonly outcome: Outcome | null
  readonly date: DateParts
  readonly method: CareRecord['method']
  readonly doneBy: string
  readonly template: string
  readonly informationGiven: boolean
  readonly note: string
}

/** The structured template that our practice uses unless somebody says otherwise. */
export const USUAL_TEMPLATE = 'Cancer care review'

/** Today, by whoever is signed in: what is true most often. An invitation mostly goes by letter, a contact by phone. */
export const freshForm = (kind: ContactKind, outcome: Outcome | null, doneBy: string, today: IsoDate): RecordForm => ({
  outcome,
  date: dayPartsOf(today),
  method: usualMethod(kind, outcome),
  doneBy,
  template: USUAL_TEMPLATE,
  informationGiven: false,
  note: '',
})

/** How a contact mostly takes place. */
export const usualMethod = (kind: ContactKind, outcome: Outcome | null): CareRecord['method'] => {
  if (outcome === 'invited') return 'letter'
  if (outcome === 'done') return kind === 'support_contact' ? 'phone' : 'in_person'
  return null
}

type Read = { readonly record: CareRecord } | { readonly faults: FieldFaults }

/** What to save, or what to put right. */
export const readForm = (form: RecordForm, personId: string, kind: ContactKind, today: IsoDate): Read => {
  if (form.outcome === null) return { faults: { outcome: 'Say what became of it' } }
  const date = partialDateFromParts(form.date)
  if (!date.ok) return { faults: { date: date.message } }
  if (isFuture(date.value, today))
    return { faults: { date: 'This date has not come yet. Record it once it has happened.' } }
  return {
    record: {
      personId,
      kind,
      outcome: form.outcome,
      date: date.value.date,
      precision: date.value.precision,
      method: form.outcome === 'unsuitable' ? null : (form.method ?? null),
      doneBy: textOrNull(form.doneBy),
      template: kind === 'care_review' && form.outcome === 'done' ? textOrNull(form.template) : null,
      informationGiven: form.outcome !== 'unsuitable' && form.informationGiven,
      note: textOrNull(form.note),
    },
  }
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  done: 'done',
  invited: 'invitation',
  declined: 'declined',
  unsuitable: 'not suitable',
}

/** "Recorded: care review, done." */
export const recordedWords = (kind: ContactKind, outcome: Outcome): string =>
  `Recorded: ${contactLabel(kind).toLowerCase()}, ${OUTCOME_WORDS[outcome]}.`
