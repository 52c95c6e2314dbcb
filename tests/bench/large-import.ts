import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { finish, inProcessClient } from '#core/in-process.ts'
import { HEAP_FLAGS } from '#shared/contract/shell-core-heap.ts'
import { type BenchRegister, benchRegister } from './bench-register.ts'
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
    const worker = fork(resolve(import.meta.dirname, 'large-import-worker.ts'), {
      execArgv: [HEAP_FLAGS.young, HEAP_FLAGS.youngAtFirst],
    })
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

/** A register that holds everybody of a list, closed. */
const fullRegister = async (list: string): Promise<BenchRegister> => {
  const register = await benchRegister(0)
  const client = inProcessClient(register.core)
  register.core.env.files.grant('file', list, 'read')
  const { draftId, columns } = await finish(client.imports.read({ fileHandle: 'file', reading: {} }))
  const choices = columns.map(({ index, field }) => ({ index, field, dates: null }))
  await finish(client.imports.preview({ draftId, columns: choices }))
  await finish(client.imports.commit({ draftId, name: 'bench' }))
  await register.core.close()
  return register
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
    const [commit = 0, inserts = 0, ...rows] = await measured('commit', empty.folder, list)
    const full = await fullRegister(list)
    try {
      say(`checking ${ROWS.toLocaleString('en-GB')} rows`)
      const same = await measured('preview', full.folder, list)
      const fresh = await measured('preview', empty.folder, list)
      const [idle = 0, peak = 0] = await measured('memory', full.folder, list)
      say(`checking ${MANY.toLocaleString('en-GB')} rows`)
      const million = await measured('preview', full.folder, many)
      say('reading a workbook')
      const [workbookRead = 0] = await measured('read', empty.folder, workbook)
      return [
        previewFigure('check of 100,000 rows that are all on the register', same),
        previewFigure('check of 100,000 rows, register empty', fresh),
        {
          name: 'check of 1,000,000 rows, by the row',
          value: median(everySecond(million, 0)) / median(everySecond(same, 0)) / (MANY / ROWS),
          unit: '×',
          limit: { most: 1.5 },
          detail: `${(median(everySecond(million, 0)) / 1000).toFixed(1)} s, against a tenth of the rows`,
        },
        {
          name: 'memory of a check of 100,000 rows',
          value: peak - idle,
          unit: 'MB',
          limit: { most: 250 },
          detail: `${peak.toFixed(0)} MB at the most, ${idle.toFixed(0)} MB idle`,
        },
        {
          name: 'commit of 100,000 new people',
          value: commit / inserts,
          unit: '×',
          limit: { most: 3 },
          detail: `${commit.toFixed(0)} ms with its backup, against ${inserts.toFixed(0)} ms for bare inserts of the same ${rows.reduce((sum, one) => sum + one, 0).toLocaleString('en-GB')} rows`,
        },
        {
          name: 'workbook of 100,000 rows read',
          value: workbookRead,
          unit: 'ms',
          limit: { most: 20_000 },
          detail: '20 columns',
        },
      ]
    } finally {
      await full.remove()
    }
  } finally {
    await empty.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
