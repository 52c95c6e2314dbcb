/** What a key did to a line that is typed without being shown. */
export type Typed = 'more' | 'entered' | 'stopped'

const CTRL_C = '\u0003'
const END_OF_TRANSMISSION = '\u0004'
const CLEAR_LINE = '\u0015'
const ESCAPE = '\u001B'
const ERASE = new Set(['\u007F', '\b'])
const ENTER = new Set(['\r', '\n', END_OF_TRANSMISSION])
/** What may stand between the start of a key's sequence and its last character. */
const WITHIN_SEQUENCE = /^[[O0-9;?]$/
const CONTROL = /^\p{Cc}$/u

/**
 * A line typed on a raw terminal. Backspace and Ctrl+U do what they do elsewhere. Arrows, the marks around a paste and
 * other keys without a character are passed over: nobody could see that they had become part of a passphrase.
 */
export class HiddenLine {
  private characters: string[] = []
  private inSequence = false

  get text(): string {
    return this.characters.join('')
  }

  /** Takes one character. */
  take(character: string): Typed {
    if (this.inSequence) {
      this.inSequence = WITHIN_SEQUENCE.test(character)
      return 'more'
    }
    if (character === CTRL_C) return 'stopped'
    if (ENTER.has(character)) return this.characters.length === 0 ? 'stopped' : 'entered'
    if (character === ESCAPE) this.inSequence = true
    else if (character === CLEAR_LINE) this.characters = []
    else if (ERASE.has(character)) this.characters.pop()
    else if (!CONTROL.test(character)) this.characters.push(character)
    return 'more'
  }
}
