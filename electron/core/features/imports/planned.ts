import { type Decision, sameAs } from './decide.ts'
import type { Incoming } from './incoming.ts'
import { BY_NUMBER } from './match.ts'

/** One person of the file with what is done about them. */
export interface Planned {
  /** The lines of the file that tell of them. */
  readonly lines: readonly number[]
  /**
   * What they tell. null of somebody who is the same, and of whom nothing more is to be said: of a long list most are, and
   * whoever wants to see them reads their lines again.
   */
  readonly incoming: Incoming | null
  readonly decision: Decision
}

/** Somebody of whom something is stored, or to be said. */
export interface PlannedInFull extends Planned {
  readonly incoming: Incoming
}

/** What is decided about somebody, with what they tell where it matters. */
export const plannedOf = (incoming: Incoming, decision: Decision): Planned => {
  const isPlain = decision.outcome === 'same' && decision.changes.length === 0 && incoming.warnings.length === 0
  return { lines: incoming.lines, incoming: isPlain ? null : incoming, decision }
}

/**
 * Somebody of whom the register has word for word what the file tells. Of a long list that may be nearly everybody, so
 * what is decided about them is put in words only when it is asked for.
 */
export class WordForWord implements Planned {
  private readonly line: number
  readonly personId: string

  constructor(line: number, personId: string) {
    this.line = line
    this.personId = personId
  }

  get lines(): readonly number[] {
    return [this.line]
  }

  get incoming(): null {
    return null
  }

  get decision(): Decision {
    return sameAs(this.personId, BY_NUMBER)
  }
}
