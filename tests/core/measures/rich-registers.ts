import type { WriteHandle } from '#core/db/database.ts'
import { projectPeople } from '#core/projections/person-summary.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { nextNhsNumber } from '#tests/support/builders.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { type MadeUp, storeMadeUp } from './registers.ts'

/** Numbers that look like chance and are the same for the same seed. */
const diceOf = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    upTo: (most: number): number => Math.floor(next() * (most + 1)),
    oneOf: <T>(of: readonly [T, ...T[]]): T => of[Math.floor(next() * of.length)] ?? of[0],
    isLikely: (share: number): boolean => next() < share,
  }
}
type Dice = ReturnType<typeof diceOf>

let made = 0
const nextId = (): string => {
  made += 1
  return `0198${String(made).padStart(4, '0').slice(-4)}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
}

type Run = (text: string, ...values: (string | number | null)[]) => void

const addEvent = (
  run: Run,
  personId: string,
  type: string,
  date: IsoDate,
  more: {
    readonly pathway?: string
    readonly answers?: string
    readonly episode?: string
    readonly isVague?: boolean
  } = {},
): string => {
  const id = nextId()
  run(
    `INSERT INTO journey_event (id, person_id, event_type, lane, event_date, event_date_precision, pathway_id,
       answers_event_id, episode_id, version) VALUES (?, ?, ?, 'hospital', ?, ?, ?, ?, ?, 1)`,
    id,
    personId,
    type,
    more.isVague === true ? `${date.slice(0, 7)}-01` : date,
    more.isVague === true ? 'month' : 'day',
    more.pathway ?? null,
    more.answers ?? null,
    more.episode ?? null,
  )
  return id
}

const BRINGS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['oncology_clinic', 'clinic_letter'],
  ['surgical_clinic', 'clinic_letter'],
  ['follow_up_clinic', 'follow_up_plan'],
  ['mdt', 'mdt_letter'],
  ['discharged', 'discharge_letter'],
  ['treatment_ended', 'treatment_summary'],
]

/** Things that happened in hospital, with their letters or without. */
const addLetters = (run: Run, dice: Dice, personId: string, around: IsoDate, isVague: boolean): void => {
  for (let times = dice.upTo(4); times > 0; times -= 1) {
    const [type, letter] = dice.oneOf(BRINGS)
    const day = addDays(around, dice.upTo(500) - 60)
    const event = addEvent(run, personId, type, day, { isVague: isVague && dice.isLikely(0.2) })
    if (dice.isLikely(0.7))
      addEvent(run, personId, letter, addDays(day, dice.upTo(50)), {
        answers: event,
        isVague: isVague && dice.isLikely(0.1),
      })
  }
}

/** A referral on which each step happened once at most, to the day. */
const addReferral = (run: Run, dice: Dice, personId: string, around: IsoDate, episodeId: string): void => {
  const id = nextId()
  const endsInCancer = dice.isLikely(0.5)
  run(
    `INSERT INTO pathway (id, person_id, episode_id, tumour_group, priority, version) VALUES (?, ?, ?, 'lung', ?, 1)`,
    id,
    personId,
    endsInCancer && dice.isLikely(0.6) ? episodeId : null,
    dice.oneOf(['urgent_suspected_cancer', 'urgent_suspected_cancer', 'screening', 'routine']),
  )
  let day = addDays(around, -dice.upTo(70))
  const step = (type: string, after: number): void => {
    day = addDays(day, dice.upTo(after))
    addEvent(run, personId, type, day, { pathway: id })
  }
  step('urgent_referral', 3)
  if (dice.isLikely(0.9)) step('referral_received', 3)
  else return
  if (dice.isLikely(0.8)) step('first_seen', 25)
  if (dice.isLikely(0.2)) return
  if (!endsInCancer) {
    step('told_no_cancer', 20)
    return
  }
  step('told_diagnosis', 20)
  if (dice.isLikely(0.7)) {
    step('decision_to_treat', 20)
    if (dice.isLikely(0.8)) step('surgery', 60)
  }
  if (dice.isLikely(0.4)) {
    const state = dice.oneOf(['open', 'done', 'done', 'dropped'])
    const due = addDays(day, dice.upTo(60))
    run(
      `INSERT INTO task (id, person_id, title, due_date, repeats, state, created_on, created_by, finished_on, pathway_id,
         version) VALUES (?, ?, 'Ring', ?, 'never', ?, '2025-01-01', 'Dr Rao', ?, ?, 1)`,
      nextId(),
      personId,
      due,
      state,
      state === 'open' ? null : addDays(due, dice.upTo(20) - 12),
      id,
    )
  }
}

const addSupport = (run: Run, dice: Dice, personId: string, around: IsoDate): void => {
  for (const type of ['seen_by_gp', 'seen_by_gp', 'home_visit'])
    if (dice.isLikely(0.5)) addEvent(run, personId, type, addDays(around, -dice.upTo(150)))
  for (const type of ['needs_assessment_offered', 'needs_assessment_done', 'nurse_specialist_contact'])
    if (dice.isLikely(0.3)) addEvent(run, personId, type, addDays(around, dice.upTo(500) - 20))
}

/**
 * Stores made-up people with everything that the measures of the library ask about. Referrals are known to the day.
 * @returns their ids, in order.
 */
export const storeRich = async (
  handle: WriteHandle,
  people: readonly MadeUp[],
  { odsCode, seed, isVague }: { readonly odsCode: string; readonly seed: number; readonly isVague: boolean },
): Promise<string[]> => {
  const ids = await storeMadeUp(handle, people, odsCode)
  const dice = diceOf(seed)
  const run: Run = (text, ...values) => void handle.statements.prepare(text).run(...values)
  for (const [at, id] of ids.entries()) {
    run(
      `UPDATE person SET nhs_number = ?, birth_date = ?, sex = ?, ethnicity = ?, deprivation_quintile = ?,
         death_place = CASE WHEN death_date IS NULL THEN NULL ELSE ? END WHERE id = ?`,
      dice.isLikely(0.9) ? nextNhsNumber() : null,
      dice.isLikely(0.9) ? addDays('1930-01-01', dice.upTo(25_000)) : null,
      dice.oneOf(['1', '2', '9', 'X']),
      dice.oneOf([null, 'A', 'D', 'H', 'M', 'R', 'Z', '99']),
      dice.oneOf([null, 1, 2, 3, 4, 5]),
      dice.oneOf([null, '10', '21', '30', '41', '50']),
      id,
    )
    const rows = handle.statements.prepare('SELECT id FROM cancer_episode WHERE person_id = ? ORDER BY id').all(id)
    for (const row of rows)
      run(
        `UPDATE cancer_episode SET kind = ?, route = ?, stage = ?, nurse_specialist = ?, nurse_specialist_told = ? WHERE id = ?`,
        dice.oneOf(['new_primary', 'new_primary', 'new_primary', 'recurrence']),
        dice.oneOf(['emergency', 'urgent_referral', 'routine_referral', 'screening', 'not_known']),
        dice.oneOf([null, '1', '2A', '3B', '4', '0', 'X']),
        dice.oneOf([null, null, 'Nurse Okoro']),
        dice.oneOf([null, 'Y1', 'Y5', 'NI', 'NN']),
        row['id'] as string,
      )
    const around = people[at]?.diagnoses[0]?.date.date ?? TEST_TODAY
    if (dice.isLikely(0.6)) addReferral(run, dice, id, around, rows[0]?.['id'] as string)
    addSupport(run, dice, id, around)
    addLetters(run, dice, id, around, isVague)
  }
  await projectPeople(handle, ids, TEST_TODAY)
  return ids
}
