import { DEPRIVATION_QUINTILES } from '#shared/domain/deprivation.ts'
import { type CodedLabel, SEX_CODES } from '#shared/domain/people.ts'
import { AGE_GROUPS, ETHNIC_GROUPS, NOT_KNOWN } from './demographics.ts'
import { type CountedNew, countedNewOf } from './diagnosis-measure.ts'
import type { FigureSheet } from './figure-sheet.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportSource } from './source.ts'

/** One thing about people that new diagnoses are counted by; `not-known` comes last. */
interface Demographic {
  /** Figures are `<id>.<code>`. */
  readonly id: string
  readonly title: string
  readonly heading: string
  readonly parts: readonly CodedLabel[]
  readonly codeOf: (counted: CountedNew) => string | null
}

const notKnown = { code: NOT_KNOWN, label: 'Not known' }

export const DEMOGRAPHICS: readonly Demographic[] = [
  {
    id: 'by-sex',
    title: 'New diagnoses by sex',
    heading: 'Sex',
    parts: [...SEX_CODES.filter(({ code }) => code !== 'X'), notKnown],
    codeOf: ({ person: { sex } }) => (sex === 'X' ? null : (sex ?? null)),
  },
  {
    id: 'by-age',
    title: 'New diagnoses by age at diagnosis',
    heading: 'Age',
    parts: [...AGE_GROUPS.map(({ code, label }) => ({ code, label })), notKnown],
    codeOf: ({ episode }) => episode.ageGroup ?? null,
  },
  {
    id: 'by-ethnicity',
    title: 'New diagnoses by ethnic group',
    heading: 'Ethnic group',
    parts: [
      ...ETHNIC_GROUPS.map(({ code, label }) => ({ code, label })),
      { code: NOT_KNOWN, label: 'Not known or not stated' },
    ],
    codeOf: ({ person }) => person.ethnicGroup ?? null,
  },
  {
    id: 'by-deprivation',
    title: 'New diagnoses by fifth of deprivation',
    heading: 'Fifth',
    parts: [...DEPRIVATION_QUINTILES, notKnown],
    codeOf: ({ person }) => person.deprivationQuintile?.toString() ?? null,
  },
]

/** `by-sex.<code>`, `by-age.<code>`, `by-ethnicity.<code>` and `by-deprivation.<code>`, each of which adds up to `new`. */
export const measureDemographics = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): void => {
  const counted = countedNewOf(people, period)
  for (const { id, parts, codeOf } of DEMOGRAPHICS) {
    const codes = counted.map((each) => {
      const code = codeOf(each)
      return parts.some((part) => part.code === code) ? code : NOT_KNOWN
    })
    for (const { code } of parts) sheet.count(`${id}.${code}`, codes.filter((found) => found === code).length)
    sheet.sum(
      'new',
      parts.map(({ code }) => `${id}.${code}`),
    )
  }
}
