import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { beginPlan, planNow } from '../plan/plan-fields.ts'
import { draftOf, field, paragraph, text, words, written } from './writing.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('the library', () => {
  it('says what is still to be done about a document: blanks, comments, actions, and its review', async () => {
    const { toolkit, plan } = test.client
    await plan.start({
      fields: { title: 'Plan', organisation: 'Brackenfold', startsOn: '2025-04-01', strengths: '', gaps: '' },
    })
    const current = await plan.current({})
    const objectiveId = current?.objectives.find(({ number }) => number === 4)?.id ?? ''
    const action = (title: string) => ({
      fields: { objectiveId, title, startsOn: '2026-04-01', dueOn: '2027-03-31' },
    })
    const { ids } = await plan.addActions({ planId: current?.id ?? '', actions: ['A', 'B', 'C'].map(action) })
    await plan.setStatus({ id: ids[0] ?? '', version: 1, status: 'done' })
    const cell = (shown: string) => ({ type: 'tableCell' as const, content: [paragraph(words(shown))] })
    const made = await written(
      test.client,
      text(
        paragraph(field('ask.venue', 'Where'), field('ask.chair', 'Who'), field('ask.venue', 'Where')),
        paragraph(field('ask.day', 'When', 'Monday')),
        {
          type: 'table',
          content: ['4.1', '4.2', '4.3', '4.3', '9.9', 'see 4.2'].map((code) => ({
            type: 'tableRow',
            content: [cell(code)],
          })),
        },
      ),
    )
    const { id } = made
    await toolkit.addComment({ documentId: id, markId: 'comment-1', words: 'Is this so?' })
    const line = async () => (await toolkit.library({})).documents.find((one) => one.id === id)
    expect(await line()).toMatchObject({ blanksLeft: 2, openComments: 1, openActions: 2, isReviewNear: false })
    const base = draftOf(await toolkit.open({ id }))
    const save = async (change: Partial<typeof base>) => {
      const { version, ...now } = await toolkit.open({ id })
      return toolkit.save({
        id,
        version,
        ...draftOf({ ...now, version }),
        base: draftOf({ ...now, version }),
        ...change,
      })
    }
    await save({ answers: { 'ask.venue': 'Room 2' }, reviewDue: '2026-12-23' })
    expect(await line()).toMatchObject({ blanksLeft: 1, isReviewNear: true, isReviewDue: false })
    await save({ reviewDue: '2026-12-24' })
    expect(await line()).toMatchObject({ isReviewNear: false })
    await save({ reviewDue: '2026-11-23' })
    expect(await line()).toMatchObject({ isReviewNear: false, isReviewDue: true })
  })

  it('says of each document how many facts have changed as the document itself does', async () => {
    const { toolkit, register } = test.client
    const add = async (count: number, stage: string | null): Promise<void> => {
      for (let at = 0; at < count; at += 1)
        await register.addPerson({
          person: aPerson({ surname: `Quill${'abcdefghijklmnopqrst'[at]}${stage ?? 'n'}` }),
          episode: anEpisode({ diagnosisDate: { date: '2026-09-10', precision: 'day' }, stage }),
        })
    }
    await add(12, '2')
    await add(3, null)
    const issued = async (...codes: string[]) => {
      const made = await written(test.client, text(paragraph(...codes.map((code) => field(code)))), {
        audience: 'outside',
      })
      await toolkit.issue({ ...made, purpose: 'The board', recipient: null })
      return made.id
    }
    // Each tells a count that is safe by itself, and that beside the other's would give away how many are not in it.
    const parts = await issued('measure.stage-known.number')
    const wholes = await issued('measure.stage-known.out-of')
    const gone = await issued('register.people', 'practice.name')
    const { version, ...now } = await toolkit.open({ id: gone })
    const base = draftOf({ ...now, version })
    await toolkit.save({ id: gone, version, ...base, content: text(paragraph(field('practice.name'))), base })
    const changed = async () => {
      const { documents } = await toolkit.library({})
      return [parts, wholes, gone].map((id) => documents.find((one) => one.id === id)?.changed)
    }
    const inThemselves = async () =>
      Promise.all([parts, wholes, gone].map(async (id) => (await toolkit.open({ id })).changedFields.length))
    expect(await changed()).toEqual([0, 0, 0])
    await register.addPerson({ person: aPerson({ surname: 'Quillz' }), episode: anEpisode() })
    expect(await changed()).toEqual(await inThemselves())
    expect((await changed()).at(-1)).toBe(0)
  })

  it('counts the diagnoses for which a learning event analysis is suggested', async () => {
    const { toolkit, register, learning } = test.client
    expect((await toolkit.library({})).learningSuggested).toBe(0)
    await register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2026-09-10', precision: 'day' }, route: 'emergency' }),
    })
    const { suggested } = await learning.counts({})
    expect((await toolkit.library({})).learningSuggested).toBe(suggested)
    expect(suggested).toBe(1)
  })
})

describe('facts of the plan', () => {
  it('name the milestone that comes next, and the one that was missed only where nothing else is left', async () => {
    const { toolkit, plan } = test.client
    const [actionId = ''] = await beginPlan(test.client)
    const { id } = await written(test.client, text(paragraph(field('plan.next-milestone'))))
    const next = async () => (await toolkit.open({ id })).values.map(({ words: shown }) => shown)
    await plan.addMilestone({ actionId, fields: { title: 'Agreed', dueOn: '2026-11-22' } })
    expect(await next()).toEqual(['Agreed, 22 Nov 2026, late'])
    await plan.addMilestone({ actionId, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
    await plan.addMilestone({ actionId, fields: { title: 'Counted', dueOn: '2026-11-23' } })
    expect(await next()).toEqual(['Counted, 23 Nov 2026'])
  })

  it('weigh a risk in the words of the risk log', async () => {
    const { toolkit, planLogs } = test.client
    await beginPlan(test.client)
    const { id: planId } = await planNow(test.client)
    const risk = { words: 'One nurse', likelihood: 3, impact: 5, raisedOn: '2026-11-02', response: '' }
    await planLogs.addRisk({ planId, fields: risk })
    const table = { type: 'fieldTable' as const, attrs: { code: 'table.plan-risks', frozen: null } }
    const { id } = await written(test.client, text(table))
    const [value] = (await toolkit.open({ id })).values
    expect(value?.table?.rows.map((row) => row.slice(0, 3))).toEqual([['One nurse', 'Possible', 'Very large']])
  })
})
