import { join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { csvLine } from '#shared/domain/csv-safe.ts'
import { PACK_EXTENSION } from '#shared/features/packs/labels.ts'
import type { PracticeFigures } from '#shared/features/packs/schema.ts'
import type { WrittenFile } from '#shared/features/reports/schema.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import type { JobContext } from '../../context.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { figuresJsonSchema, frozenFrom, keepKey, makePack, type OwnKey, ownKeyOrNew, seal } from '../packs/public.ts'
import { openReport } from '../reports/public.ts'
import { practiceFigures } from './practice-figures.ts'

interface Sending {
  readonly reportId: string
  readonly folderHandle: string
  readonly passphrase: string
  readonly purpose: string
  readonly recipient: string
}

const tableOf = (name: string, title: string, lines: readonly (readonly (string | number)[])[]) => ({
  name,
  title,
  rows: lines.length - 1,
  content: lines.map(csvLine).join(''),
})

const packOf = (figures: PracticeFigures, own: OwnKey): Buffer => {
  const { id, format, formatVersion } = figures
  return makePack(
    {
      about: {
        kind: 'practice',
        title: 'Practice figures for the lead of the network',
        ...frozenFrom(figures),
        smallNumbers: 'exact',
      },
      dataset: { name: 'figures.json', content: canonicalJson(figures), id, format, formatVersion },
      schema: { name: 'figures.schema.json', content: figuresJsonSchema() },
      tables: [
        tableOf('tables/figures.csv', 'Counts', [
          ['figure', 'value'],
          ...figures.figures.map((figure) => [figure.id, figure.value]),
        ]),
        tableOf('tables/days.csv', 'Letters by days', [
          ['figure', 'days', 'letters'],
          ...figures.histograms.flatMap((histogram) =>
            histogram.days.map(([day, count]) => [histogram.id, day, count]),
          ),
        ]),
        tableOf('tables/months.csv', 'Counts by month', [
          ['month', ...figures.monthly.figures],
          ...figures.monthly.months.map(({ month, values }) => [month, ...values]),
        ]),
      ],
    },
    own,
  )
}

const fileName = ({ odsCode, from, to }: PracticeFigures): string =>
  `for-the-lead-${odsCode.replaceAll(/[^A-Za-z0-9]/g, '')}-${from}-to-${to}${PACK_EXTENSION}`

/**
 * Writes the exact counts of a frozen report under a passphrase. They never lie on the disk unsealed, and that they left
 * is noted before they are written.
 * @throws AppError as `practiceFigures`, `io` when the disk refuses.
 */
export const sendFigures = async (job: JobContext, wanted: Sending): Promise<{ file: WrittenFile; key: string }> => {
  const { reportId, folderHandle, passphrase, purpose, recipient } = wanted
  const folder = job.env.files.path(folderHandle, 'folder')
  job.note({ reportId, purpose, recipient, leadOnly: true })
  const { dataset, measured } = await openReport(job.read, reportId)
  const figures = practiceFigures(dataset, measured)
  const own = await ownKeyOrNew(job.read, job.env)
  await job.report({ step: 'Sealing the figures', done: 0, total: null, unit: '' })
  const sealed = await seal(job.env.ids, packOf(figures, own), passphrase)
  const name = fileName(figures)
  job.note({ odsCode: figures.odsCode, from: figures.from, to: figures.to, sha256: sha256(canonicalJson(figures)) })
  await job.write((context) => keepKey(context, own))
  try {
    writeWhole(join(folder, name), sealed)
  } catch (cause) {
    job.note({ failed: cause instanceof AppError ? cause.code : 'internal' })
    await job.write(async () => undefined)
    throw cause
  }
  return { file: { name, bytes: sealed.length, sha256: sha256(sealed) }, key: own.key.fingerprint }
}
