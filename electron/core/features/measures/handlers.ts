import type { measures } from '#shared/features/measures/contract.ts'
import type { Handlers } from '../../context.ts'
import { peopleSinceSent, sinceSent } from '../reports/public.ts'
import { patternPeople, patternsIn } from './patterns.ts'
import { saveMark } from './marks.ts'
import { libraryOf, measureNow, peopleOfMeasure } from './library-queries.ts'
import { indicatorsOf, peopleBehind, whatIfToday } from './queries.ts'

export const measuresHandlers: Handlers<typeof measures> = {
  indicators: ({ db, env }, input) => indicatorsOf(db, input, env.clock.today()),
  people: ({ db, env }, input) => peopleBehind(db, input, env.clock.today()),
  patterns: ({ db, env }, input) => patternsIn(db, input, env.clock.today()),
  patternPeople: ({ db, env }, input) => patternPeople(db, input, env.clock.today()),
  whatIf: ({ db, env }, input) => whatIfToday(db, input, env.clock.today()),
  sinceSent: ({ db }, input) => sinceSent(db, input),
  peopleSinceSent: ({ db }, input) => peopleSinceSent(db, input),
  async saveMark(context, input) {
    return { ...(await saveMark(context, input)), undo: context.auditSeq }
  },
  async removeMark(context, { id, version }) {
    await context.remove('measure_mark', id, version)
    return { undo: context.auditSeq }
  },
  library: ({ db, env }, input) => libraryOf(db, input, env.clock.today()),
  measure: ({ db, env }, input) => measureNow(db, input, env.clock.today()),
  libraryPeople: ({ db, env }, input) => peopleOfMeasure(db, input, env.clock.today()),
}
