import { AppError } from '#shared/contract/errors.ts'
import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { NationCode } from '#shared/domain/people.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { Facts, PersonFacts } from '#shared/features/measures/facts.ts'
import { yearEnd, yearLabel, yearOf } from '#shared/features/measures/financial-year.ts'
import type { Judged } from '#shared/features/measures/indicators/conditions.ts'
import { episodeLookedAt, partialOf, whyOf } from '#shared/features/measures/indicators/explain.ts'
import { judgeOf } from '#shared/features/measures/indicators/interpret.ts'
import { type Readings, readingsOf } from '#shared/features/measures/indicators/readings.ts'
import type { IndicatorRule } from '#shared/features/measures/indicators/rule.ts'
import { FIRST_YEAR, rulesFor, statusWords } from '#shared/features/measures/indicators/rules.ts'
import type {
  indicatorsInputSchema,
  indicatorsSchema,
  IndicatorFigures,
  measurePeopleInputSchema,
  measurePeopleSchema,
  PersonStanding,
  ProspectRow,
  WhatIf,
  whatIfInputSchema,
} from '#shared/features/measures/schema.ts'
import { groupOf, type Standing, tallyOf } from '#shared/features/measures/standing.ts'
import { judgedOn, OUTLOOKS, type Prospect, prospects } from '#shared/features/measures/what-if.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../db/database.ts'
import { factsNow } from './load-facts.ts'
import { idsByName, linesOf } from '../../db/people-by-name.ts'

const practiceNation = async (db: ReadDb): Promise<NationCode> => {
  const row = await db.selectFrom('practice').select('nation').executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This register has no practice details yet.')
  return row.nation
}

/** A whole year, judged at its end by everything that is known today. */
const judgedFor = (year: number): Judged => {
  const end = dayNumber(yearEnd(year))
  return { end, known: end }
}

const ruleShown = (rule: IndicatorRule, readings: Readings) => ({
  code: rule.code,
  version: rule.version,
  kind: rule.kind,
  label: rule.label,
  text: rule.text,
  source: rule.source,
  status: rule.status,
  statusWords: statusWords(rule.status),
  worth: rule.worth,
  unverified: [...rule.unverified],
  readings: readingsOf(rule).map(({ name, label, options, note }) => ({
    name,
    label,
    shown: options.find(({ value }) => value === readings[name])?.label ?? '',
    note,
  })),
})

const figuresOf = (rule: IndicatorRule, facts: Facts, year: number, readings: Readings): IndicatorFigures => {
  const tally = tallyOf(facts.people.map(judgeOf(rule, facts, judgedFor(year), readings)))
  const steps =
    rule.kind === 'register'
      ? []
      : [
          ...rule.exclusions.map((step) => ({ ...step, is: 'excluded' as const })),
          ...rule.adjustments.map((step) => ({ ...step, is: 'adjusted' as const })),
        ]
  return {
    ...ruleShown(rule, readings),
    ...tally,
    reasons: steps.map(({ is, code, words }) => ({
      is,
      code,
      words,
      count: tally.reasons.find((counted) => counted.is === is && counted.reason === code)?.count ?? 0,
    })),
  }
}

/** The indicators of a year, each with its figures. */
export const indicatorsOf = async (
  db: ReadDb,
  { year: asked, readings }: z.output<typeof indicatorsInputSchema>,
  today: IsoDate,
): Promise<z.input<typeof indicatorsSchema>> => {
  const nation = await practiceNation(db)
  const thisYear = yearOf(today)
  const year = asked ?? thisYear
  const rules = rulesFor(nation, year)
  const facts = rules.length === 0 ? null : await factsNow(db, today)
  return {
    nation,
    year,
    yearLabel: yearLabel(year),
    yearEnd: yearEnd(year),
    isRunning: yearEnd(year) >= today,
    years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => thisYear - back).map((one) => ({
      year: one,
      label: yearLabel(one),
    })),
    indicators: facts === null ? [] : rules.map((rule) => figuresOf(rule, facts, year, readings)),
  }
}

/** Somebody with the reason, as the explain drawer and the worklist show them. */
const shownAs = (
  line: PersonLine,
  { person, standing }: { person: PersonFacts; standing: Standing },
  rule: IndicatorRule,
  facts: Facts,
  when: Judged,
  readings: Readings,
): PersonStanding => {
  const episode = episodeLookedAt(person, when)
  return {
    person: line,
    tumourGroup: episode?.tumourGroup ?? null,
    diagnosed: episode?.diagnosed == null ? null : partialOf(episode.diagnosed),
    why: whyOf(rule, person, facts.events, when, readings, standing),
  }
}

/** The people behind a figure: the same standings that the figure counts. */
export const peopleBehind = async (
  db: ReadDb,
  { year, readings, code, groups, reason, offset, limit }: z.output<typeof measurePeopleInputSchema>,
  today: IsoDate,
): Promise<z.input<typeof measurePeopleSchema>> => {
  const rule = rulesFor(await practiceNation(db), year).find((one) => one.code === code)
  if (rule === undefined) throw new AppError('not-found', 'There is no such indicator in that year.')
  const facts = await factsNow(db, today)
  const when = judgedFor(year)
  const judge = judgeOf(rule, facts, when, readings)
  const found = new Map<string, { person: PersonFacts; standing: Standing }>()
  for (const person of facts.people) {
    const standing = judge(person)
    const group = groupOf(standing)
    if (group === null || !groups.includes(group)) continue
    if (reason === null || ('reason' in standing && standing.reason === reason))
      found.set(person.id, { person, standing })
  }
  const ids = await idsByName(db, [...found.keys()], offset, limit)
  const lines = await linesOf(db, ids)
  const rows = ids.flatMap((id) => {
    const line = lines.get(id)
    const one = found.get(id)
    return line === undefined || one === undefined ? [] : [shownAs(line, one, rule, facts, when, readings)]
  })
  return { rows, total: found.size }
}

const countsOf = (all: readonly Prospect[]): Record<(typeof OUTLOOKS)[number], number> => {
  const counts = Object.fromEntries(OUTLOOKS.map((outlook) => [outlook, 0])) as Record<
    (typeof OUTLOOKS)[number],
    number
  >
  for (const { outlook } of all) counts[outlook] += 1
  return counts
}

const prospectRow = (
  line: PersonLine,
  prospect: Prospect,
  facts: Facts,
  date: IsoDate,
  readings: Readings,
): ProspectRow => {
  const { rule, outlook, lastDay, exemptFrom } = prospect
  return {
    ...shownAs(line, prospect, rule, facts, judgedOn(date), readings),
    code: rule.code,
    label: rule.label,
    outlook,
    lastDay: lastDay === null ? null : isoFromDayNumber(lastDay),
    daysLeft: lastDay === null ? null : lastDay - dayNumber(date),
    exemptFrom: [...exemptFrom],
  }
}

/** How the year that a day lies in would end if nothing more happened after that day, and who could still be put right. */
export const whatIfToday = async (
  db: ReadDb,
  { date, readings, code, outlook, hiddenOnly, offset, limit }: z.output<typeof whatIfInputSchema>,
  today: IsoDate,
): Promise<WhatIf> => {
  const year = yearOf(date)
  const rules = rulesFor(await practiceNation(db), year).filter((rule) => rule.kind === 'share')
  const facts = await factsNow(db, today)
  const all = prospects(facts, rules, date, readings)
  const wanted = all.filter(
    (one) =>
      (hiddenOnly ? one.exemptFrom.length > 0 : one.outlook === outlook) && (code === null || one.rule.code === code),
  )
  const page = wanted.slice(offset, offset + limit)
  const lines = await linesOf(
    db,
    page.map(({ person }) => person.id),
  )
  return {
    date,
    yearLabel: yearLabel(year),
    yearEnd: yearEnd(year),
    indicators: rules.map((rule) => {
      const own = all.filter((one) => one.rule === rule)
      return {
        code: rule.code,
        label: rule.label,
        counts: countsOf(own),
        hidden: own.filter(({ exemptFrom }) => exemptFrom.length > 0).length,
      }
    }),
    rows: page.flatMap((prospect) => {
      const line = lines.get(prospect.person.id)
      return line === undefined ? [] : [prospectRow(line, prospect, facts, date, readings)]
    }),
    total: wanted.length,
  }
}
