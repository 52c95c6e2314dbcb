import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { benchRegister } from './bench-register.ts'
import { listRows, writeList } from './large-import-files.ts'
import type { LargeImportTask } from './large-import-worker.ts'
import { type Figure, median } from './measure.ts'

const ROWS = 100_000
const MANY = 1_000_000

/** Measures in a process of its own, on a copy of a register: nothing that came before is in its memory. */
const measured = async (what: LargeImportTask['what'], folder: string, file: string): Promise<number[]> => {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  cpSync(folder, copy, { recursive: true })
  try {
    const worker = fork(resolve(import.meta.dirname, 'large-import-worker.ts'))
    return await new Promise((done, fail) => {
      worker.once('message', (figures: number[]) => {
        worker.disconnect()
        done(figures)
      })
      worker.once('exit', (code) => fail(new Error(`the measuring process ended with ${code}`)))
      worker.send({ what, folder: copy, file } satisfies LargeImportTask)
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Every second figure, from the first or the second. */
const everySecond = (figures: readonly number[], from: 0 | 1): number[] => figures.filter((_, at) => at % 2 === from)

const previewFigure = (name: string, figures: readonly number[]): Figure => {
  const [ours, bare] = [everySecond(figures, 0), everySecond(figures, 1)]
  return {
    name,
    value: median(ours.map((value, round) => value / (bare[round] ?? Number.NaN))),
    unit: '×',
    limit: { most: 3 },
    detail: `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms for a bare parse of the same file`,
  }
}

/** What imports of 100,000 and a million rows with 20 columns cost. It takes minutes, so it is asked for. */
export const largeImportFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const [list, many, workbook] = ['list.csv', 'many.csv', 'list.xlsx'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const empty = await benchRegister(0)
  try {
    say('writing the files')
    await writeList(list, ROWS)
    await writeList(many, MANY)
    writeFileSync(workbook, await writeXlsx({ sheets: [{ name: 'List', rows: [...listRows(ROWS)] }] }))
    await empty.core.close()
    say(`bringing in ${ROWS.toLocaleString('en-GB')} people`)
    const [ours = 0, bare = 0, ...rows] = await measured('commit', empty.folder, list)
    const fresh = await measured('preview', empty.folder, list)
    return [
      previewFigure('check of 100,000 rows, register empty', fresh),
      {
        name: 'commit of 100,000 new people',
        value: ours / bare,
        unit: '×',
        limit: { most: 3 },
        detail: `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms for bare inserts of the same ${rows.reduce((sum, one) => sum + one, 0).toLocaleString('en-GB')} rows, backup and history among ours`,
      },
    ]
  } finally {
    await empty.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
