import type { duplicates } from '#shared/features/duplicates/contract.ts'
import { bandOf } from '#shared/features/duplicates/match-score.ts'
import type { Handlers } from '../../context.ts'
import { forgetNotSame, sayNotSame } from './commands.ts'
import { mergePeople } from './merge.ts'
import { comparePair, likelyPairs, notSamePairs, searchStanding } from './queries.ts'
import { searchForDuplicates } from './search.ts'

export const duplicateHandlers: Handlers<typeof duplicates> = {
  standing: ({ db }) => searchStanding(db),
  pairs: ({ db }, { limit }) => likelyPairs(db, limit),
  async pair({ db }, { personId, otherId }) {
    const { points, fields, belongings } = await comparePair(db, personId, otherId)
    return { points, band: bandOf(points), fields: [...fields], belongings }
  },
  search: (context) => searchForDuplicates(context),
  async merge(context, merge) {
    return { moved: await mergePeople(context, merge), undo: context.auditSeq }
  },
  async notSame(context, said) {
    await sayNotSame(context, said)
    return { undo: context.auditSeq }
  },
  notSameList: ({ db }) => notSamePairs(db),
  async askAgain(context, { id, version }) {
    await forgetNotSame(context, id, version)
    return { undo: context.auditSeq }
  },
}
