import type {
  COUNTED_AS,
  Library,
  LibraryFigure,
  MeasureDefinition,
  SPLITS,
  TOPICS,
} from '#shared/features/measures/library/schema.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'

export const TOPIC_WORDS: Readonly<Record<(typeof TOPICS)[number], string>> = {
  register: 'The register',
  diagnosis: 'Diagnosis',
  referral: 'Referrals and waiting',
  letters: 'Letters',
  care: 'Care after diagnosis',
  deaths: 'Deaths',
  records: 'Records',
}

export const SPLIT_WORDS: Readonly<Record<(typeof SPLITS)[number], string>> = {
  sex: 'Sex',
  age: 'Age',
  ethnicity: 'Ethnicity',
  deprivation: 'Deprivation',
  'tumour-group': 'Tumour group',
}

export const BETTER_WORDS: Readonly<Record<MeasureDefinition['better'], string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'Neither way is better',
}

export type CountedAs = (typeof COUNTED_AS)[number]

/** How many stand behind a figure, by how they are counted. */
export interface CountedGroup {
  readonly as: CountedAs
  readonly label: string
  readonly count: number
}

/** The rows behind a figure, each group with its count. What a kind of figure does not have is left out. */
export const countedGroups = (
  { kind, outOf }: Pick<MeasureDefinition, 'kind' | 'outOf'>,
  { numerator, denominator, undecided }: LibraryFigure,
): readonly CountedGroup[] => {
  const left: CountedGroup = { as: 'undecided', label: 'Undecided', count: undecided }
  if (kind === 'median') return [{ as: 'numerator', label: 'Measured', count: denominator ?? numerator }, left]
  // Whoever is on the list and not on the register is nobody whom the register could show.
  if (outOf !== 'observed') return [{ as: 'numerator', label: 'Counted', count: numerator }, left]
  return [
    { as: 'numerator', label: 'In the numerator', count: numerator },
    { as: 'not-numerator', label: 'Only in the denominator', count: (denominator ?? numerator) - numerator },
    left,
  ]
}

/** How many stand behind a figure in all. */
export const countedInAll = (measure: Pick<MeasureDefinition, 'kind' | 'outOf'>, figure: LibraryFigure): number =>
  countedGroups(measure, figure).reduce((sum, { count }) => sum + count, 0)

/** By how many people rates are worked out, and where that number comes from. */
export const listSizeText = ({ listSize }: Pick<Library, 'listSize'>): string => {
  if (listSize === null) return 'No list size is recorded, so nothing can be said per 100,000. Enter it in Settings.'
  const when = listSize.asOf === null ? '' : `, ${formatIsoDate(listSize.asOf)}`
  return `Rates are for a list of ${listSize.people.toLocaleString('en-GB')} people (${listSize.source}${when}).`
}

/** The measures whose words hold every word that is looked for. */
export const foundMeasures = <Line extends Pick<MeasureDefinition, 'title' | 'definition' | 'heldBy' | 'topic'>>(
  measures: readonly Line[],
  find: string,
): readonly Line[] => {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  return measures.filter(({ title, definition, heldBy, topic }) => {
    const text = `${title} ${definition} ${heldBy} ${TOPIC_WORDS[topic]}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
