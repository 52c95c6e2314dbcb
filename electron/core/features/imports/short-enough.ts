const LONGEST = 120

/**
 * Text of a file, cut for a screen that only shows it. A cell may hold a million letters, and a page that has to lay
 * them out does not answer for minutes. Nothing that is stored or written to a file comes from here.
 */
export const shortEnough = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`
