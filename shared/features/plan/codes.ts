/** The two numbers of an action's code: "4.3" is the third action of objective 4. */
export interface ActionCode {
  readonly objective: number
  readonly sequence: number
}

/** Reads a code that this file wrote. */
export const parseCode = (code: string): ActionCode => {
  const [objective = 0, sequence = 0] = code.split('.').map(Number)
  return { objective, sequence }
}

/** Order of codes as numbers: 4.10 comes after 4.9. */
export const compareCodes = (a: string, b: string): number => {
  const one = parseCode(a)
  const other = parseCode(b)
  return one.objective - other.objective || one.sequence - other.sequence
}

/**
 * The code of the next action of an objective. A code is given once: an action keeps it under another objective too, and
 * when it is removed the code goes with it.
 * @param codes of all actions of the plan.
 * @param lastRemoved the highest sequence that a removed action had under the objective's number; 0 for none.
 */
export const nextCode = (objective: number, codes: readonly string[], lastRemoved: number): string => {
  const taken = codes.map(parseCode).filter((code) => code.objective === objective)
  const highest = taken.reduce((most, { sequence }) => Math.max(most, sequence), lastRemoved)
  return `${objective}.${highest + 1}`
}
