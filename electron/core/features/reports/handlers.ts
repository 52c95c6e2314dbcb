import type { reports } from '#shared/features/reports/contract.ts'
import type { Handlers } from '../../context.ts'
import { readOwnKey } from '../packs/public.ts'
import { checkReport } from './check.ts'
import { exportReport } from './export.ts'
import { freezeReport } from './freeze.ts'
import { listReports, openReport } from './queries.ts'
import { remakeReport } from './remake.ts'

export const reportHandlers: Handlers<typeof reports> = {
  list: ({ db }) => listReports(db),
  build: (job, input) => freezeReport(job, input),
  async get({ db }, { id }) {
    const { summary, dataset } = await openReport(db, id)
    return { summary, dataset, key: (await readOwnKey(db))?.key.fingerprint ?? null }
  },
  check: ({ db }, { id }) => checkReport(db, id),
  remake: (context, wanted) => remakeReport(context, wanted),
  export: (job, input) => exportReport(job, input),
}
