/** Syllables of an English word, by its groups of vowels; near enough for a whole letter. */
const syllablesOf = (word: string): number => {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1)).replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9][\w’'-]*/g) ?? []

const sentencesOf = (text: string): string[] =>
  text.split(/[.!?:]+(?:\s|$)|\n+/).filter((sentence) => wordsOf(sentence).length > 0)

/**
 * The Flesch-Kincaid grade of a text: the American school year that can read it (6 is about 11 years of age). A line is the
 * end of a sentence. Source: Kincaid and others, Derivation of new readability formulas, US Navy, 1975.
 */
export const gradeOf = (text: string): number => {
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentencesOf(text).length + (11.8 * syllables) / words.length - 15.59
}

/** Words of the longest sentence. */
export const longestSentence = (text: string): string =>
  sentencesOf(text).toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0] ?? ''

export const wordCount = (text: string): number => wordsOf(text).length
