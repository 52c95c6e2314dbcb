import { addDays, addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import type { LessonContent } from '#shared/features/lessons/public.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'

const NEEDS = [
  { area: 'objective_3', level_now: 1, level_wanted: 2, words: 'How services are bought, and when somebody can ask.' },
  { area: 'objective_4', level_now: 3, level_wanted: 4, words: '' },
  { area: 'data', level_now: 2, level_wanted: 3, words: 'Run charts, and what a small number cannot say.' },
  { area: 'people', level_now: 2, level_wanted: 3, words: 'Asking people affected before things are settled.' },
] as const

const EVIDENCE = [
  {
    ago: 12,
    words: 'Half day on run charts',
    form: 'course',
    hours: 3.5,
    reflection: 'Eight points on one side are a sign. Three are not.',
    own: true,
  },
  { ago: 40, words: 'Guidance on safety netting', form: 'read', hours: 0.75, reflection: '', own: false },
  {
    ago: 260,
    words: 'Sat in at the hospital team meeting',
    form: 'meeting',
    hours: 2,
    reflection: 'They do not know which letters we never get.',
    own: false,
  },
] as const

const cardOfPeer = (today: IsoDate): LessonContent => ({
  title: 'A second look at every normal blood test',
  problem: 'Normal results of people with lasting symptoms were filed and nobody spoke to them again.',
  tried: 'Whoever files such a result sets a task to ring in three weeks.',
  happened: 'In half a year most were rung. Several needed another test.',
  area: 'objective_4',
  byRole: 'GP, cancer lead',
  madeOn: addMonths(today, -2),
  practice: 'Hollowmere Medical Centre',
  chart: null,
})

const storeOwn = async (context: CommandContext, ids: Ids, today: IsoDate): Promise<void> => {
  const own = { user_id: context.user.id }
  await context.insertMany(
    'development_need',
    NEEDS.map((need) => ({ id: ids.next(), ...own, ...need })),
  )
  const goal = { id: ids.next(), ...own, area: 'data' as const, evidence: '' }
  await context.insert('development_goal', {
    ...goal,
    title: 'Read a run chart with the team and say what it means',
    why: 'I show one at each meeting and cannot answer what people ask.',
    how: 'A half day course, then one chart a month with the nurse.',
    by_when: addMonths(today, 4),
    done_on: null,
  })
  await context.insertMany(
    'development_evidence',
    EVIDENCE.map(({ ago, own: isForGoal, ...one }) => ({
      id: ids.next(),
      ...own,
      ...one,
      learnt_on: addDays(today, -ago),
      goal_id: isForGoal ? goal.id : null,
    })),
  )
  await context.insert('development_session', {
    id: ids.next(),
    ...own,
    held_on: addDays(today, -33),
    title: 'Briefing of the team on letters to chase',
    role: 'ran',
    audience: 'Practice team',
    people: 11,
    hours: 1,
    met_need: 4,
    right_level: 4,
    will_change: 3,
    well_run: 5,
    to_change: 'Half the slides, and ten minutes for questions.',
  })
  const peer = await context.db.selectFrom('contact').select('id').where('kind', '=', 'peer').executeTakeFirst()
  await context.insert('development_question', {
    id: ids.next(),
    ...own,
    question: 'Who in your practice chases treatment summaries, and how often?',
    contact_id: peer?.id ?? null,
    asked_on: addDays(today, -20),
    answer: 'The secretary, each Monday, from the list of letters.',
    answered_on: addDays(today, -17),
    useful: 1,
  })
}

/** What the demo's lead writes down of her own learning, and lesson cards, one of them from another practice. */
export const storeDevelopment = async (context: CommandContext, ids: Ids, today: IsoDate): Promise<void> => {
  await storeOwn(context, ids, today)
  await context.insert('lesson_card', {
    id: ids.next(),
    title: 'One person rings one office',
    problem: 'Everybody chased treatment summaries, so nobody knew what had been asked.',
    tried: 'The nurse rings the same office each Monday with one list.',
    happened: 'The office knows her, and letters that took months come in weeks.',
    area: 'objective_4',
    by_role: 'Cancer lead',
    made_on: addDays(today, -25),
  })
  const { practice, byRole, madeOn, title, problem, tried, happened, area } = cardOfPeer(today)
  await context.insert('lesson_card', {
    id: ids.next(),
    title,
    problem,
    tried,
    happened,
    area,
    by_role: byRole,
    made_on: madeOn,
    origin: practice,
    added_on: addDays(today, -6),
    checksum: sha256(canonicalJson(cardOfPeer(today))),
  })
}
