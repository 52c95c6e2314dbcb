import {
  CommonTableExpressionNameNode,
  CommonTableExpressionNode,
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
  SelectQueryNode,
  type TableNode,
  WithNode,
} from 'kysely'
import type { ReadDb } from './database.ts'
import type { Tables } from './schema.ts'

const LEFT_OUT = 'SELECT id FROM main.person WHERE leave_out_of_sharing = 1'

/** Tables that tell of one person a row, with the column that says of whom. */
export const TABLES_OF_PEOPLE: ReadonlyMap<string, string> = new Map<keyof Tables, string>([
  ['person', 'id'],
  ['person_summary', 'person_id'],
  ['person_events', 'person_id'],
  ['cancer_episode', 'person_id'],
  ['journey_event', 'person_id'],
  ['pathway', 'person_id'],
  ['pathway_summary', 'person_id'],
  ['pathway_sign_off', 'person_id'],
  ['clock_adjustment', 'person_id'],
  ['practice_registration', 'person_id'],
  ['letter_gap', 'person_id'],
  ['letter_wait', 'person_id'],
  ['hospital_query', 'person_id'],
  ['treatment_summary', 'person_id'],
  ['care_recall', 'person_id'],
  ['task', 'person_id'],
  ['learning_event', 'person_id'],
  ['learning_action', 'person_id'],
])

class TablesNamed extends OperationNodeTransformer {
  readonly named = new Set<string>()

  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    this.named.add(node.table.identifier.name)
    return super.transformTable(node, queryId)
  }
}

const withoutLeftOut = (table: string, column: string): CommonTableExpressionNode =>
  CommonTableExpressionNode.create(
    CommonTableExpressionNameNode.create(table),
    RawNode.createWithSql(
      `(SELECT * FROM main.${table} WHERE ${table}.${column} IS NULL OR ${table}.${column} NOT IN (${LEFT_OUT}))`,
    ),
  )

/** Before a query that reads of people: the same tables, under their own names, without those who are left out. */
const plugin: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => {
    if (!SelectQueryNode.is(node)) return node
    const tables = new TablesNamed()
    tables.transformNode(node, queryId)
    const own = [...tables.named].flatMap((table) => {
      const column = TABLES_OF_PEOPLE.get(table)
      return column === undefined ? [] : [withoutLeftOut(table, column)]
    })
    const [first, ...rest] = [...own, ...(node.with?.expressions ?? [])]
    if (first === undefined || own.length === 0) return node
    const recursive = node.with?.recursive
    const all = rest.reduce(
      (made, one) => WithNode.cloneWithExpression(made, one),
      WithNode.create(first, recursive === undefined ? {} : { recursive }),
    )
    return { ...node, with: all }
  },
  transformResult: ({ result }) => Promise.resolve(result),
}

const shareableOf = new WeakMap<ReadDb, ReadDb>()
const wholeOf = new WeakMap<ReadDb, ReadDb>()

/**
 * The register as it may be told outside the practice: whoever asked to be left out of what is shared is in no table of
 * it that {@link TABLES_OF_PEOPLE} names, whatever is asked of it. The same handle for the same register.
 */
export const shareableOnly = (db: ReadDb): ReadDb => {
  const known = shareableOf.get(db)
  if (known !== undefined) return known
  const shareable = (db as Kysely<Tables>).withPlugin(plugin)
  shareableOf.set(db, shareable)
  wholeOf.set(shareable, db)
  return shareable
}

/** The register that a handle shows the shareable people of; null where it shows all of them. */
export const wholeRegisterOf = (db: ReadDb): ReadDb | null => wholeOf.get(db) ?? null
