import { LIBRARY } from '#shared/features/measures/library/library.ts'
import type { LibraryMeasure } from '#shared/features/measures/library/measure.ts'
import { TOPICS } from '#shared/features/measures/library/schema.ts'

const HEADINGS: Readonly<Record<(typeof TOPICS)[number], string>> = {
  register: 'The register',
  diagnosis: 'Diagnosis',
  referral: 'Referral and waiting',
  letters: 'Letters',
  care: 'Care',
  deaths: 'Deaths',
  records: 'How complete the records are',
}

const BETTER = { higher: 'Higher is better', lower: 'Lower is better', neither: 'Neither way is better' } as const

const BEGINNING = `# Measures

What the measure library counts, how, and what to know before reading a figure. Held to the definitions in
\`shared/features/measures/library\` by \`tests/unit/measures/library.test.ts\`.

- Periods are whole months. Months are counted once, and a period is the sum of its months. What is a state, such as being on
  the register, is looked at on the last day of each month; the figure of a period is that of its last month.
- A date known only to the month or year counts where the period holds all of it. Where the period cuts it, it is undecided: it
  stands beside the figure and is in none.
- Shares come with Wilson's 95% interval. Rates are crude, per 100,000 people on the list and year, with exact Poisson limits
  below 10 events and Byar's from 10 up. Medians come with their quartiles instead of an interval.
- The list size is the practice's own or that of the newest table of list sizes, whichever is of the later day. Without one there
  are no rates.
- Every figure opens the people behind it: they are the same observations that it counts.
- A practice writes on a chart itself: a month from which limits begin anew, with the reason; a note on a month; a target, with who set
  it. One of a kind for a month. They hold in the library and on paper too. The newest target that has begun by the last month of the
  period goes before that of the rule.
- A figure of a frozen report leads to the people behind it (\`electron/core/features/reports/people-behind.ts\`): the report's own
  measures run over everybody as the history says they were when the report was counted. Pathways and the letters' days have no
  past there, so that what rests on them is by today, which the list says.
- The page of a measure, and the drawer of its figure, say what the newest report that was sent gave for it, and what is counted
  today for the same period by the rules of that report. Both moments are worked out from the history: everybody of whom something was
  written since the freezing is counted as they were and as they are, and whoever came in, went out or changed is listed. Nothing is
  compared where the rule or the days of letters are others now, or where the history does not reach back.
- New limits are for a known change in how things are done behind a level that lasts. Where fewer than 12 measured months follow, or
  are left before, the page says so and lets it be done.
`

const cell = (text: string): string => text.replaceAll('|', '\\|')

const row = ({ definition }: LibraryMeasure): string => {
  const { title, definition: counted, denominatorRule, unit, better } = definition
  return `| ${[title, counted, denominatorRule, `${unit}. ${BETTER[better]}`].map(cell).join(' | ')} |`
}

const note = ({ definition }: LibraryMeasure): string => {
  const { title, caveat, heldBy, source, unverified } = definition
  const open = unverified.length === 0 ? '' : ` Not verified: ${unverified.join('; ')}.`
  return `- **${title}.** ${caveat} Held by: ${heldBy}. Source: ${source}.${open}`
}

/** The document of every measure, from the definitions. */
export const measureDocument = (): string =>
  [
    BEGINNING,
    ...TOPICS.map((topic) => {
      const own = LIBRARY.filter(({ definition }) => definition.topic === topic)
      const table = ['| measure | what is counted | out of | unit |', '| --- | --- | --- | --- |', ...own.map(row)]
      return `## ${HEADINGS[topic]}\n\n${table.join('\n')}\n\n${own.map(note).join('\n')}\n`
    }),
  ].join('\n')
