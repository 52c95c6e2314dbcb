import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { figureText, rangeText, valueText } from '#shared/features/measures/public.ts'
import { measurePartOf, type MeasurePart } from '#shared/features/toolkit/fields.ts'
import { standingFigures, registerNow, type RegisterNow, type StandingFigure } from '../measures/public.ts'
import { countWords, type Fact, fact, type Facts, type FactSource } from './fact.ts'

/** The true counts behind a figure: those in it, and those who are in what it is out of and not in it. */
const countsBehind = ({ definition: { kind }, figure }: StandingFigure): number[] => {
  if (kind === 'proportion' && figure.denominator !== null)
    return [figure.numerator, figure.denominator - figure.numerator]
  return [figure.numerator]
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
    counts: part === 'target' ? [] : countsBehind(standing),
    measureCode: standing.definition.code,
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
    ['register.people', fact('Register', countWords(people), { ...rest, counts: [people] })],
    [
      'register.common-groups',
      fact('Register', inWords(common.map(({ label }) => label.toLowerCase())), {
        ...rest,
        counts: common.map((group) => group.people),
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
      from: 'Register',
      words: by.part === 'of' ? `${countWords(numerator)} of ${grouped(denominator) ?? '0'}` : found.words,
    })
  }
  if (codes.has('register.people') || codes.has('register.common-groups'))
    for (const [code, found] of registerFacts(await registerNow(db, today), today)) facts.set(code, found)
  return facts
}
