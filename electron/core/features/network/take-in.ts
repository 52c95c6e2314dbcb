import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { figuresFault } from '#shared/features/network/combine.ts'
import type { Intake } from '#shared/features/network/schema.ts'
import { keyWords, PACK_EXTENSION } from '#shared/features/packs/labels.ts'
import type { PackManifest, PracticeFigures } from '#shared/features/packs/schema.ts'
import { periodWords, type ReportPeriod } from '#shared/features/reports/public.ts'
import { londonDate } from '../../clock.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { canonicalJson } from '../../canonical-json.ts'
import { type Inspected, inspectPack, judge, readPackFile, trustSigner } from '../packs/public.ts'

const MOST_FILES = 200

interface Wanted extends ReportPeriod {
  readonly fileHandles: readonly string[]
  readonly folderHandles: readonly string[]
  readonly passphrase: string
}

interface Looked {
  readonly file: string
  readonly inspected: Inspected
}

const pathsOf = (job: JobContext, { fileHandles, folderHandles }: Wanted): string[] => {
  const given = fileHandles.map((handle) => job.env.files.path(handle, 'read'))
  const inFolders = folderHandles.flatMap((handle) => {
    const folder = job.env.files.path(handle, 'read-folder')
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(PACK_EXTENSION))
        .map(({ name }) => join(folder, name))
        .toSorted()
    } catch (cause) {
      throw explainFileError(cause)
    }
  })
  const paths = [...new Set([...given, ...inFolders])]
  if (paths.length > MOST_FILES)
    throw new AppError('validation', `There are ${paths.length} packs. Take in ${MOST_FILES} at most at a time.`)
  return paths
}

type Verdict = Pick<Intake, 'outcome' | 'sentence'>

/** Whether a pack was kept: with the hash of its file, of its figures and its key it stands in the audit trail. */
const isTaken = ({ outcome }: Pick<Intake, 'outcome'>): boolean => outcome === 'taken' || outcome === 'replaced'

/** A pack with counts that is as it was signed; else why it is refused. */
const readable = ({ inspected }: Looked): { manifest: PackManifest; figures: PracticeFigures } | Verdict => {
  const { state, sentence, manifest, figures } = inspected
  if (state !== 'genuine' && state !== 'new-key') return { outcome: state, sentence }
  if (manifest === null || figures === null)
    return {
      outcome: 'not-for-the-lead',
      sentence:
        'This is a report for everybody, with small numbers hidden, which cannot be added up. Ask the practice for its pack for the lead.',
    }
  const fault = figuresFault(figures)
  return fault === null
    ? { manifest, figures }
    : { outcome: 'damaged', sentence: `${fault} Ask the practice for a new one.` }
}

const storePack = async (
  { insert, env, user }: CommandContext,
  { dataset, key }: PackManifest,
  figures: PracticeFigures,
): Promise<void> =>
  insert('practice_pack', {
    id: env.ids.next(),
    report_id: figures.id,
    ods_code: figures.odsCode,
    practice_name: figures.practiceName,
    period_from: figures.from,
    period_to: figures.to,
    frozen_at: figures.frozenAt,
    sha256: dataset.sha256,
    fingerprint: key.fingerprint,
    figures: canonicalJson(figures),
    received_at: env.clock.now(),
    received_by: user.name,
  })

const frozenWords = (frozenAt: string): string => formatIsoDate(londonDate(frozenAt))

/** Keeps a pack of a listed practice, beside or in the place of what it sent before. */
const keep = async (context: CommandContext, manifest: PackManifest, figures: PracticeFigures): Promise<Verdict> => {
  const { db } = context
  const kept = await db
    .selectFrom('practice_pack')
    .select(['id', 'frozen_at', 'replaced_at', 'sha256'])
    .where('ods_code', '=', figures.odsCode)
    .where('period_from', '=', figures.from)
    .where('period_to', '=', figures.to)
    .execute()
  if (kept.some(({ sha256 }) => sha256 === manifest.dataset.sha256))
    return { outcome: 'repeated', sentence: 'The same pack was taken in before. Nothing was changed.' }
  const current = kept.find(({ replaced_at }) => replaced_at === null)
  if (current === undefined) {
    await storePack(context, manifest, figures)
    return { outcome: 'taken', sentence: `Taken in: figures frozen on ${frozenWords(figures.frozenAt)}.` }
  }
  if (figures.frozenAt < current.frozen_at)
    return {
      outcome: 'older-than-kept',
      sentence: `It was frozen on ${frozenWords(figures.frozenAt)}, before the one that is kept. Nothing was changed.`,
    }
  await context.update('practice_pack', current.id, { replaced_at: context.env.clock.now() }, null)
  await storePack(context, manifest, figures)
  return {
    outcome: 'replaced',
    sentence: `Newer than the one of ${frozenWords(current.frozen_at)}, whose place it takes. The older one is kept.`,
  }
}

const judgePack = async (context: CommandContext, looked: Looked, period: ReportPeriod): Promise<Verdict> => {
  const read = readable(looked)
  if ('outcome' in read) return read
  const { manifest, figures } = read
  if (figures.demo !== context.demo)
    return {
      outcome: 'made-up',
      sentence: figures.demo
        ? 'Everybody in it is made up: it comes from a demo practice.'
        : 'It is of real people, and this is the demo practice.',
    }
  if (figures.from !== period.from || figures.to !== period.to)
    return { outcome: 'wrong-period', sentence: `It is for ${periodWords(figures)}, not for ${periodWords(period)}.` }
  const listed = await context.db
    .selectFrom('network_practice')
    .select('id')
    .where('ods_code', '=', figures.odsCode)
    .executeTakeFirst()
  if (listed === undefined)
    return { outcome: 'not-listed', sentence: `${figures.practiceName} (${figures.odsCode}) is not on the list.` }
  const { state, sentence } = await judge(context.db, looked.inspected)
  if (state === 'other-key') return { outcome: 'other-key', sentence }
  const verdict = await keep(context, manifest, figures)
  if (state !== 'new-key' || !isTaken(verdict)) return verdict
  await trustSigner(context, manifest)
  return {
    ...verdict,
    sentence: `${verdict.sentence} First pack of this practice: ring it and compare the key ${keyWords(manifest.key.fingerprint)}.`,
  }
}

/**
 * Takes in packs for a period in one transaction. What is refused leaves nothing behind and says why.
 * @throws AppError `validation` for too many files, `io`.
 */
export const takeIn = async (job: JobContext, wanted: Wanted): Promise<Intake[]> => {
  const paths = pathsOf(job, wanted)
  const looked: Looked[] = []
  for (const [done, path] of paths.entries()) {
    await job.report({ step: 'Checking the packs', done, total: paths.length, unit: 'packs' })
    looked.push({ file: basename(path), inspected: await inspectPack(readPackFile(path), wanted.passphrase) })
  }
  return job.write(async (context) => {
    const results: Intake[] = []
    const taken: object[] = []
    for (const one of looked) {
      const verdict = await judgePack(context, one, wanted)
      const { manifest, sha256 } = one.inspected
      if (manifest !== null && isTaken(verdict))
        taken.push({
          odsCode: manifest.odsCode,
          sha256,
          figures: manifest.dataset.sha256,
          key: manifest.key.fingerprint,
        })
      results.push({
        file: one.file,
        ...verdict,
        odsCode: manifest?.odsCode ?? null,
        practiceName: manifest?.practiceName ?? null,
        period: manifest === null ? null : { from: manifest.from, to: manifest.to },
      })
    }
    context.note({
      from: wanted.from,
      to: wanted.to,
      files: results.length,
      taken,
      refused: results.flatMap((result) => (isTaken(result) ? [] : [result.outcome])),
    })
    return results
  })
}
