import { openForReading } from '#core/db/sqlite/connection.ts'
import { inProcessClient } from '#core/in-process.ts'
import type { CoreClient } from '#shared/contract/index.ts'
import type { DocumentNode, ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { TOOLKIT_FIELDS } from '#shared/features/toolkit/fields.ts'
import { anEvent } from '#tests/support/builders.ts'
import { type BenchRegister, benchRegister } from './bench-register.ts'
import { type Figure, inTurns, ratioFigure, timed } from './measure.ts'
import { toolkitWindowFigures } from './toolkit-window.ts'

const PEOPLE = 10_000
const FIELDS = 200
/** 40 printed pages. */
const PARAGRAPHS = 400
const SENTENCE = 'A letter that comes late is a person whom nobody can fully care for until it has come. '
const MOST_MS = 300
const MOST_TIMES = 150
const ROUNDS = { warmUp: 2, rounds: 15 }

const field = (code: string): DocumentNode => ({ type: 'field', attrs: { code, label: null, frozen: null } })
const words = (text: string): DocumentNode => ({ type: 'text', text })

/** Fields of every group that a document about nobody can hold. */
const codes = TOOLKIT_FIELDS.filter((one) => one.class !== 'identifiable' && one.kind === 'words')
  .toSorted((a, b) => Number(a.code.startsWith('measure.')) - Number(b.code.startsWith('measure.')))
  .slice(0, FIELDS)
  .map(({ code }) => code)

const longDocument = (): ToolkitDocument => ({
  type: 'doc',
  content: Array.from({ length: PARAGRAPHS }, (_, at): DocumentNode => {
    const code = at % 2 === 0 ? codes[at / 2] : undefined
    const text = words(SENTENCE.repeat(4))
    return { type: 'paragraph', content: code === undefined ? [text] : [text, field(code)] }
  }),
})

/** A document of 40 printed pages with 200 facts, about nobody. @returns its id. */
export const makeDocument = async ({ toolkit }: CoreClient): Promise<string> => {
  const { id, version } = await toolkit.create({ templateCode: null, title: 'Forty pages' })
  const { title, content, answers, reviewDue } = await toolkit.open({ id })
  const base = { title, content, answers, reviewDue }
  await toolkit.save({ id, version, ...base, content: longDocument(), base })
  return id
}

/** The same text, read and parsed and nothing more. */
const bareRead = ({ core }: BenchRegister) => {
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  const statement = connection.prepare('SELECT content FROM toolkit_block WHERE document_id = ? ORDER BY place')
  return {
    read: (id: string): unknown =>
      JSON.parse(`[${(statement.all(id) as { content: string }[]).map(({ content }) => content).join(',')}]`),
    close: () => connection.close(),
  }
}

/** Opening a document of 40 pages whose 200 facts are worked out from a register of 10,000 people. */
export const toolkitFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  say(`making a register of ${PEOPLE.toLocaleString('en-GB')} people`)
  const register = await benchRegister(PEOPLE)
  const bare = bareRead(register)
  try {
    const client = inProcessClient(register.core)
    const id = await makeDocument(client)
    say('opening a document of 40 pages')
    const { values } = await client.toolkit.open({ id })
    if (values.length !== FIELDS) throw new Error(`${values.length} facts instead of ${FIELDS}`)
    const { database } = register.core.vault.openRegister()
    const person = database.read.selectFrom('person').select('id').limit(1)
    const { id: personId } = await person.executeTakeFirstOrThrow()
    // Whatever changes in the register, every fact is worked out anew.
    const anew = await inTurns(
      {
        ours: async () => {
          await client.journey.logEvent(anEvent(personId))
          return timed(() => client.toolkit.open({ id }))
        },
        bare: () => timed(() => bare.read(id)),
      },
      { warmUp: 1, rounds: 7 },
    )
    const compared = await inTurns(
      { ours: () => timed(() => client.toolkit.open({ id })), bare: () => timed(() => bare.read(id)) },
      ROUNDS,
    )
    // Each save of a draft is followed by opening it again.
    const afterSaving = await inTurns(
      {
        ours: async () => {
          const { version, title, content, answers, reviewDue } = await client.toolkit.open({ id })
          const base = { title, content, answers, reviewDue }
          await client.toolkit.save({ id, version, ...base, title: `Forty pages, ${version}`, base })
          return timed(() => client.toolkit.open({ id }))
        },
        bare: () => timed(() => bare.read(id)),
      },
      ROUNDS,
    )
    say('opening it in the window')
    const against = 'a bare read and parse of the same text'
    return [
      {
        name: `document of 40 pages with ${FIELDS} facts`,
        value: compared.ours,
        unit: 'ms',
        limit: { most: MOST_MS },
        detail: `${PEOPLE.toLocaleString('en-GB')} people, median of ${ROUNDS.rounds}`,
      },
      ratioFigure('opening it', MOST_TIMES, compared, against),
      {
        name: 'the same after it was saved',
        value: afterSaving.ours,
        unit: 'ms',
        limit: { most: MOST_MS },
        detail: 'a draft that somebody writes in',
      },
      {
        name: 'the same after the register changed',
        value: anew.ours,
        unit: 'ms',
        limit: { most: MOST_MS },
        detail: 'somebody logged an event: every fact worked out anew',
      },
      ...(await toolkitWindowFigures(register, id, MOST_MS)),
    ]
  } finally {
    bare.close()
    await register.remove()
  }
}
