import { OPEN_STATUSES } from '#shared/features/plan/schema.ts'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { isBlank } from '#shared/features/toolkit/fields.ts'
import type { LibraryLine } from '#shared/features/toolkit/schema.ts'
import { fieldsIn, textOf, walk } from '#shared/features/toolkit/walk.ts'
import type { ReadDb } from '../../db/database.ts'
import { answersOf } from './documents.ts'

type StillToDo = Pick<LibraryLine, 'blanksLeft' | 'openComments' | 'openActions'>

/** The code of an action, such as 4.3, and nothing beside it. */
const ACTION_CODE = /^\d{1,2}\.\d{1,3}$/

const codesInTables = (block: DocumentNode): string[] => {
  const codes: string[] = []
  walk(block, (node) => {
    if (node.type !== 'tableCell') return
    const words = textOf(node).trim()
    if (ACTION_CODE.test(words)) codes.push(words)
  })
  return codes
}

/** The blocks that can hold a blank or the code of an action, by document. */
const tellingBlocks = async (db: ReadDb): Promise<Map<string, DocumentNode[]>> => {
  const rows = await db
    .selectFrom('toolkit_block')
    .select(['document_id', 'content'])
    .where((where) => where.or([where('content', 'like', '%"ask.%'), where('content', 'like', '%"tableCell"%')]))
    .execute()
  const byDocument = Map.groupBy(rows, (row) => row.document_id)
  return new Map(
    [...byDocument].map(([id, blocks]) => [id, blocks.map(({ content }) => JSON.parse(content) as DocumentNode)]),
  )
}

const openCodes = async (db: ReadDb): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('plan_action')
    .innerJoin('plan', 'plan.id', 'plan_action.plan_id')
    .select('plan_action.code')
    .where('plan.state', '<>', 'closed')
    .where('plan_action.status', 'in', OPEN_STATUSES)
    .execute()
  return new Set(rows.map(({ code }) => code))
}

const commentCounts = async (db: ReadDb): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('toolkit_comment')
    .select((read) => ['document_id', read.fn.countAll<number>().as('count')])
    .where('resolved_on', 'is', null)
    .groupBy('document_id')
    .execute()
  return new Map(rows.map((row) => [row.document_id, row.count]))
}

/** What is still to be done about each document of the toolkit, by its id. Those of which nothing is known have nothing. */
export const stillToDo = async (db: ReadDb): Promise<(id: string) => StillToDo> => {
  const documents = await db.selectFrom('toolkit_document').select(['id', 'answers']).execute()
  const answers = new Map(documents.map((row) => [row.id, answersOf(row)]))
  const blocks = await tellingBlocks(db)
  const open = await openCodes(db)
  const comments = await commentCounts(db)
  return (id) => {
    const own = blocks.get(id) ?? []
    const given = answers.get(id) ?? {}
    const blanks = own
      .flatMap((block) => fieldsIn(block))
      .filter(({ code, frozen }) => isBlank(code) && frozen === null && (given[code] ?? '').trim() === '')
    const actions = own.flatMap((block) => codesInTables(block)).filter((code) => open.has(code))
    return {
      blanksLeft: new Set(blanks.map(({ code }) => code)).size,
      openComments: comments.get(id) ?? 0,
      openActions: new Set(actions).size,
    }
  }
}
