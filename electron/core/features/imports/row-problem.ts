/** Thrown inside the mapping of one row: the row is rejected with these words, and the next one goes on. */
export class RowProblem extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RowProblem'
  }
}

/** @throws RowProblem always. The reason holds nothing of the row's content. */
export const rejectRow = (reason: string): never => {
  throw new RowProblem(reason)
}
