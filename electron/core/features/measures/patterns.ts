import { addDays, addMonths, dayNumber } from '#shared/domain/calendar.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EpisodeFacts, Facts, PersonFacts } from '#shared/features/measures/facts.ts'
import { partialOf } from '#shared/features/measures/indicators/explain.ts'
import { compare, comparedHistories } from '#shared/features/measures/patterns/comparison.ts'
import { type History, sequenceOf } from '#shared/features/measures/patterns/history.ts'
import { MILESTONE_CODES } from '#shared/features/measures/patterns/milestones.ts'
import { outcomeIs, outcomesOf } from '#shared/features/measures/patterns/outcomes.ts'
import type {
  Behind,
  patternPeopleInputSchema,
  patternPeopleSchema,
  PatternsAsked,
  patternsSchema,
  VariantShown,
} from '#shared/features/measures/patterns/schema.ts'
import { select, type Selected } from '#shared/features/measures/patterns/selection.ts'
import {
  findPatterns,
  gapsOf,
  keyOf,
  nextAfter,
  type Patterns,
  stepsOf,
  type Variant,
} from '#shared/features/measures/patterns/variants.ts'
import { recordedWords } from '#shared/features/measures/patterns/words.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../db/database.ts'
import { letOthersWork } from '../../turn.ts'
import { factsNow } from './load-facts.ts'
import { idsByName, linesOf } from '../../db/people-by-name.ts'

type Asked = Omit<PatternsAsked, 'compare'>

/** The period where none is named. */
const USUAL_MONTHS = 36

const periodOf = ({ from, to }: Asked, today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } => {
  const last = to ?? today
  return { from: from ?? addDays(addMonths(last, -USUAL_MONTHS), 1), to: last }
}

interface Found {
  readonly period: { readonly from: IsoDate; readonly to: IsoDate }
  readonly selected: Selected
  readonly patterns: Patterns
}

/** Half a hundredth of a second of work, or so. */
const PEOPLE_A_TURN = 1000

/** What both the figures and the people behind them are counted from. Others work in between: there may be 75,000. */
const find = async (facts: Facts, asked: Asked, today: IsoDate): Promise<Found> => {
  const period = periodOf(asked, today)
  const { tumourGroup, route, sex, ageGroup } = asked
  const wanted = { from: dayNumber(period.from), to: dayNumber(period.to), tumourGroup, route, sex, ageGroup }
  const histories: History[] = []
  const undated: Selected['undated'][number][] = []
  const finding = findPatterns(asked.stretch)
  for (let start = 0; start < facts.people.length; start += PEOPLE_A_TURN) {
    const some = select({ ...facts, people: facts.people.slice(start, start + PEOPLE_A_TURN) }, wanted)
    for (const history of some.histories) histories.push(history)
    for (const one of some.undated) undated.push(one)
    finding.add(some.histories)
    await letOthersWork()
  }
  return { period, selected: { histories, undated }, patterns: finding.done() }
}

const shownOf = (variant: Variant, today: number): VariantShown => ({
  sequence: [...variant.sequence],
  count: variant.members.length,
  share: variant.share,
  gaps: gapsOf(variant),
  outcomes: outcomesOf(
    variant.members.map(({ history }) => history),
    today,
  ),
})

/** The patterns among the diagnoses of a period. */
export const patternsIn = async (
  db: ReadDb,
  asked: PatternsAsked,
  today: IsoDate,
): Promise<z.input<typeof patternsSchema>> => patternsOfFacts(await factsNow(db, today), asked, today)

/** The same from facts that are at hand. */
export const patternsOfFacts = async (
  facts: Facts,
  asked: PatternsAsked,
  today: IsoDate,
): Promise<z.input<typeof patternsSchema>> => {
  const { period, selected, patterns } = await find(facts, asked, today)
  const { variants, inOrder, orderNotKnown } = patterns
  const shown = variants.slice(0, asked.shown)
  const rest = variants.slice(asked.shown)
  const day = dayNumber(today)
  const variantsShown: VariantShown[] = []
  for (const variant of shown) {
    variantsShown.push(shownOf(variant, day))
    await letOthersWork()
  }
  const steps = stepsOf(inOrder, MILESTONE_CODES)
  await letOthersWork()
  const compared = asked.compare === null ? null : compare(selected.histories, shown, inOrder, asked.compare, day)
  return {
    ...period,
    total: selected.histories.length,
    inOrder: inOrder.length,
    orderNotKnown: orderNotKnown.length,
    undated: selected.undated.length,
    variants: variantsShown,
    rarer: { variants: rest.length, count: rest.reduce((sum, { members }) => sum + members.length, 0) },
    steps: steps.map((step) => ({ ...step, next: [...step.next] })),
    comparison: compared === null ? null : { ...compared, rows: [...compared.rows] },
  }
}

interface Behinder {
  readonly person: PersonFacts
  readonly diagnosis: EpisodeFacts
  readonly history: History | null
}

const asBehinder = (history: History): Behinder => ({
  person: history.person,
  diagnosis: history.diagnosis,
  history,
})

/** The histories that a figure counts: the very lists that it was counted from. */
const historiesBehind = (
  { selected, patterns }: Found,
  behind: Behind,
  shown: number,
  today: number,
): readonly Behinder[] => {
  const { variants, inOrder, orderNotKnown } = patterns
  const membersOf = (some: readonly Variant[]): Behinder[] =>
    some.flatMap(({ members }) => members.map(({ history }) => asBehinder(history)))
  switch (behind.is) {
    case 'all':
      return selected.histories.map(asBehinder)
    case 'variant':
      return membersOf(variants.filter(({ key }) => key === keyOf(behind.sequence))).filter(
        ({ history }) =>
          behind.outcome == null || (history !== null && outcomeIs(behind.outcome, history, today) === true),
      )
    case 'rarer':
      return membersOf(variants.slice(shown))
    case 'order-not-known':
      return orderNotKnown.map(asBehinder)
    case 'undated':
      return selected.undated.map((one) => ({ ...one, history: null }))
    case 'compared':
      return comparedHistories(selected.histories, variants.slice(0, shown), behind, today).map(asBehinder)
    case 'step':
      return inOrder
        .filter((one) => nextAfter(one, behind.from) === behind.to)
        .map(({ history }) => asBehinder(history))
  }
}

/** The people behind a figure of the patterns, by name; somebody with two diagnoses stands there twice. */
export const patternPeople = async (
  db: ReadDb,
  input: z.output<typeof patternPeopleInputSchema>,
  today: IsoDate,
): Promise<z.input<typeof patternPeopleSchema>> => {
  const { behind, shown, stretch, offset, limit } = input
  const found = historiesBehind(await find(await factsNow(db, today), input, today), behind, shown, dayNumber(today))
  const byPerson = Map.groupBy(found, ({ person }) => person.id)
  const ids = await idsByName(db, [...byPerson.keys()])
  const page = ids.flatMap((id) => byPerson.get(id) ?? []).slice(offset, offset + limit)
  const lines = await linesOf(
    db,
    page.map(({ person }) => person.id),
  )
  return {
    rows: page.flatMap(({ person, diagnosis, history }) => {
      const line = lines.get(person.id)
      if (line === undefined) return []
      return [
        {
          id: diagnosis.id,
          person: line,
          tumourGroup: diagnosis.tumourGroup,
          diagnosed: diagnosis.diagnosed === null ? null : partialOf(diagnosis.diagnosed),
          recorded: history === null ? '' : recordedWords(sequenceOf(history, stretch).steps),
        },
      ]
    }),
    total: found.length,
  }
}
