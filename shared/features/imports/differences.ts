import { z } from 'zod'

/** What can be done where the register and the file say different things. both: theirs is added and ours is kept. */
export const DIFFERENCE_CHOICES = [
  { code: 'ours', label: 'Keep ours' },
  { code: 'theirs', label: 'Take theirs' },
  { code: 'both', label: 'Keep both' },
] as const
export const differenceChoiceSchema = z.enum(DIFFERENCE_CHOICES.map((choice) => choice.code))
export type DifferenceChoice = z.infer<typeof differenceChoiceSchema>

interface Difference {
  readonly code: string
  readonly label: string
  /** What is done where nobody has chosen. */
  readonly standing: DifferenceChoice
  /** True where neither side is the likelier one, so that somebody should look: the person is then a conflict. */
  readonly asks: boolean
  readonly choices: readonly DifferenceChoice[]
}

const EITHER = ['ours', 'theirs'] as const
const ANY = ['ours', 'theirs', 'both'] as const

/**
 * Facts of which both sides may say something, and not the same. Of names, address and GP the newest export of a practice
 * system is the newer fact; of anything else a file does not say which is right.
 */
export const DIFFERENCES = [
  { code: 'title', label: 'Title', standing: 'theirs', asks: false, choices: EITHER },
  { code: 'surname', label: 'Surname', standing: 'theirs', asks: false, choices: ANY },
  { code: 'given_name', label: 'First name', standing: 'theirs', asks: false, choices: EITHER },
  { code: 'postcode', label: 'Postcode', standing: 'theirs', asks: false, choices: EITHER },
  { code: 'usual_gp', label: 'Usual GP', standing: 'theirs', asks: false, choices: EITHER },
  { code: 'local_id', label: 'Local number', standing: 'ours', asks: true, choices: EITHER },
  { code: 'sex', label: 'Sex', standing: 'ours', asks: true, choices: EITHER },
  { code: 'death_date', label: 'Date of death', standing: 'ours', asks: true, choices: EITHER },
  { code: 'diagnosis_date', label: 'Diagnosis date', standing: 'ours', asks: true, choices: ANY },
  { code: 'stage', label: 'Stage', standing: 'ours', asks: true, choices: EITHER },
  { code: 'icd10_code', label: 'ICD-10 code', standing: 'ours', asks: true, choices: EITHER },
  { code: 'hospital', label: 'Hospital', standing: 'ours', asks: true, choices: EITHER },
  { code: 'route', label: 'Route to diagnosis', standing: 'ours', asks: true, choices: EITHER },
] as const satisfies readonly Difference[]
export const differenceCodeSchema = z.enum(DIFFERENCES.map((difference) => difference.code))
export type DifferenceCode = z.infer<typeof differenceCodeSchema>

/** What is known of a kind of difference. */
export const differenceOf = (code: DifferenceCode): Difference & { readonly code: DifferenceCode } => {
  const found = DIFFERENCES.find((one) => one.code === code)
  if (found === undefined) throw new Error('there is no such kind of difference')
  return found
}
