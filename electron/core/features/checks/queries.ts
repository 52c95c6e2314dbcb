import type { Selectable } from 'kysely'
import { CHECK_RULES, checkRuleOf } from '#shared/features/checks/public.ts'
import type { Hit, HitView, PersonHit, RuleFigures } from '#shared/features/checks/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import type { CheckHitTable } from '../../db/schema-of-work.ts'
import { readSwitchedOff } from './switches.ts'

/** Every hit with the reason given for it, which holds only while the values are the same. */
const hitsWithReasons = (db: ReadDb) =>
  db
    .selectFrom('check_hit as hit')
    .leftJoin('check_override as kept', (join) =>
      join
        .onRef('kept.person_id', '=', 'hit.person_id')
        .onRef('kept.rule', '=', 'hit.rule')
        .onRef('kept.subject_id', '=', 'hit.subject_id')
        .onRef('kept.fingerprint', '=', 'hit.fingerprint'),
    )

const HIT_COLUMNS = [
  'hit.rule',
  'hit.severity',
  'hit.subject_table',
  'hit.subject_id',
  'hit.words',
  'kept.id as kept_id',
  'kept.version as kept_version',
  'kept.reason as kept_reason',
  'kept.by_name as kept_by',
  'kept.made_on as kept_on',
] as const

type HitRow = Pick<Selectable<CheckHitTable>, 'rule' | 'severity' | 'subject_table' | 'subject_id' | 'words'> & {
  kept_id: string | null
  kept_version: number | null
  kept_reason: string | null
  kept_by: string | null
  kept_on: string | null
}

const overrideFrom = (row: HitRow): Hit['override'] =>
  row.kept_id === null ||
  row.kept_version === null ||
  row.kept_reason === null ||
  row.kept_by === null ||
  row.kept_on === null
    ? null
    : {
        id: row.kept_id,
        version: row.kept_version,
        reason: row.kept_reason,
        byName: row.kept_by,
        madeOn: row.kept_on,
      }

const hitFrom = (row: HitRow): Hit => {
  const rule = checkRuleOf(row.rule)
  return {
    rule: row.rule,
    severity: row.severity,
    title: rule?.title ?? row.rule,
    words: row.words,
    whatToDo: rule?.whatToDo ?? '',
    subjectTable: row.subject_table,
    subjectId: row.subject_id,
    override: overrideFrom(row),
  }
}

const IN_ORDER = new Map(CHECK_RULES.map(({ code }, at) => [code, at]))
const placeOf = ({ severity, rule }: Hit): number => (severity === 'error' ? 0 : 1000) + (IN_ORDER.get(rule) ?? 999)

/** What the checks say about one person: what cannot be so first. Rules that are switched off say nothing. */
export const hitsOfPerson = async (db: ReadDb, personId: string): Promise<Hit[]> => {
  const off = await readSwitchedOff(db)
  const rows = await hitsWithReasons(db).select(HIT_COLUMNS).where('hit.person_id', '=', personId).execute()
  return rows
    .map(hitFrom)
    .filter(({ rule }) => !off.has(rule))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The people one rule says something about, by name. The total counts all, also beyond the limit. */
export const peopleOfRule = async (
  db: ReadDb,
  { rule, view, limit }: { rule: string; view: HitView; limit: number },
): Promise<{ hits: PersonHit[]; total: number }> => {
  const base = hitsWithReasons(db)
    .where('hit.rule', '=', rule)
    .where('kept.id', view === 'kept' ? 'is not' : 'is', null)
  const rows = await base
    .innerJoin('person', 'person.id', 'hit.person_id')
    .innerJoin('person_summary as summary', 'summary.person_id', 'hit.person_id')
    .select(HIT_COLUMNS)
    .select(PERSON_LINE_COLUMNS)
    .orderBy('summary.sort_name')
    .orderBy('hit.person_id')
    .limit(limit)
    .execute()
  const { total } = await base.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const hits = rows.flatMap((row) => {
    const person = personLineFrom(row)
    return person === null ? [] : [{ ...hitFrom(row), person }]
  })
  return { hits, total }
}

/** Every rule with what it does in this register, in the order of the rules. */
export const ruleFigures = async (db: ReadDb): Promise<{ people: number; rules: RuleFigures[] }> => {
  const off = await readSwitchedOff(db)
  const rows = await hitsWithReasons(db)
    .select((row) => [
      'hit.rule',
      row.fn.count<number>('hit.person_id').distinct().as('people'),
      row.fn.countAll<number>().as('hits'),
      row.fn.count<number>('kept.id').as('kept'),
    ])
    .groupBy('hit.rule')
    .execute()
  const byRule = new Map(rows.map((row) => [row.rule, row]))
  const { people } = await db
    .selectFrom('person')
    .select((row) => row.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return {
    people,
    rules: CHECK_RULES.map(({ code }) => {
      const found = byRule.get(code)
      return {
        rule: code,
        people: found?.people ?? 0,
        hits: found?.hits ?? 0,
        kept: found?.kept ?? 0,
        switchedOff: off.get(code) ?? null,
      }
    }),
  }
}

/** What is still to be looked at, counted by what was found. */
export const checkStanding = async (
  db: ReadDb,
): Promise<{ errors: number; warnings: number; switchedOff: string[] }> => {
  const off = [...(await readSwitchedOff(db)).keys()]
  const rows = await hitsWithReasons(db)
    .select((row) => ['hit.severity', row.fn.countAll<number>().as('hits')])
    .where('kept.id', 'is', null)
    .$if(off.length > 0, (query) => query.where('hit.rule', 'not in', off))
    .groupBy('hit.severity')
    .execute()
  const count = (severity: Hit['severity']): number => rows.find((row) => row.severity === severity)?.hits ?? 0
  return { errors: count('error'), warnings: count('warning'), switchedOff: off }
}
