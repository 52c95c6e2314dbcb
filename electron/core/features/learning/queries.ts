import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { LEARNING_THEMES, LEARNING_VIEWS, type LearningView } from '#shared/features/learning/codes.ts'
import type { Analysis, LearningAction, LearningFilter, LearningRow } from '#shared/features/learning/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import { partialFrom } from '../../db/rows.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import type { LearningEventTable } from '../../db/schema-of-learning.ts'
import { type Looked, type Suggested, suggestedDiagnoses } from './suggested.ts'

type Page = { rows: LearningRow[]; total: number }

type DiagnosisRow = Pick<CancerEpisodeTable, 'tumour_group' | 'site' | 'diagnosis_date' | 'diagnosis_date_precision'>

const diagnosisFrom = (row: { [Column in keyof DiagnosisRow]: DiagnosisRow[Column] | null }) => ({
  tumourGroup: row.tumour_group as LearningRow['tumourGroup'],
  site: row.site,
  diagnosisDate: partialFrom(row.diagnosis_date, row.diagnosis_date_precision),
})

/** The codes that a column holds as JSON. */
const codesFrom = <Code>(json: string): Code[] => JSON.parse(json) as Code[]

const STATES_OF: Readonly<Record<Exclude<LearningView, 'suggested'>, readonly LearningEventTable['state'][]>> = {
  open: ['draft', 'discussed'],
  closed: ['closed'],
  set_aside: ['set_aside'],
}

const suggestionRows = async (db: ReadDb, suggested: readonly Suggested[]): Promise<LearningRow[]> => {
  if (suggested.length === 0) return []
  const people = await db
    .selectFrom('person')
    .select(PERSON_LINE_COLUMNS)
    .where(
      'person.id',
      'in',
      suggested.map(({ episode }) => episode.person_id),
    )
    .execute()
  const lines = new Map(people.map((row) => [row.line_id, personLineFrom(row)]))
  return suggested.flatMap(({ episode, reasons }): LearningRow[] => {
    const person = lines.get(episode.person_id) ?? null
    if (person === null) return []
    return [
      {
        id: null,
        version: null,
        episodeId: episode.id,
        person,
        ...diagnosisFrom(episode),
        state: 'suggested',
        reasons: [...reasons],
        themes: [],
        ledBy: null,
        meetingDate: null,
        reviewDate: null,
        setAsideReason: null,
        actions: 0,
        actionsOpen: 0,
      },
    ]
  })
}

const analysesRead = (db: ReadDb) =>
  db
    .selectFrom('learning_event as event')
    .innerJoin('person', 'person.id', 'event.person_id')
    .leftJoin('cancer_episode as episode', 'episode.id', 'event.episode_id')
    .selectAll('event')
    .select([
      'episode.tumour_group',
      'episode.site',
      'episode.diagnosis_date',
      'episode.diagnosis_date_precision',
      ...PERSON_LINE_COLUMNS,
    ])
    .select((read) => [
      read
        .selectFrom('learning_action')
        .whereRef('learning_action.learning_event_id', '=', 'event.id')
        .select((count) => count.fn.countAll<number>().as('all'))
        .as('actions'),
      read
        .selectFrom('learning_action')
        .innerJoin('task', 'task.id', 'learning_action.task_id')
        .whereRef('learning_action.learning_event_id', '=', 'event.id')
        .where('task.state', '=', 'open')
        .select((count) => count.fn.countAll<number>().as('open'))
        .as('actions_open'),
    ])

const analysisRows = (rows: Awaited<ReturnType<ReturnType<typeof analysesRead>['execute']>>): LearningRow[] =>
  rows.flatMap((row): LearningRow[] => {
    const person = personLineFrom(row)
    if (person === null) return []
    return [
      {
        id: row.id,
        version: row.version,
        episodeId: row.episode_id,
        person,
        ...diagnosisFrom(row),
        state: row.state,
        reasons: codesFrom(row.reasons),
        themes: codesFrom(row.themes),
        ledBy: row.led_by,
        meetingDate: row.meeting_date,
        reviewDate: row.review_date,
        setAsideReason: row.set_aside_reason,
        actions: row.actions ?? 0,
        actionsOpen: row.actions_open ?? 0,
      },
    ]
  })

const fits =
  ({ theme, reason }: LearningFilter) =>
  (row: LearningRow): boolean =>
    (theme === null || row.state === 'suggested' || row.themes.includes(theme)) &&
    (reason === null || row.reasons.includes(reason))

/** One list, narrowed. Suggestions stand by diagnosis, analyses by when they were last of use, the newest first. */
export const learningPage = async (db: ReadDb, filter: LearningFilter, today: IsoDate): Promise<Page> => {
  const { view, limit } = filter
  if (view === 'suggested') {
    const suggested = (await suggestedDiagnoses(db, {}, today)).filter(
      ({ reasons }) => filter.reason === null || reasons.includes(filter.reason),
    )
    return { rows: await suggestionRows(db, suggested.slice(0, limit)), total: suggested.length }
  }
  const rows = await analysesRead(db)
    .where('event.state', 'in', [...STATES_OF[view]])
    .orderBy(view === 'closed' ? 'event.closed_on' : 'event.opened_on', 'desc')
    .orderBy('event.id', 'desc')
    .execute()
  const found = analysisRows(rows).filter(fits(filter))
  return { rows: found.slice(0, limit), total: found.length }
}

/** How many stand in each list. */
export const learningCounts = async (db: ReadDb, today: IsoDate): Promise<Record<LearningView, number>> => {
  const rows = await db
    .selectFrom('learning_event')
    .select((read) => ['state', read.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const stored = (view: Exclude<LearningView, 'suggested'>): number =>
    rows.filter(({ state }) => STATES_OF[view].includes(state)).reduce((sum, { count }) => sum + count, 0)
  const suggested = (await suggestedDiagnoses(db, {}, today)).length
  return Object.fromEntries(
    LEARNING_VIEWS.map(({ code }) => [code, code === 'suggested' ? suggested : stored(code)]),
  ) as Record<LearningView, number>
}

/** How often each theme was found by the analyses that were discussed in a period: days of the meeting, both counted. */
export const learningThemes = async (db: ReadDb, period: { readonly from: IsoDate; readonly to: IsoDate }) => {
  const rows = await db
    .selectFrom('learning_event')
    .select('themes')
    .where('state', 'in', ['discussed', 'closed'])
    .where('meeting_date', '>=', period.from)
    .where('meeting_date', '<=', period.to)
    .execute()
  const found = rows.map(({ themes }) => codesFrom<string>(themes))
  return {
    analyses: rows.length,
    themes: LEARNING_THEMES.map(({ code }) => ({ code, count: found.filter((codes) => codes.includes(code)).length })),
  }
}

/** What is suggested and written down about one person. */
export const learningOfPerson = async (db: ReadDb, personId: string, today: IsoDate): Promise<LearningRow[]> => {
  const looked: Looked = { personId }
  const rows = await analysesRead(db).where('event.person_id', '=', personId).orderBy('event.id', 'desc').execute()
  return [...(await suggestionRows(db, await suggestedDiagnoses(db, looked, today))), ...analysisRows(rows)]
}

/** The stored row of one analysis. @throws AppError `not-found`. */
export const learningRow = async (db: ReadDb, personId: string, id: string): Promise<LearningEventTable> => {
  const row = await db
    .selectFrom('learning_event')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This analysis is gone. It may have been removed on another screen.')
  return row
}

const actionsOf = async (db: ReadDb, id: string): Promise<LearningAction[]> => {
  const rows = await db
    .selectFrom('learning_action')
    .innerJoin('task', 'task.id', 'learning_action.task_id')
    .leftJoin('user_account', 'user_account.id', 'task.owner_id')
    .select([
      'learning_action.id',
      'task.id as task_id',
      'task.title',
      'task.due_date',
      'task.state',
      'task.finished_on',
      'user_account.name as owner_name',
    ])
    .where('learning_action.learning_event_id', '=', id)
    .orderBy('learning_action.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    taskId: row.task_id,
    title: row.title,
    ownerName: row.owner_name,
    dueDate: row.due_date,
    state: row.state,
    finishedOn: row.finished_on,
  }))
}

/** One analysis, whole. @throws AppError `not-found`. */
export const analysisOf = async (db: ReadDb, personId: string, id: string): Promise<Analysis> => {
  const row = await learningRow(db, personId, id)
  const episode = await db
    .selectFrom('cancer_episode')
    .select(['tumour_group', 'site', 'diagnosis_date', 'diagnosis_date_precision'])
    .where('id', '=', row.episode_id)
    .executeTakeFirst()
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    episodeId: row.episode_id,
    ...(episode === undefined ? { tumourGroup: null, site: null, diagnosisDate: null } : diagnosisFrom(episode)),
    state: row.state,
    reasons: codesFrom(row.reasons),
    rulesVersion: row.rules_version,
    setAsideReason: row.set_aside_reason,
    openedOn: row.opened_on,
    openedBy: row.opened_by,
    closedOn: row.closed_on,
    fields: {
      ledBy: row.led_by,
      meetingDate: row.meeting_date,
      tookPart: row.took_part ?? '',
      whatHappened: row.what_happened ?? '',
      wentWell: row.went_well ?? '',
      couldBeBetter: row.could_be_better ?? '',
      themes: codesFrom(row.themes),
      contributoryFactors: row.contributory_factors ?? '',
      avoidable: row.avoidable,
      learningPoints: row.learning_points ?? '',
      reviewDate: row.review_date,
    },
    actions: await actionsOf(db, id),
  }
}

/** The analysis at which a change was agreed, by the change. */
export const analysisOfChange = async (
  db: ReadDb,
  id: string,
): Promise<{ readonly personId: string; readonly id: string } | null> => {
  const row = await db
    .selectFrom('learning_action')
    .select(['person_id', 'learning_event_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { personId: row.person_id, id: row.learning_event_id }
}
