import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { figureText, rangeText, valueText } from '#shared/features/measures/public.ts'
import { measurePartOf, type MeasurePart } from '#shared/features/toolkit/fields.ts'
import { standingFigures, registerNow, type RegisterNow, type StandingFigure } from '../measures/public.ts'
import { countWords, type Fact, fact, type Facts, type FactSource } from './fact.ts'
import { countedIn, outOfName } from './sums-of-counts.ts'

/** What a figure tells of people: those in it and, of a share, what it is out of; a median rests on its values. */
export const countsOf = ({ definition: { kind, code }, figure }: StandingFigure): Pick<Fact, 'counts' | 'few'> => {
  const { numerator, denominator } = figure
  if (kind === 'median') return { counts: [], few: [numerator] }
  const own = { name: countedIn(code), value: numerator }
  if (kind !== 'proportion' || denominator === null) return { counts: [own], few: [] }
  return { counts: [own, { name: outOfName(code), value: denominator }], few: [] }
}

/** What of that a part of a figure tells, and how. */
const toldBy = (standing: StandingFigure, part: MeasurePart): Pick<Fact, 'counts' | 'few' | 'form' | 'sums'> => {
  const { counts, few } = countsOf(standing)
  const [own, whole] = counts
  const sums = own === undefined || whole === undefined ? [] : [{ total: whole.name, parts: [own.name] }]
  const values = few.map((value) => ({ name: countedIn(standing.definition.code), value }))
  const isShare = standing.definition.kind === 'proportion'
  switch (part) {
    case 'value':
      return {
        counts,
        few,
        sums,
        form: standing.definition.kind === 'count' ? 'count' : isShare && whole !== undefined ? 'share' : 'figure',
      }
    case 'range':
      return { counts, few, sums, form: 'figure' }
    case 'number':
      return { counts: own === undefined ? values : [own], few: [], sums, form: 'count' }
    case 'out-of':
      return { counts: whole === undefined ? values : [whole], few: [], sums, form: 'count' }
    case 'target':
      return { counts: [], few: [], sums: [], form: 'figure' }
  }
}

const grouped = (value: number | null): string | null =>
  value === null ? null : value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

const wordsOf = ({ definition, figure, target }: StandingFigure, part: MeasurePart): string | null => {
  switch (part) {
    case 'value':
      return figureText(definition, figure)
    case 'range':
      return rangeText(definition, figure)
    case 'number':
      return countWords(figure.numerator)
    case 'out-of':
      return grouped(figure.denominator)
    case 'target':
      return target === null ? null : valueText(definition.kind, target.value)
  }
}

/** A part of a standing figure as a fact. */
const measured = (standing: StandingFigure, part: MeasurePart): Fact =>
  fact('Measure', wordsOf(standing, part), {
    asAt: standing.asAt,
    rule: `Version ${standing.definition.version}. ${standing.definition.title}`,
    measureCode: standing.definition.code,
    ...toldBy(standing, part),
  })

/** Facts of the measures, each read once however many of its parts are named. */
export const factsOfMeasures: FactSource = async ({ db, today }, codes): Promise<Facts> => {
  const parts = [...codes].flatMap((code) => {
    const part = measurePartOf(code)
    return part === null ? [] : [{ code, ...part }]
  })
  const figures = await standingFigures(db, new Set(parts.map(({ measure }) => measure)), today)
  return new Map(
    parts.map(({ code, measure, part }) => {
      const standing = figures.get(measure)
      return [code, standing === undefined ? fact('Measure', null) : measured(standing, part)]
    }),
  )
}

/** Which measure a fact of the register is, and what it shows of it. */
const BY_MEASURE: Readonly<Record<string, { readonly measure: string; readonly part: MeasurePart | 'of' }>> = {
  'register.prevalence': { measure: 'prevalence', part: 'value' },
  'register.new-12-months': { measure: 'all-new-diagnoses', part: 'number' },
  'register.emergency-12-months': { measure: 'emergency-route', part: 'of' },
  'register.emergency-share': { measure: 'emergency-route', part: 'value' },
  'register.stage-known': { measure: 'stage-known', part: 'value' },
  'register.early-stage': { measure: 'early-stage', part: 'value' },
  'register.deaths-12-months': { measure: 'deaths', part: 'number' },
}

const MOST_COMMON = 3

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

const REGISTER_RULE = 'Version 1. People on the cancer register'

/** How many there are and what most of them have, as of today. */
const registerFacts = ({ people, groups }: RegisterNow, today: IsoDate): [string, Fact][] => {
  const common = groups.slice(0, MOST_COMMON)
  const rest = { asAt: today, rule: REGISTER_RULE, measureCode: 'prevalence' }
  return [
    [
      'register.people',
      fact('Register', countWords(people), { ...rest, counts: [{ name: 'register.people', value: people }] }),
    ],
    [
      'register.common-groups',
      fact('Register', inWords(common.map(({ label }) => label.toLowerCase())), {
        ...rest,
        few: common.map((group) => group.people),
        form: 'figure',
      }),
    ],
  ]
}

/** Facts of the register as a whole. */
export const factsOfRegister: FactSource = async ({ db, today }, codes): Promise<Facts> => {
  const wanted = [...codes].flatMap((code) => BY_MEASURE[code]?.measure ?? [])
  const figures = await standingFigures(db, new Set(wanted), today)
  const facts: Facts = new Map([['register.as-at', fact('Register', formatIsoDate(today), { asAt: today })]])
  for (const code of codes) {
    const by = BY_MEASURE[code]
    const standing = figures.get(by?.measure ?? '')
    if (by === undefined || standing === undefined) continue
    const found = measured(standing, by.part === 'of' ? 'number' : by.part)
    const { numerator, denominator } = standing.figure
    facts.set(code, {
      ...found,
      ...(by.part === 'of' ? { ...toldBy(standing, 'value'), form: 'part of' as const } : {}),
      from: 'Register',
      words: by.part === 'of' ? `${countWords(numerator)} of ${grouped(denominator) ?? '0'}` : found.words,
    })
  }
  if (codes.has('register.people') || codes.has('register.common-groups'))
    for (const [code, found] of registerFacts(await registerNow(db, today), today)) facts.set(code, found)
  return facts
}
