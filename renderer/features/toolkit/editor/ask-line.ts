import type { EditorAsks } from './extensions.ts'

/** What the editor, which is made once, asks of the page, which is drawn again and again. */
export interface AskLine {
  readonly asks: EditorAsks
  /** Says who answers from now on; call what comes back to stop. */
  readonly connect: (asks: EditorAsks) => () => void
}

export const createAskLine = (): AskLine => {
  let answering: EditorAsks | null = null
  return {
    asks: {
      insertFact: () => answering?.insertFact(),
      find: () => answering?.find(),
      link: () => answering?.link(),
      comment: () => answering?.comment(),
      leave: () => answering?.leave(),
    },
    connect(asks) {
      answering = asks
      return () => {
        if (answering === asks) answering = null
      }
    },
  }
}
