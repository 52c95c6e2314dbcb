const LINE_BREAK = '\n'
const QUOTE = '"'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)
const FIRST_OF_NULL = 'n'.charCodeAt(0)

/** What JSON may not write as it is. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u

const endOfLine = (text: string, from: number): number => {
  const found = text.indexOf(LINE_BREAK, from)
  return found < 0 ? text.length : found
}

/**
 * Rows of the register, each told as one line. Thousands of lines stay the single text they came in, and a row is only
 * its place there: a hundred thousand texts apart from each other take longer to keep than to compare.
 */
export class ToldRows {
  private readonly texts: string[] = []
  /** Of each row, in which text it stands and where it begins there. */
  private readonly inText: number[] = []
  private readonly begins: number[] = []

  /** Adds rows. @param text a line for each. */
  add(text: string): void {
    if (text === '') return
    this.texts.push(text)
    for (let begin = 0; begin <= text.length;) {
      this.inText.push(this.texts.length - 1)
      this.begins.push(begin)
      begin = endOfLine(text, begin) + 1
    }
  }

  /** How many rows there are. They have the places from 0. */
  get size(): number {
    return this.begins.length
  }

  /** The line of a row. */
  at(place: number): string {
    const text = this.textOf(place)
    const begin = this.begins[place] ?? 0
    return text.slice(begin, endOfLine(text, begin))
  }

  /** Whether the line of a row starts with some words, in which there is no line break. */
  startsWith(place: number, words: string): boolean {
    return this.textOf(place).startsWith(words, this.begins[place])
  }

  /** A key that is read from the text where the line of a row goes on after so many letters. */
  key(place: number, after: number, keyAt: (text: string, at: number) => number): number {
    return keyAt(this.textOf(place), (this.begins[place] ?? 0) + after)
  }

  /** Goes along the values of a row, from the first. */
  valuesOf(place: number): ToldValues {
    return new ToldValues(this.textOf(place), this.begins[place] ?? 0)
  }

  private textOf(place: number): string {
    return this.texts[this.inText[place] ?? -1] ?? ''
  }
}

/**
 * Goes along the values that the line of a row lists as JSON. To write values as JSON and to compare that with a line
 * takes several times as long as to compare them where they stand.
 */
export class ToldValues {
  private readonly text: string
  private at: number

  constructor(text: string, begin: number) {
    this.text = text
    this.at = begin + '['.length
  }

  /** Whether the next value is this one, with another after it. What follows is then what comes after it. */
  is(value: string | null): boolean {
    return this.isPlain(value === null || !ESCAPED.test(value) ? value : JSON.stringify(value).slice(1, -1))
  }

  /** The same for a value that JSON writes as it is, such as a date or a code. */
  isPlain(value: string | null): boolean {
    const { text, at } = this
    const length = value === null ? 'null'.length : value.length + '""'.length
    if (text.charCodeAt(at + length) !== COMMA) return false
    if (value === null) {
      if (text.charCodeAt(at) !== FIRST_OF_NULL) return false
    } else if (
      text.charCodeAt(at) !== QUOTE ||
      text.charCodeAt(at + length - 1) !== QUOTE ||
      !text.startsWith(value, at + 1)
    )
      return false
    this.at = at + length + 1
    return true
  }

  /** The next value, an id. */
  id(): string {
    const begin = this.at + 1
    return this.text.slice(begin, this.text.indexOf('"', begin))
  }
}
