import { countsIn, measuresIn, type Sent, tablesIn } from './sent.ts'

const PLAIN_DATES = /\d{1,2} [A-Z][a-z]{2} \d{4}/g
const RESULTS = /[−-]?[\d,]+(?:\.\d+)?%?(?: to [−-]?[\d,]+(?:\.\d+)?%?)/g

/** Numbers in the sentences of a report that are no shown count of it, date, result or its list. */
export const strangeNumbers = (sent: Sent): string[] => {
  const shown = new Set(countsIn(sent).flatMap(({ value }) => value ?? []))
  const fixed = new Set([sent.listSize, 95, 10, 5, 7, 1, 2, 100_000])
  const results = new Set(
    [
      ...measuresIn(sent).map(({ estimate }) => estimate),
      ...tablesIn(sent).flatMap(({ rows }) => rows.flat().flatMap(({ estimate }) => estimate ?? [])),
    ].flatMap(({ state, value = 0 }) => (state === 'shown' ? [Math.round(value), Number(value.toFixed(1))] : [])),
  )
  const sentences = sent.sections.map(({ finding }) => finding)
  return sentences.flatMap((sentence) => {
    const rest = sentence
      .replaceAll(PLAIN_DATES, '')
      .replaceAll(/within \d+ months/g, '')
      .replaceAll(/\d+-day standard/g, '')
      .replaceAll(RESULTS, '')
    return [...rest.matchAll(/[\d,]*\d(?:\.\d+)?/g)]
      .map(([text]) => text)
      .filter((text) => {
        const number = Number(text.replaceAll(',', ''))
        return !shown.has(number) && !fixed.has(number) && !results.has(number)
      })
  })
}
