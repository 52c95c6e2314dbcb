import { addDays, addMonths, dayNumber } from '#shared/domain/calendar.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EpisodeFacts, Facts, PersonFacts } from '#shared/features/measures/facts.ts'
import { partialOf } from '#shared/features/measures/indicators/explain.ts'
import { compare } from '#shared/features/measures/patterns/comparison.ts'
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
  gapsOf,
  keyOf,
  nextAfter,
  type Patterns,
  patternsOf,
  stepsOf,
  type Variant,
} from '#shared/features/measures/patterns/variants.ts'
import { recordedWords } from '#shared/features/measures/patterns/words.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../db/database.ts'
import { factsNow } from './load-facts.ts'
import { idsByName, linesOf } from './people-by-name.ts'

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

/** What both the figures and the people behind them are counted from. */
const find = (facts: Facts, asked: Asked, today: IsoDate): Found => {
  const period = periodOf(asked, today)
  const { tumourGroup, route, sex, ageGroup } = asked
  const wanted = { from: dayNumber(period.from), to: dayNumber(period.to), tumourGroup, route, sex, ageGroup }
  const selected = select(facts, wanted)
  return { period, selected, patterns: patternsOf(selected.histories, asked.stretch) }
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
): Promise<z.input<typeof patternsSchema>> => {
  const { period, selected, patterns } = find(await factsNow(db, today), asked, today)
  const { variants, inOrder, orderNotKnown } = patterns
  const shown = variants.slice(0, asked.shown)
  const rest = variants.slice(asked.shown)
  const day = dayNumber(today)
  const compared = asked.compare === null ? null : compare(selected.histories, shown, inOrder, asked.compare, day)
  return {
    ...period,
    total: selected.histories.length,
    inOrder: inOrder.length,
    orderNotKnown: orderNotKnown.length,
    undated: selected.undated.length,
    variants: shown.map((variant) => shownOf(variant, day)),
    rarer: { variants: rest.length, count: rest.reduce((sum, { members }) => sum + members.length, 0) },
    steps: stepsOf(inOrder, MILESTONE_CODES).map((step) => ({ ...step, next: [...step.next] })),
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
  const found = historiesBehind(find(await factsNow(db, today), input, today), behind, shown, dayNumber(today))
  const byPerson = Map.groupBy(found, ({ person }) => person.id)
  const ids = await idsByName(db, [...byPerson.keys()], 0, byPerson.size)
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
