import { type DifferenceChoice, type DifferenceCode, differenceOf } from '#shared/features/imports/differences.ts'
import type { DifferenceChoices, FieldChange } from '#shared/features/imports/schema.ts'

const NONE = 'We had none'
const NOT_OURS = 'Not on our record'

/** What the file adds where we have nothing. */
export const filled = (label: string, theirs: string): FieldChange => ({
  label,
  ours: null,
  theirs,
  taken: true,
  difference: null,
  why: NONE,
})

/** Something the file tells that our record of somebody lacks altogether. */
export const added = (label: string, theirs: string): FieldChange => ({ ...filled(label, theirs), why: NOT_OURS })

/** A fact that we have and that the file tells more exactly. */
export const refined = (label: string, ours: string, theirs: string): FieldChange => ({
  label,
  ours,
  theirs,
  taken: true,
  difference: null,
  why: 'More exact in the file',
})

const WHY: Readonly<Record<DifferenceChoice, string>> = {
  ours: 'Ours stays: the file does not say which is right',
  theirs: 'Newer in the file',
  both: 'Both are kept',
}
const CHOSEN: Readonly<Record<DifferenceChoice, string>> = {
  ours: 'You keep ours',
  theirs: 'You take theirs',
  both: 'You keep both',
}

/** Settles the differences of one person of a file, in the order they are found. */
export class Settling {
  private readonly choices: DifferenceChoices
  private readonly line: number
  private found: Map<DifferenceCode, number> | null = null

  constructor(choices: DifferenceChoices, line: number) {
    this.choices = choices
    this.line = line
  }

  /** Both sides say something else: which of them is stored, and the words for it. */
  settle(
    code: DifferenceCode,
    ours: string,
    theirs: string,
  ): { readonly change: FieldChange; readonly choice: DifferenceChoice } {
    this.found ??= new Map()
    const nth = this.found.get(code) ?? 0
    this.found.set(code, nth + 1)
    const { label, standing, choices } = differenceOf(code)
    const offered = (choice: DifferenceChoice | undefined): DifferenceChoice | undefined =>
      choice !== undefined && choices.includes(choice) ? choice : undefined
    const here = offered(
      this.choices.here.find((one) => one.line === this.line && one.code === code && one.nth === nth)?.choice,
    )
    const forAll = offered(this.choices.forAll[code])
    const choice = here ?? forAll ?? standing
    const chosen = here !== undefined ? 'here' : forAll !== undefined ? 'for-all' : 'nobody'
    const why = chosen === 'nobody' ? WHY[choice] : CHOSEN[choice]
    const difference = { code, nth, choice, chosen } as const
    return { choice, change: { label, ours, theirs, taken: choice !== 'ours', difference, why } }
  }
}

/** Whether somebody should look at a person: the two sides differ in what no rule can settle. */
export const isConflict = (changes: readonly FieldChange[]): boolean =>
  changes.some(({ difference }) => difference !== null && differenceOf(difference.code).asks)

/** Such differences that nobody has chosen about. */
export const openDifferences = (changes: readonly FieldChange[]): FieldChange[] =>
  changes.filter(
    ({ difference }) => difference !== null && difference.chosen === 'nobody' && differenceOf(difference.code).asks,
  )
