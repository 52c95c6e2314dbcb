import type { Facts, PersonFacts, Span } from '../facts.ts'
import { isSameStanding, MET, NOT_MET, OUTSIDE, type Standing, UNDECIDED } from '../standing.ts'
import { type Case, caseBasics, caseEvents, needsTemplate, roleTable, wideSpans } from './case.ts'
import { holds, isOnRegister, type Judged, type Newest, newestDiagnosis } from './conditions.ts'
import type { Readings } from './readings.ts'
import type { IndicatorRule, ShareRule, Step } from './rule.ts'

/** More readings of vague dates than this are not tried: whoever has so many is left undecided. */
const MOST_TRIED = 20_000

/** A standing, or `null` while the days that dates may mean leave more than one open. */
type Found = Standing | null

/** The first step that holds; `'maybe'` when that hangs on a vague date. */
const firstStep = (
  steps: readonly Step[],
  is: 'excluded' | 'adjusted',
  truthOf: (step: Step) => ReturnType<typeof holds>,
): Standing | 'maybe' | null => {
  for (const step of steps) {
    const truth = truthOf(step)
    if (truth === 'maybe') return 'maybe'
    if (truth === 'yes') return { is, reason: step.code }
  }
  return null
}

/** What a rule says of somebody on the register. */
const shareStanding = (rule: ShareRule, person: Case, newest: Newest, when: Judged, readings: Readings): Found => {
  const truthOf = ({ when: condition }: Step) => holds(condition, person, newest, when, readings)
  const excluded = firstStep(rule.exclusions, 'excluded', truthOf)
  if (excluded !== null) return excluded === 'maybe' ? null : excluded
  const met = holds(rule.numerator, person, newest, when, readings)
  if (met === 'maybe') return null
  if (met === 'yes' && readings.adjustments === 'unless-met') return MET
  const adjusted = firstStep(rule.adjustments, 'adjusted', truthOf)
  if (adjusted !== null) return adjusted === 'maybe' ? null : adjusted
  return met === 'yes' ? MET : NOT_MET
}

const standingOf = (rule: IndicatorRule, person: Case, when: Judged, readings: Readings): Found => {
  const newest = newestDiagnosis(person.diagnosed, when)
  const onRegister = isOnRegister(person, newest, when)
  if (onRegister === 'no' || newest === null) return OUTSIDE
  if (onRegister === 'maybe') return null
  return rule.kind === 'register' ? MET : shareStanding(rule, person, newest, when, readings)
}

/**
 * Tries every day that vague dates may mean, half a span at a time: a half that decides by itself is not looked into
 * further.
 * @returns the standing that all of them give, or `null` where two differ.
 */
const onEveryDay = (wide: readonly Span[], evaluate: () => Found): Found => {
  let tried = 0
  const go = (): Found => {
    const found = evaluate()
    if (found !== null) return found
    tried += 1
    const widest = wide.reduce<Span | null>(
      (widest, span) =>
        span.from < span.to && (widest === null || span.to - span.from > widest.to - widest.from) ? span : widest,
      null,
    )
    if (widest === null || tried > MOST_TRIED) return null
    const { from, to } = widest
    const middle = Math.floor((from + to) / 2)
    widest.to = middle
    const early = go()
    widest.to = to
    if (early === null) return null
    widest.from = middle + 1
    const late = go()
    widest.from = from
    return late !== null && isSameStanding(early, late) ? early : null
  }
  return go()
}

const NO_EVENTS: Case['events'] = { done: [], confirmed: [], invited: [], declined: [], unsuitable: [] }

/** Whether the first exclusion settles somebody whose dates are all known, without a look at what happened. */
const excludedAtOnce = (rule: ShareRule, basics: Omit<Case, 'events'>, when: Judged, readings: Readings): Found => {
  const newest = newestDiagnosis(basics.diagnosed, when)
  const person = { ...basics, events: NO_EVENTS }
  const onRegister = isOnRegister(person, newest, when)
  if (onRegister === 'no' || newest === null) return OUTSIDE
  const [first] = rule.exclusions
  if (onRegister === 'maybe' || first === undefined || !('diagnosed' in first.when)) return null
  return holds(first.when, person, newest, when, readings) === 'yes' ? { is: 'excluded', reason: first.code } : null
}

/**
 * What a rule says of each person at a year end. A standing is given only where every day that a vague date may mean
 * gives the same one; the others are undecided. No day is ever made up.
 */
export const judgeOf = (
  rule: IndicatorRule,
  { events }: Pick<Facts, 'events'>,
  when: Judged,
  readings: Readings,
): ((person: PersonFacts) => Standing) => {
  const judge = (person: Case): Standing => {
    const found = standingOf(rule, person, when, readings)
    return found ?? onEveryDay(wideSpans(person), () => standingOf(rule, person, when, readings)) ?? UNDECIDED
  }
  if (rule.kind === 'register') return (person) => judge({ ...caseBasics(person), events: NO_EVENTS })
  const roles = roleTable(rule, readings)
  const templateNeeded = needsTemplate(rule, readings)
  return (person) => {
    const basics = caseBasics(person)
    const atOnce = excludedAtOnce(rule, basics, when, readings)
    if (atOnce !== null) return atOnce
    return judge({ ...basics, events: caseEvents(person, events, roles, templateNeeded) })
  }
}
