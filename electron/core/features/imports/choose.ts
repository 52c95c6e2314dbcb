import { AppError } from '#shared/contract/errors.ts'
import { DIFFERENCES } from '#shared/features/imports/differences.ts'
import type { DifferenceChoices } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { decideKnown } from './decide.ts'
import { decidedOf, type StoredDraft } from './drafts.ts'
import { firstLine } from './incoming.ts'
import { loadPeople, registerMark } from './our-people.ts'
import { type DecidedAgain, withDecidedAgain } from './plan.ts'
import { type Planned, plannedOf } from './planned.ts'
import { NOTHING_CHOSEN } from './preview.ts'

const PEOPLE_A_SLICE = 500

type ChosenHere = DifferenceChoices['here']

const linesOf = (here: ChosenHere): Map<number, ChosenHere[number][]> => Map.groupBy(here, ({ line }) => line)

const asText = (here: ChosenHere | undefined): string =>
  (here ?? [])
    .map(({ code, nth, choice }) => `${code} ${nth} ${choice}`)
    .toSorted()
    .join()

/**
 * Says of somebody whether other choices than before change what is done about them: nothing does but a choice about
 * what they differ in.
 */
const moves = (before: DifferenceChoices, now: DifferenceChoices): ((planned: Planned) => boolean) => {
  const codes = new Set(DIFFERENCES.map(({ code }) => code).filter((code) => before.forAll[code] !== now.forAll[code]))
  const [linesBefore, linesNow] = [linesOf(before.here), linesOf(now.here)]
  const lines = new Set(
    [...linesBefore.keys(), ...linesNow.keys()].filter(
      (line) => asText(linesBefore.get(line)) !== asText(linesNow.get(line)),
    ),
  )
  return ({ lines: own, decision }) => {
    const isNamed = lines.has(own[0] ?? 0)
    return decision.changes.some(({ difference }) => difference !== null && (isNamed || codes.has(difference.code)))
  }
}

/**
 * Decides again, with other choices, about those whom they concern.
 * @throws AppError `stale` when somebody has changed the register since the check; `conflict` when there was no check.
 */
export const chooseInDraft = async (
  { read, report }: JobContext,
  draft: StoredDraft,
  choices: DifferenceChoices,
): Promise<StoredDraft> => {
  const decided = decidedOf(draft)
  if ((await registerMark(read)) !== decided.registerMark)
    throw new AppError(
      'stale',
      'The register has changed since this check. Check the changes again. Nothing was saved.',
    )
  const { planned } = decided.plan
  const concerns = moves(decided.choices, choices)
  const places = planned.flatMap((one, place) => (concerns(one) ? [place] : []))
  const here = linesOf(choices.here)
  const again: DecidedAgain[] = []
  for (let at = 0; at < places.length; at += PEOPLE_A_SLICE) {
    await report({ step: 'Choosing', done: at, total: places.length, unit: 'people' })
    const some = places.slice(at, at + PEOPLE_A_SLICE)
    const ids = some.flatMap((place) => planned[place]?.decision.personId ?? [])
    const ours = await loadPeople(read, ids)
    for (const place of some) {
      const one = planned[place]
      const person = ours.get(one?.decision.personId ?? '')
      if (!one?.incoming || person === undefined) throw new Error('a matched person was not loaded')
      const own = { forAll: choices.forAll, here: here.get(firstLine(one.incoming)) ?? [] }
      const verdict = decideKnown(one.incoming, person, one.decision.matchedOn ?? '', own)
      if (!verdict.ok) throw new Error('a choice made a person contradict the register')
      again.push({ place, after: plannedOf(one.incoming, verdict.decision) })
    }
  }
  return { ...draft, decided: { ...decided, plan: withDecidedAgain(decided.plan, again, choices), choices } }
}

/**
 * The choices of an earlier check that still hold after a new one: for all of a kind always, for one person where both
 * sides say what they said when somebody chose.
 */
export const choicesStillHolding = (before: StoredDraft, now: StoredDraft): DifferenceChoices => {
  if (now.decided === null) return NOTHING_CHOSEN
  if (before.decided === null) return now.decided.choices
  const { choices, plan } = before.decided
  const lines = new Set(choices.here.map(({ line }) => line))
  const said = (planned: readonly Planned[]): Map<string, string> =>
    new Map(
      planned
        .filter(({ lines: own }) => lines.has(own[0] ?? 0))
        .flatMap(({ lines: own, decision }) =>
          decision.changes.flatMap(({ difference, ours, theirs }) =>
            difference === null
              ? []
              : [[`${own[0] ?? 0} ${difference.code} ${difference.nth}`, JSON.stringify([ours, theirs])] as const],
          ),
        ),
    )
  const [then, today] = [said(plan.planned), said(now.decided.plan.planned)]
  const holds = ({ line, code, nth }: ChosenHere[number]): boolean => {
    const key = `${line} ${code} ${nth}`
    return then.has(key) && then.get(key) === today.get(key)
  }
  return { forAll: choices.forAll, here: choices.here.filter(holds) }
}
