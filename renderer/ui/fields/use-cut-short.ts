import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { announce } from '../live-region.tsx'

type Box = HTMLInputElement | HTMLTextAreaElement

interface CutShort {
  /** What to say under the box; undefined while everything fitted. */
  readonly words: string | undefined
  readonly onPaste: (event: ClipboardEvent<Box>) => void
  /** Anything typed afterwards was seen to stop at the end. */
  readonly onTyped: (event: FormEvent<Box>) => void
}

/** What a box takes of the clipboard: a break is one character, and a box of one line drops those at the end. */
const takenOf = (text: string, box: Box): string => {
  const lines = text.replaceAll('\r\n', '\n')
  return box instanceof HTMLInputElement ? lines.replace(/[\n\r]+$/, '') : lines
}

const isTooMuch = ({ currentTarget: box, clipboardData }: ClipboardEvent<Box>, most: number): boolean => {
  const replaced = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0)
  return box.value.length - replaced + takenOf(clipboardData.getData('text/plain'), box).length > most
}

/**
 * Says when a paste held more than there is room for: the browser drops the rest of it without a word.
 * @param most characters that fit; undefined: any number.
 */
export const useCutShort = (most: number | undefined): CutShort => {
  const [isCut, setCut] = useState(false)
  const words =
    most === undefined
      ? undefined
      : `Only ${most.toLocaleString('en-GB')} characters fit: the end of what you pasted was left out`
  return {
    words: isCut ? words : undefined,
    onPaste(event) {
      const cut = most !== undefined && isTooMuch(event, most)
      setCut(cut)
      if (cut && words !== undefined) announce(`${words}.`)
    },
    onTyped({ nativeEvent }) {
      if (!('inputType' in nativeEvent) || nativeEvent.inputType !== 'insertFromPaste') setCut(false)
    },
  }
}
