import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { textOrNull } from '#renderer/app/typed.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { linesOf } from '#shared/features/brainstorm/public.ts'
import { LONGEST_NOTE, MOST_AT_ONCE, type NoteFields } from '#shared/features/brainstorm/schema.ts'
import classes from './brainstorm.module.css'

interface NoteInputProps {
  readonly inputRef: Ref<HTMLInputElement>
  /** @returns whether the notes were added. */
  readonly onAdd: (notes: readonly NoteFields[]) => Promise<boolean>
  readonly withSaidBy: boolean
}

/** Notes typed fast: Enter adds one and is ready for the next; several pasted lines become several notes. */
export const NoteInput = ({ inputRef, onAdd, withSaidBy }: NoteInputProps): ReactNode => {
  const formId = useId()
  const [words, setWords] = useState('')
  const [saidBy, setSaidBy] = useState('')
  const [tooLong, setTooLong] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [untouched, setUntouched] = useState(true)
  const send = async (lines: readonly string[]): Promise<boolean> =>
    onAdd(lines.map((line) => ({ words: line, saidBy: textOrNull(saidBy) })))

  const addTyped = async (): Promise<void> => {
    const line = words.replaceAll(/\s+/g, ' ').trim()
    if (line === '') return setFault('Write the note first')
    if (line.length > LONGEST_NOTE)
      return setFault(`Use ${LONGEST_NOTE} characters or fewer: this has ${line.length}. Make two notes of it.`)
    setFault(undefined)
    setUntouched(true)
    const [next = '', ...rest] = tooLong
    setWords(next)
    setTooLong(rest)
    // What was refused comes back, unless the next note is being written: then it stands in the field before it.
    if (!(await send([line]))) setWords((now) => (now === '' ? line : `${line} ${now}`))
  }

  const paste = async (event: ClipboardEvent): Promise<void> => {
    const text = event.clipboardData.getData('text/plain')
    const lines = linesOf(text)
    const [only] = lines
    if (only === undefined) return
    const box = event.target
    if (lines.length === 1) {
      // One cell with breaks or marks in it would come with its quotation marks; all else the box takes in as it takes any text.
      if (!/[\n\r]|^".*""/.test(text.trim()) || !(box instanceof HTMLInputElement)) return
      event.preventDefault()
      setUntouched(false)
      const { value, selectionStart, selectionEnd } = box
      return setWords(value.slice(0, selectionStart ?? value.length) + only + value.slice(selectionEnd ?? value.length))
    }
    event.preventDefault()
    if (lines.length > MOST_AT_ONCE)
      return setFault(`These are ${lines.length} lines. Paste ${MOST_AT_ONCE} or fewer at a time.`)
    setFault(undefined)
    const fitting = lines.filter((line) => line.length <= LONGEST_NOTE)
    if (fitting.length > 0 && !(await send(fitting))) return
    const [first, ...rest] = lines.filter((line) => line.length > LONGEST_NOTE)
    if (first === undefined) return
    setWords((now) => (now === '' ? first : now))
    setTooLong(words === '' ? rest : [first, ...rest])
    announce('Some lines are too long for a note. They come into the field one after the other, to be shortened.')
  }

  // A field whose words have become a note has nothing of its own to bring back: the key is meant for the note.
  const undo = (event: KeyboardEvent): void => {
    if (event.ctrlKey && event.key === 'z' && untouched && words === '' && undoLatestToast()) event.preventDefault()
  }

  return (
    <form
      id={formId}
      className={classes.input}
      noValidate
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        void addTyped()
      }}
    >
      <div className={classes.inputRow}>
        <div className={classes.inputWords} onPaste={(event) => void paste(event)}>
          <TextField
            label="What gets in the way of good cancer care here?"
            large
            inputRef={inputRef}
            onKeyDown={undo}
            placeholder="One thought, then Enter"
            error={fault}
            spellCheck
            value={words}
            onChange={(next) => {
              setWords(next)
              setUntouched(false)
              if (fault !== undefined) setFault(undefined)
            }}
          />
        </div>
        {withSaidBy && (
          <div className={classes.inputBy}>
            <TextField label="Said by" optional large maxLength={80} value={saidBy} onChange={setSaidBy} />
          </div>
        )}
        <Button kind="filled" size="large" type="submit" keys="Enter">
          Add
        </Button>
      </div>
      {tooLong.length > 0 && (
        <InlineAlert tone="warn">
          {`${tooLong.length} more ${tooLong.length === 1 ? 'line is' : 'lines are'} longer than ${LONGEST_NOTE} characters and come into the field after this one.`}
        </InlineAlert>
      )}
    </form>
  )
}
