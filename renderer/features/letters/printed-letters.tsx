import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { letterCount } from '#shared/features/letters/words.ts'
import { type LetterText, printLetters } from './print-letters.ts'
import classes from './letters.module.css'

type PaperProps = {
  readonly title: string
  readonly print: () => Promise<string | null>
  readonly onDone: () => void
  readonly children: ReactNode
}

/** Paper as it will print, in place of the page; the printer is asked at once. */
export const Paper = ({ title, print, onDone, children }: PaperProps): ReactNode => {
  const [failure, setFailure] = useState<string | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void print().then((words) => setFailure(words))
  })
  useCommands([
    { id: 'letters.paper.back', title: 'Back to the letters', group: 'On this page', keys: ['Esc'], run: onDone },
  ])
  return (
    <div className={classes.printed}>
      <div className={classes.printTools} data-print="hide">
        <h1>{title}</h1>
        <Button onClick={onDone} keys="Esc">
          Back to the letters
        </Button>
      </div>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="Not printed">
          {failure}
        </InlineAlert>
      )}
      {children}
    </div>
  )
}

type PrintedLettersProps = { readonly letters: readonly LetterText[]; readonly onDone: () => void }

/** Letters as they will print, each on a sheet of its own. What is printed is audited. */
export const PrintedLetters = ({ letters, onDone }: PrintedLettersProps): ReactNode => (
  <Paper
    title={letters.length === 1 ? 'A letter to print' : `${letterCount(letters.length)} to print`}
    print={() => printLetters(letters)}
    onDone={onDone}
  >
    {letters.map(({ personId, text }, at) => (
      // One person may get two letters, one to each hospital.
      <article key={`${personId} ${at}`} className={classes.letterSheet}>
        {text}
      </article>
    ))}
  </Paper>
)
