/** Label of a field, what is there now, and what was typed. */
export type Difference = readonly [label: string, now: string, typed: string]

const shown = (words: string): string => (words === '' ? 'blank' : words)

/**
 * Every field of a form that holds something else now than what was typed, in words.
 * @param words the words of each field, in the order of the page; fields are told apart by their place in it.
 */
export const differencesBetween = <Draft>(
  now: Draft,
  typed: Draft,
  words: (draft: Draft) => readonly (readonly [label: string, words: string])[],
): readonly Difference[] => {
  const mine = words(typed)
  return words(now).flatMap(([label, theirs], index) => {
    const own = mine[index]?.[1] ?? ''
    return own === theirs ? [] : [[label, shown(theirs), shown(own)] as const]
  })
}
