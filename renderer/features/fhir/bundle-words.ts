import type { WrittenBundle } from '#shared/features/fhir/schema.ts'

/** "1 person", "1,204 people". */
export const peopleWords = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`

/** What became of it: who is in the file, and who is not because they are left out of sharing. */
export const bundleWritten = ({ people, leftOut }: WrittenBundle, fileName: string): string => {
  const written = `${peopleWords(people)} written to ${fileName}.`
  return leftOut === 0 ? written : `${written} ${peopleWords(leftOut)} left out of sharing.`
}
