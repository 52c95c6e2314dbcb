const LINE_BREAK = '\n'

/**
 * Rows of the register, each told as one line. Thousands of lines stay the single text they came in, and a row is only
 * its place there: a hundred thousand texts apart from each other take longer to keep than to compare.
 */
export class ToldRows {
  private readonly texts: string[] = []
  /** Of each row, in which text it stands, where it begins there, and where it ends. */
  private readonly inText: number[] = []
  private readonly begins: number[] = []
  private readonly ends: number[] = []

  /** Adds rows. @param text a line for each. */
  add(text: string): void {
    if (text === '') return
    this.texts.push(text)
    for (let begin = 0; begin <= text.length;) {
      const found = text.indexOf(LINE_BREAK, begin)
      const end = found < 0 ? text.length : found
      this.inText.push(this.texts.length - 1)
      this.begins.push(begin)
      this.ends.push(end)
      begin = end + 1
    }
  }

  /** How many rows there are. They have the places from 0. */
  get size(): number {
    return this.begins.length
  }

  /** The line of a row. */
  at(place: number): string {
    return this.textOf(place).slice(this.begins[place], this.ends[place])
  }

  /** Whether the line of a row starts with some words, in which there is no line break. */
  startsWith(place: number, words: string): boolean {
    return this.textOf(place).startsWith(words, this.begins[place])
  }

  /** A key that is read from the text where the line of a row goes on after so many letters. */
  key(place: number, after: number, keyAt: (text: string, at: number) => number): number {
    return keyAt(this.textOf(place), (this.begins[place] ?? 0) + after)
  }

  /** What follows in the line of a row after so many letters, up to the next quotation mark. */
  quoted(place: number, after: number): string {
    const text = this.textOf(place)
    const begin = (this.begins[place] ?? 0) + after
    return text.slice(begin, text.indexOf('"', begin))
  }

  private textOf(place: number): string {
    return this.texts[this.inText[place] ?? -1] ?? ''
  }
}
