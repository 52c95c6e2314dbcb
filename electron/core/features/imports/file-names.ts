/** Files that systems and programs put beside the ones that people made, and that people do not see. */
const HIDDEN = /^(?:__MACOSX|\..*|~\$.*|Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r)$/i

/** Whether a file is one that systems hide. @param name with the folders it lies in. */
export const isHidden = (name: string): boolean =>
  name.split(/[/\\]/).some((part) => part !== '..' && part !== '.' && HIDDEN.test(part))

const LONGEST_NAME = 120
/** Marks that draw nothing, or turn the direction of what follows so that an ending looks like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu

/** The name of a file as it can be shown: what cannot be seen is taken out, and the middle of a very long one. */
export const shownName = (name: string): string => {
  const seen = name.replace(UNSEEN, '').replaceAll('\\', '/').trim()
  if (seen === '') return 'A file without a name'
  return seen.length <= LONGEST_NAME ? seen : `${seen.slice(0, 70)}…${seen.slice(-40)}`
}
