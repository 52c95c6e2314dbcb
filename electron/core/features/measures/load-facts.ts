import type { IsoDate } from '#shared/domain/partial-date.ts'
import { isCountedSort, isOtherSkinCancer, type QofEpisode } from '#shared/domain/qof-register.ts'
import { parseStage, type StageGroup } from '#shared/domain/stage.ts'
import {
  type EpisodeFacts,
  eventTypeNumber,
  factDate,
  type Facts,
  type PersonFacts,
  type RegistrationFacts,
} from '#shared/features/measures/facts.ts'
import { dateOfEvent } from '#shared/features/measures/event-span.ts'
import { changedPeople } from '../../db/changed-people.ts'
import { changeNumber, hasChangedSince } from '../../db/changes-since.ts'
import type { ReadDb } from '../../db/database.ts'
import { listed } from '../../db/listed.ts'
import { ownRegistrations } from '../../db/own-registrations.ts'
import { addTo } from '../../db/rows.ts'
import { wholeRegisterOf } from '../../db/shareable-people.ts'
import { readPathways, readTasks } from './load-pathways.ts'
import { replacePeople } from './replace-people.ts'
import { byId, type ColumnsBeingFilled, emptyColumns, fillColumns, keptCount } from '../../projections/kept-events.ts'

/** Whom to read; everybody where nobody is named. */
type Only = readonly string[] | undefined

const readEpisodes = async (db: ReadDb, only: Only): Promise<Map<string, EpisodeFacts[]>> => {
  const rows = await db
    .selectFrom('cancer_episode')
    .select([
      'id',
      'person_id',
      'kind',
      'tumour_group',
      'site',
      'icd10_code',
      'diagnosis_date',
      'diagnosis_date_precision',
      'stage',
      'route',
      'behaviour',
      'on_practice_register',
      'nurse_specialist_told',
      ({ eb }) => eb(eb.fn.coalesce('nurse_specialist', eb.val('')), '<>', '').as('has_nurse_specialist'),
    ])
    .$if(only !== undefined, (query) => query.where('person_id', 'in', listed(only ?? [])))
    .execute()
  const groups = new Map<string, EpisodeFacts[]>()
  const stages = new Map<string | null, StageGroup | null>([[null, null]])
  const stageGroup = (stage: string | null): StageGroup | null => {
    const known = stages.get(stage)
    if (known !== undefined) return known
    const group = parseStage(stage ?? '')?.group ?? null
    stages.set(stage, group)
    return group
  }
  for (const row of rows) {
    const rule: QofEpisode = {
      kind: row.kind,
      tumourGroup: row.tumour_group as QofEpisode['tumourGroup'],
      site: row.site,
      icd10Code: row.icd10_code,
      behaviour: row.behaviour as QofEpisode['behaviour'],
      diagnosisDate: null,
    }
    addTo(groups, row.person_id, {
      id: row.id,
      kind: row.kind,
      tumourGroup: rule.tumourGroup,
      site: row.site,
      icd10Code: row.icd10_code,
      diagnosed: factDate(row.diagnosis_date, row.diagnosis_date_precision),
      stage: row.stage,
      stageGroup: stageGroup(row.stage),
      route: row.route as EpisodeFacts['route'],
      behaviour: row.behaviour,
      isCountedSort: isCountedSort(rule),
      isOtherSkin: isOtherSkinCancer(rule),
      onPracticeRegister: row.on_practice_register === null ? null : row.on_practice_register === 1,
      nurseSpecialistTold: row.nurse_specialist_told,
      hasNamedNurseSpecialist: Boolean(row.has_nurse_specialist),
    })
  }
  return groups
}

const readRegistrations = async (db: ReadDb, only: Only): Promise<Map<string, RegistrationFacts[]>> => {
  const rows = await ownRegistrations(db)
    .select([
      'registration.person_id',
      'registration.registered_from',
      'registration.registered_from_precision',
      'registration.registered_to',
      'registration.registered_to_precision',
    ])
    .$if(only !== undefined, (query) => query.where('registration.person_id', 'in', listed(only ?? [])))
    .execute()
  const groups = new Map<string, RegistrationFacts[]>()
  for (const row of rows) {
    addTo(groups, row.person_id, {
      from: factDate(row.registered_from, row.registered_from_precision),
      to: factDate(row.registered_to, row.registered_to_precision),
    })
  }
  return groups
}

const readPeople = (db: ReadDb, only: Only) =>
  db
    .selectFrom('person')
    .leftJoin('person_events as kept', 'kept.person_id', 'person.id')
    .select([
      'person.id',
      ({ eb }) => eb('person.nhs_number', 'is not', null).as('has_nhs_number'),
      'person.sex',
      'person.birth_date',
      'person.ethnicity',
      'person.deprivation_quintile',
      'person.death_date',
      'person.death_date_precision',
      'person.death_place',
      'person.leave_out_of_sharing',
      'kept.told',
    ])
    .$if(only !== undefined, (query) => query.where('person.id', 'in', listed(only ?? [])))
    .orderBy('person.id')
    .execute()

const DIED = eventTypeNumber('died')

/** The first death in the journey, for somebody whose record has none. */
const deathInJourney = ({ columns, filled }: ColumnsBeingFilled, from: number): PersonFacts['died'] => {
  for (let row = from; row < filled; row += 1) {
    if (columns.type[row] !== DIED) continue
    const { date, precision } = dateOfEvent(columns, row)
    return factDate(date, precision)
  }
  return null
}

/** The whole register as measures see it, in a handful of statements; or some of its people. */
export const loadFacts = async (db: ReadDb, only?: Only): Promise<Facts> => {
  const rows = await readPeople(db, only)
  const episodes = new Map(
    [...(await readEpisodes(db, only))].map(([id, own]) => [id, own.length < 2 ? own : byId(own)]),
  )
  const registrations = await readRegistrations(db, only)
  const pathways = await readPathways(db, only, (personId, episodeId) =>
    episodeId === null ? -1 : (episodes.get(personId)?.findIndex(({ id }) => id === episodeId) ?? -1),
  )
  const tasks = await readTasks(db, only, (personId, pathwayId) =>
    (pathways.get(personId) ?? []).findIndex(({ id }) => id === pathwayId),
  )
  const filling = emptyColumns(rows.reduce((sum, { told }) => sum + keptCount(told ?? ''), 0))
  const people = rows.map((row): PersonFacts => {
    const eventsFrom = filling.filled
    fillColumns(filling, row.told ?? '')
    return {
      id: row.id,
      hasNhsNumber: Boolean(row.has_nhs_number),
      sex: row.sex,
      birthDate: row.birth_date,
      ethnicity: row.ethnicity,
      deprivationQuintile: row.deprivation_quintile,
      died: factDate(row.death_date, row.death_date_precision) ?? deathInJourney(filling, eventsFrom),
      deathPlace: row.death_place,
      leftOutOfSharing: row.leave_out_of_sharing === 1,
      registrations: registrations.get(row.id) ?? [],
      episodes: episodes.get(row.id) ?? [],
      pathways: pathways.get(row.id) ?? [],
      tasks: tasks.get(row.id) ?? [],
      eventsFrom,
      eventsEnd: filling.filled,
    }
  })
  return { people, events: filling.columns }
}

interface Kept {
  readonly today: IsoDate
  readonly changes: number
  readonly facts: Facts
}

const kept = new WeakMap<ReadDb, Kept>()

/** Everything known with some people read again; `null` where it is better read whole. */
const withReadAgain = async (db: ReadDb, { facts, changes }: Kept): Promise<Facts | null> => {
  const ids = await changedPeople(db, changes)
  if (ids === null || ids.size > facts.people.length / 10) return null
  if (ids.size === 0) return facts
  const again = await loadFacts(db, [...ids])
  return replacePeople(facts, ids, again)
}
const shareable = new WeakMap<Facts, Facts>()

/** Without those who asked to be left out of what is shared. Their events stay in the columns and belong to nobody. */
const withoutLeftOut = (facts: Facts): Facts => {
  const known = shareable.get(facts)
  if (known !== undefined) return known
  const rest = { people: facts.people.filter(({ leftOutOfSharing }) => !leftOutOfSharing), events: facts.events }
  shareable.set(facts, rest)
  return rest
}

/**
 * The facts of an open register, read again only when something has changed or a new day has come, with which referrals
 * move on; after a change of a few people only theirs. They are forgotten with the register when it is locked.
 */
export const factsNow = async (db: ReadDb, today: IsoDate): Promise<Facts> => {
  const whole = wholeRegisterOf(db)
  if (whole !== null) return withoutLeftOut(await factsNow(whole, today))
  const changes = await changeNumber(db)
  const known = kept.get(db)
  if (known?.today === today && (known.changes === changes || !(await hasChangedSince(db, known.changes)))) {
    kept.set(db, { ...known, changes })
    return known.facts
  }
  const facts = (known?.today === today ? await withReadAgain(db, known) : null) ?? (await loadFacts(db))
  kept.set(db, { today, changes, facts })
  return facts
}
