import { readFileSync, statSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import {
  LARGEST_LESSON,
  type LessonContent,
  type LessonFault,
  lessonFaults,
  lessonFile,
  readLessonFile,
  typedTexts,
} from '#shared/features/lessons/lesson-file.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import type { CommandContext, Environment, JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { namesPeople } from '../../db/people-in-text.ts'
import { enterThenPlace } from '../../leaving.ts'
import { explainFileError, writeWhole } from '../../vault/atomic-file.ts'
import { cardNamed } from './cards.ts'

const checksumOf = (card: unknown): string => sha256(canonicalJson(card))

const practiceName = async (db: ReadDb): Promise<string> =>
  (await db.selectFrom('practice').select('name').executeTakeFirst())?.name ?? 'Unnamed practice'

const namesIn = async (db: ReadDb, content: LessonContent): Promise<LessonFault[]> => {
  const texts = typedTexts(content)
  const named = await namesPeople(
    db,
    texts.map(({ text }) => text),
  )
  return texts.flatMap(({ field, label }, at) =>
    named[at] === true ? [{ field, label, words: 'names somebody who is on the register' }] : [],
  )
}

/**
 * Writes a card to a file for other practices.
 * @throws AppError `validation` naming each field that may tell of a patient; then nothing is written.
 */
export const exportCard = async (
  job: JobContext,
  { id, fileHandle }: { readonly id: string; readonly fileHandle: string },
): Promise<{ checksum: string; bytes: number }> => {
  const path = job.env.files.path(fileHandle, 'write')
  await job.report({ step: 'Writing the file', done: 0, total: null, unit: '' })
  const { title, problem, tried, happened, area, byRole, madeOn, chart, origin } = await cardNamed(job.read, id)
  const practice = origin?.practice ?? (await practiceName(job.read))
  const content = { title, problem, tried, happened, area, byRole, madeOn, practice, chart }
  const faults = [...lessonFaults(content), ...(await namesIn(job.read, content))]
  if (faults.length > 0)
    throw new AppError(
      'validation',
      `Nothing was written. ${faults.map(({ label, words }) => `“${label}” ${words}.`).join(' ')}`,
      { fieldErrors: Object.fromEntries(faults.map(({ field, words }) => [field, words])) },
    )
  const checksum = checksumOf(content)
  const text = `${JSON.stringify(lessonFile(content, checksum), null, 2)}\n`
  job.note({ checksum })
  await enterThenPlace(job, () => writeWhole(path, text))
  return { checksum, bytes: Buffer.byteLength(text) }
}

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { fileHandle: words } })
}

const textOf = (path: string): string => {
  try {
    if (statSync(path).size > LARGEST_LESSON) refuse('This file is refused: it is too large to be a lesson card')
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw explainFileError(cause)
  }
}

const readFile = (env: Environment, fileHandle: string): { card: LessonContent; checksum: string } => {
  const read = readLessonFile(textOf(env.files.path(fileHandle, 'read')), checksumOf)
  return read.ok ? read : refuse(`This file is refused: ${read.fault}`)
}

const isHere = async (db: ReadDb, checksum: string): Promise<boolean> =>
  (await db.selectFrom('lesson_card').select('id').where('checksum', '=', checksum).executeTakeFirst()) !== undefined

/** What a file holds, before it is brought in. @throws AppError `validation` for a file that is refused. */
export const inspectCard = async (env: Environment, db: ReadDb, fileHandle: string) => {
  const { card, checksum } = readFile(env, fileHandle)
  const { practice, ...rest } = card
  return { checksum, practice, card: rest, alreadyHere: await isHere(db, checksum) }
}

/**
 * Brings a card in, as it was looked at.
 * @throws AppError `conflict` where it is here already or the file is not the one that was looked at.
 */
export const bringInCard = async (
  context: CommandContext,
  { fileHandle, checksum }: { readonly fileHandle: string; readonly checksum: string },
): Promise<string> => {
  const read = readFile(context.env, fileHandle)
  if (read.checksum !== checksum)
    throw new AppError('conflict', 'This file is not the one that was looked at. Look at it again.')
  if (await isHere(context.db, checksum))
    throw new AppError('conflict', 'This card is here already. Nothing was brought in.')
  const { practice, byRole, madeOn, chart, ...words } = read.card
  const id = context.env.ids.next()
  await context.insert('lesson_card', {
    id,
    ...words,
    by_role: byRole,
    made_on: madeOn,
    chart: chart === null ? null : JSON.stringify(chart),
    origin: practice,
    added_on: context.env.clock.today(),
    checksum,
  })
  context.note({ checksum })
  return id
}
