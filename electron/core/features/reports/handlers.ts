import type { reports } from '#shared/features/reports/contract.ts'
import type { Handlers } from '../../context.ts'
import { readOwnKey } from '../packs/public.ts'
import { checkReport } from './check.ts'
import { comparatorChoices } from './compare.ts'
import { exportReport } from './export.ts'
import { freezeReport } from './freeze.ts'
import { dropKeptTexts, keepTexts, readKeptTexts } from './kept-texts.ts'
import { addBenchmark, removeBenchmark } from './own-benchmarks.ts'
import { peopleOfFigure } from './people-behind.ts'
import { lastSections, lastTexts, listReports, openReport } from './queries.ts'
import { remakeReport } from './remake.ts'

export const reportHandlers: Handlers<typeof reports> = {
  list: ({ db }) => listReports(db),
  lastSections: ({ db }) => lastSections(db),
  lastTexts: ({ db }, { of }) => lastTexts(db, of),
  keptTexts: (context, { of }) => readKeptTexts(context, of),
  async keepTexts(context, { of, texts }) {
    await keepTexts(context, of, texts)
    return {}
  },
  async dropTexts(context, { of }) {
    await dropKeptTexts(context, of)
    return {}
  },
  comparators: ({ db }, { from, to }) => comparatorChoices(db, { from, to }),
  addBenchmark: (context, made) => addBenchmark(context, made),
  removeBenchmark: (context, { id }) => removeBenchmark(context, id),
  build: (job, input) => freezeReport(job, input),
  async get({ db }, { id }) {
    const { summary, dataset } = await openReport(db, id)
    return { summary, dataset, key: (await readOwnKey(db))?.key.fingerprint ?? null }
  },
  people: (context, input) => peopleOfFigure(context, input),
  check: ({ db, env, pause }, { id }) => checkReport({ db, clock: env.clock, pause }, id),
  remake: (job, wanted) => remakeReport(job, wanted),
  export: (job, input) => exportReport(job, input),
}
