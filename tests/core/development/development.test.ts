import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '#shared/features/access/schema.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let lead: User
beforeEach(async () => {
  test = await createTestCore()
  lead = test.session().user
})
afterEach(() => test.close())

const NURSE: User = {
  id: '01900000-0000-7000-8000-00000000feed',
  name: 'Beth Tranter',
  jobTitle: 'Practice nurse',
  role: 'clinical',
}
const be = (user: User): void => void Object.assign(test.session(), { user })
const withNurse = async (): Promise<void> => {
  await test
    .session()
    .database.alone((connection) =>
      connection
        .prepare('INSERT INTO user_account (id, name, job_title, access_role, version) VALUES (?, ?, ?, ?, 1)')
        .run(NURSE.id, NURSE.name, NURSE.jobTitle, NURSE.role),
    )
}
const own = () => test.client.development
const mine = () => own().mine({})
const undo = (seq: number) => test.client.audit.undo({ seq })

const GOAL = {
  kind: 'goal',
  title: 'Read a funnel plot',
  why: 'Reports',
  how: 'A course',
  byWhen: '2027-03-01',
} as const
const EVIDENCE = {
  kind: 'evidence',
  learntOn: '2026-11-02',
  words: 'Course on charts',
  form: 'course',
  hours: 2.25,
} as const
const SESSION = {
  kind: 'session',
  heldOn: '2026-10-02',
  title: 'Briefing',
  role: 'ran',
  hours: 1.5,
  people: 12,
  metNeed: 4,
} as const
const QUESTION = { kind: 'question', question: 'Who chases your letters?', askedOn: '2026-11-01' } as const
const NEED = { kind: 'need', area: 'data', levelNow: 1, levelWanted: 3 } as const
const LISTS = {
  need: 'needs',
  goal: 'goals',
  evidence: 'evidence',
  session: 'sessions',
  question: 'questions',
} as const

describe('what somebody writes down of their learning', () => {
  it.each([NEED, GOAL, EVIDENCE, SESSION, QUESTION])(
    'is added, changed and removed, each taken back: $kind',
    async (entry) => {
      const list = LISTS[entry.kind]
      const { id, undo: added } = await own().add({ entry })
      expect((await mine())[list]).toMatchObject([{ id, version: 1, ...entry }])
      const change = {
        need: { levelWanted: 4 },
        goal: { doneOn: '2026-11-20', evidence: 'Drew one' },
        evidence: { hours: 3 },
        session: { toChange: 'Shorter' },
        question: { answer: 'The nurse', answeredOn: '2026-11-05', useful: true },
      }[entry.kind]
      const saved = await own().save({ id, version: 1, entry: { ...entry, ...change } })
      expect((await mine())[list]).toMatchObject([{ ...entry, ...change }])
      await undo(saved.undo)
      expect((await mine())[list]).toMatchObject([entry])
      const { version } = (await mine())[list][0] ?? { version: 0 }
      const removed = await own().remove({ id, version, kind: entry.kind })
      expect((await mine())[list]).toEqual([])
      await undo(removed.undo)
      expect((await mine())[list]).toMatchObject([entry])
      await undo(added)
      expect((await mine())[list]).toEqual([])
    },
  )

  it('is seen, changed, removed and taken back by nobody else', async () => {
    await withNurse()
    const added = await Promise.all([NEED, GOAL, EVIDENCE, SESSION, QUESTION].map((entry) => own().add({ entry })))
    be(NURSE)
    expect(await mine()).toEqual({ needs: [], goals: [], evidence: [], sessions: [], questions: [] })
    for (const [at, entry] of [NEED, GOAL, EVIDENCE, SESSION, QUESTION].entries()) {
      const { id = '', undo: seq = 0 } = added[at] ?? {}
      expect(await codeOf(own().save({ id, version: 1, entry }))).toBe('not-found')
      expect(await codeOf(own().remove({ id, version: 1, kind: entry.kind }))).toBe('not-found')
      expect(await codeOf(undo(seq))).toBe('forbidden')
    }
    expect(await codeOf(own().add({ entry: { ...EVIDENCE, goalId: added[1]?.id ?? '' } }))).toBe('not-found')
    await own().add({ entry: NEED })
    be(lead)
    const back = await mine()
    expect([back.needs.length, back.goals.length, back.questions.length]).toEqual([1, 1, 1])
    expect(back.goals[0]).toMatchObject(GOAL)
  })

  it('has each area once and no day that is still to come', async () => {
    await own().add({ entry: NEED })
    expect((await refusal(own().add({ entry: NEED }))).details.fieldErrors).toEqual({
      'entry.area': 'This area is written down already. Change it there',
    })
    for (const entry of [
      { ...EVIDENCE, learntOn: '2026-11-24' },
      { ...SESSION, heldOn: '2026-11-24' },
      { ...QUESTION, askedOn: '2026-11-24' },
      { ...GOAL, doneOn: '2026-11-24' },
    ] as const)
      expect(Object.values((await refusal(own().add({ entry }))).details.fieldErrors ?? {})[0]).toContain(
        'still to come',
      )
  })

  it('keeps evidence when its goal goes, and a question when the contact goes', async () => {
    const goal = await own().add({ entry: GOAL })
    await own().add({ entry: { ...EVIDENCE, goalId: goal.id } })
    const removed = await own().remove({ id: goal.id, version: 1, kind: 'goal' })
    expect((await mine()).evidence).toMatchObject([{ words: EVIDENCE.words, goalId: null }])
    await undo(removed.undo)
    expect((await mine()).evidence).toMatchObject([{ goalId: goal.id }])
    const peer = await test.client.contacts.add({ fields: { name: 'Dr Carys Penhale', kind: 'peer' } })
    const other = await test.client.contacts.add({ fields: { name: 'Lung office', kind: 'hospital' } })
    await own().add({ entry: { ...QUESTION, contactId: peer.id } })
    expect((await refusal(own().add({ entry: { ...QUESTION, contactId: other.id } }))).details.fieldErrors).toEqual({
      'entry.contactId': 'Choose somebody who is a peer in your contacts',
    })
    const gone = await test.client.contacts.remove({ id: peer.id, version: 1 })
    expect((await mine()).questions).toMatchObject([{ question: QUESTION.question, contactId: null }])
    await undo(gone.undo)
    expect((await mine()).questions).toMatchObject([{ contactId: peer.id }])
  })
})
