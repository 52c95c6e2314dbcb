import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { FIVE_OBJECTIVES } from '#shared/features/plan/public.ts'
import type { CommandContext } from '../../context.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import { figuresOver, yearUpTo } from '../measures/public.ts'
import { storeBrainstorm, storyNoteIds, storyNoteOf } from './brainstorm.ts'
import { STORY_ACTIONS } from './plan-actions.ts'
import { storyDays } from './plan-days.ts'
import { statusBeforeReview, updatesBeforeReview } from './plan-review.ts'
import { STORY_DRIVERS, STORY_PLAN } from './plan-story.ts'
import type { StoryAction } from './plan-telling.ts'

const LEAD = 'Dr Anjali Rao'
const ORGANISATION = 'Brackenfold Surgery'
const LAST_YEAR_STARTS = 35

/** What the rows of the demo's plan are made with. */
interface Making {
  readonly ids: Ids
  readonly day: (day: IsoDate) => IsoDate
  readonly planId: string
  /** By number. */
  readonly objectiveIds: ReadonlyMap<number, string>
  /** By code. */
  readonly actionIds: ReadonlyMap<string, string>
  /** By the words of the note. */
  readonly noteIds: ReadonlyMap<string, string>
}

const idOf = (ids: ReadonlyMap<string | number, string>, key: string | number): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the story has no ${key}`)
  return id
}

const actionRow = (making: Making, story: StoryAction): NewRow<'plan_action'> => {
  const { day } = making
  const { letters } = STORY_PLAN
  const isLetters = story.code === letters.code
  const note = storyNoteOf(story.code)
  return {
    id: idOf(making.actionIds, story.code),
    plan_id: making.planId,
    objective_id: idOf(making.objectiveIds, Number(story.code.slice(0, 1))),
    code: story.code,
    title: story.title,
    words: '',
    owner_name: story.owner,
    partners: story.with ?? '',
    starts_on: day(story.from),
    due_on: day(story.due),
    cost_words: story.cost ?? '',
    risk_words: story.risk ?? '',
    evidence_words: '',
    status: statusBeforeReview(story),
    ended_on: story.ended === undefined ? null : day(story.ended),
    answer_words: isLetters ? letters.answer : null,
    answer_by: isLetters ? LEAD : null,
    answer_on: isLetters ? day(letters.answeredOn) : null,
    origin_kind: note === null ? null : 'note',
    origin_id: note === null ? null : idOf(making.noteIds, note),
    origin_words: note,
  }
}

const partsOf = (making: Making, story: StoryAction) => {
  const { ids, day } = making
  const own = { action_id: idOf(making.actionIds, story.code) }
  return {
    also: (story.also ?? []).map((number) => ({
      id: ids.next(),
      ...own,
      objective_id: idOf(making.objectiveIds, number),
    })),
    milestones: (story.milestones ?? []).map(({ title, due, met }) => ({
      id: ids.next(),
      ...own,
      title,
      due_on: day(due),
      met_on: met === null ? null : day(met),
    })),
    updates: updatesBeforeReview(story)
      .toReversed()
      .map(({ on, words, status, next = '', ask = '' }) => ({
        id: ids.next(),
        ...own,
        happened_on: day(on),
        words,
        status,
        next_step: next,
        ask,
        by_name: story.owner,
      })),
    needs: (story.needs ?? []).map((code) => ({ id: ids.next(), ...own, needs_id: idOf(making.actionIds, code) })),
    measures:
      story.measure === undefined
        ? []
        : [story.measure].map(({ code, target, by }) => ({
            id: ids.next(),
            ...own,
            measure_code: code,
            target_value: target,
            target_by: day(by).slice(0, 7),
          })),
  }
}

const driverRows = (making: Making): NewRow<'plan_driver'>[] => {
  const rows: NewRow<'plan_driver'>[] = []
  for (const { kind, words, under, code } of STORY_DRIVERS) {
    const parent = under === null ? undefined : rows.find((row) => row.words.startsWith(under))
    rows.push({
      id: making.ids.next(),
      plan_id: making.planId,
      parent_id: parent?.id ?? null,
      kind,
      words,
      action_id: code === null ? null : idOf(making.actionIds, code),
      position: rows.filter((row) => (row.parent_id ?? null) === (parent?.id ?? null)).length,
    })
  }
  return rows
}

/** Figures as they were frozen when the plan was signed and at the end of its first year. */
const baselineRows = async (
  { db }: CommandContext,
  { ids, day, planId }: Making,
  today: IsoDate,
): Promise<NewRow<'plan_baseline'>[]> => {
  const codes = STORY_ACTIONS.flatMap(({ measure }) => measure?.code ?? [])
  const signed = day(STORY_PLAN.signedOn)
  const ended = day(STORY_PLAN.firstYearEnded)
  const start = day(STORY_PLAN.startsOn)
  const frozen = [
    { year: 0, on: signed, months: yearUpTo(signed) },
    { year: 1, on: ended, months: { from: start.slice(0, 7), to: ended.slice(0, 7) } },
  ]
  const figures = await figuresOver(
    db,
    codes,
    frozen.map(({ months }) => months),
    today,
  )
  return frozen.flatMap(({ year, on, months }, at) =>
    (figures[at] ?? []).map(({ code, ruleVersion, figure }) => ({
      id: ids.next(),
      plan_id: planId,
      measure_code: code,
      year,
      month_from: months.from,
      month_to: months.to,
      figure: JSON.stringify(figure),
      rule_version: ruleVersion,
      frozen_on: on,
    })),
  )
}

const storeHead = async (context: CommandContext, making: Making): Promise<void> => {
  const { day, planId, objectiveIds } = making
  const start = day(STORY_PLAN.startsOn)
  await context.insert('plan', {
    id: planId,
    title: `Action plan ${start.slice(0, 4)} to ${addMonths(start, LAST_YEAR_STARTS).slice(0, 4)}`,
    organisation: ORGANISATION,
    starts_on: start,
    strengths: STORY_PLAN.strengths,
    gaps: STORY_PLAN.gaps,
    state: 'signed',
    signed_on: day(STORY_PLAN.signedOn),
    signed_by: LEAD,
    last_objective: 0,
  })
  await context.insertMany(
    'plan_objective',
    FIVE_OBJECTIVES.map((one) => ({
      id: idOf(objectiveIds, one.number),
      plan_id: planId,
      ...one,
      own: 0,
      last_code: 0,
    })),
  )
}

const storeStories = async (context: CommandContext, making: Making): Promise<void> => {
  const { ids, day, actionIds } = making
  const { moved, cycle } = STORY_PLAN
  const moving = STORY_ACTIONS.find(({ code }) => code === moved.code)
  const start = day(moving?.from ?? moved.on)
  await context.insert('plan_move', {
    id: ids.next(),
    action_id: idOf(actionIds, moved.code),
    moved_on: day(moved.on),
    by_name: LEAD,
    from_start: start,
    to_start: start,
    from_due: day(moved.fromDue),
    to_due: day(moved.toDue),
    reason: moved.reason,
  })
  await context.insert('plan_cycle', {
    id: ids.next(),
    action_id: idOf(actionIds, cycle.code),
    number: 1,
    aim: cycle.aim,
    plan_words: cycle.plan,
    do_words: cycle.doing,
    study_words: cycle.study,
    act_words: cycle.act,
    started_on: day(cycle.from),
    ended_on: day(cycle.to),
    outcome: 'adopt',
  })
}

/**
 * Stores the action plan of the demo practice: in its second year, signed, with milestones met, near and missed. Its
 * frozen figures are counted from the people stored so far, so it comes after them. It stands as it did when its last review
 * began.
 */
export const storePlan = async (context: CommandContext, ids: Ids, today: IsoDate): Promise<void> => {
  const making: Making = {
    ids,
    day: storyDays(today),
    planId: ids.next(),
    objectiveIds: new Map(FIVE_OBJECTIVES.map(({ number }) => [number, ids.next()])),
    actionIds: new Map(STORY_ACTIONS.map(({ code }) => [code, ids.next()])),
    noteIds: storyNoteIds(ids),
  }
  await storeHead(context, making)
  await storeBrainstorm(context, making)
  await context.insertMany(
    'plan_action',
    STORY_ACTIONS.map((story) => actionRow(making, story)),
  )
  const parts = STORY_ACTIONS.map((story) => partsOf(making, story))
  await context.insertMany(
    'plan_action_objective',
    parts.flatMap(({ also }) => also),
  )
  await context.insertMany(
    'plan_milestone',
    parts.flatMap(({ milestones }) => milestones),
  )
  await context.insertMany(
    'plan_update',
    parts.flatMap(({ updates }) => updates),
  )
  await context.insertMany(
    'plan_need',
    parts.flatMap(({ needs }) => needs),
  )
  await context.insertMany(
    'plan_action_measure',
    parts.flatMap(({ measures }) => measures),
  )
  await storeStories(context, making)
  await context.insertMany('plan_driver', driverRows(making))
  await context.insertMany('plan_baseline', await baselineRows(context, making, today))
}
