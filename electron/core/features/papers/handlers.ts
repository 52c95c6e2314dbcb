import type { papers } from '#shared/features/papers/contract.ts'
import type { Handlers } from '../../context.ts'
import { exportPaper } from './export.ts'
import { makePaper } from './make-paper.ts'

export const papersHandlers: Handlers<typeof papers> = {
  get: ({ db, env, demo }, which) => makePaper({ db, today: env.clock.today(), demo }, which),
  export: exportPaper,
}
