import type { FieldFault } from '#renderer/ui/error-summary.tsx'
import type { AppError } from '#shared/contract/errors.ts'

/** Words by the name of the field as the contract has it: `person.nhsNumber`, `episode.diagnosisDate`. */
export type Faults = Readonly<Record<string, string>>

/** Label of each field that can be at fault, in the order of the page. */
export type FieldLabels = Readonly<Record<string, string>>

/** Id of a field's control. */
export const fieldId = (field: string): string => field.replace('.', '-')

/** Faults of a part, named as the contract names them. */
export const prefixed = (prefix: string, faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).map(([field, words]) => [`${prefix}.${field}`, words]))

/** A refusal from the core laid on the fields of the form. What belongs to no field of it is left out. */
export const faultsOfError = (error: AppError, labels: FieldLabels): Faults => {
  const found: Record<string, string> = {}
  for (const [path, words] of Object.entries(error.details.fieldErrors ?? {})) {
    const field = path.split('.').slice(0, 2).join('.')
    if (Object.hasOwn(labels, field)) found[field] ??= words
  }
  return found
}

/** The summary's lines in the order of the page. */
export const summaryOf = (faults: Faults, labels: FieldLabels): readonly FieldFault[] =>
  Object.entries(labels).flatMap(([field, label]) => {
    const words = faults[field]
    return words === undefined ? [] : [{ fieldId: fieldId(field), message: `${label}: ${words}` }]
  })
