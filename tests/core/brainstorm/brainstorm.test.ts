import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let planId: string
beforeEach(async () => {
  test = await createTestCore()
  const fields = {
    title: 'Action plan 2026 to 2029',
    organisation: 'Brackenfold Surgery',
    startsOn: '2026-12-01',
    strengths: '',
    gaps: '',
  }
  planId = (await test.client.plan.start({ fields })).id
})
afterEach(() => test.close())

const board = () => test.client.brainstorm.board({ planId })
const notesOf = async (themeId: string | null): Promise<string[]> =>
  (await board()).notes.filter((note) => note.themeId === themeId).map(({ words }) => words)
const noteOf = async (words: string) => {
  const note = (await board()).notes.find((one) => one.words === words)
  if (note === undefined) throw new Error(`no note says ${words}`)
  return note
}
const write = (...words: string[]) =>
  test.client.brainstorm.addNotes({ planId, notes: words.map((one) => ({ words: one })) })
const theme = async (title: string): Promise<string> =>
  (await test.client.brainstorm.addTheme({ planId, fields: { title } })).id

describe('notes', () => {
  it('are added in one step, in their order, and taken back in one', async () => {
    const { ids, undo } = await write('Letters take weeks', 'Carers get forgotten')
    expect(ids).toHaveLength(2)
    await write('No one asks about money')
    expect(await notesOf(null)).toEqual(['Letters take weeks', 'Carers get forgotten', 'No one asks about money'])
    await test.client.audit.undo({ seq: undo })
    expect(await notesOf(null)).toEqual(['No one asks about money'])
  })

  it('refuse nothing to say and more than a note holds, and write none of the others then', async () => {
    expect((await refusal(write('Fine', '  '))).code).toBe('validation')
    expect((await refusal(write('Fine', 'x'.repeat(201)))).message).not.toBe('')
    expect((await board()).notes).toEqual([])
  })

  it('keep who said them, and are changed only as they were seen', async () => {
    await write('Letters take weeks')
    const { id, version } = await noteOf('Letters take weeks')
    const fields = { words: 'Letters take four weeks', saidBy: 'Practice nurse' }
    const saved = await test.client.brainstorm.saveNote({ id, version, fields })
    expect(await noteOf('Letters take four weeks')).toMatchObject({ saidBy: 'Practice nurse', version: saved.version })
    expect((await refusal(test.client.brainstorm.saveNote({ id, version, fields: { words: 'Mine' } }))).code).toBe(
      'stale',
    )
    await test.client.audit.undo({ seq: saved.undo })
    expect(await noteOf('Letters take weeks')).toMatchObject({ saidBy: null })
  })

  it('add up the votes of several windows, and have none below none', async () => {
    await write('Letters take weeks')
    const { id } = await noteOf('Letters take weeks')
    await test.client.brainstorm.vote({ id, by: 1 })
    const second = await test.client.brainstorm.vote({ id, by: 1 })
    expect(second.votes).toBe(2)
    await test.client.audit.undo({ seq: second.undo })
    expect((await noteOf('Letters take weeks')).votes).toBe(1)
    await test.client.brainstorm.vote({ id, by: -1 })
    expect((await test.client.brainstorm.vote({ id, by: -1 })).votes).toBe(0)
  })

  it('move between themes and within them, to where they are put', async () => {
    const back = await theme('Hearing back')
    await write('one', 'two', 'three')
    const put = async (words: string, themeId: string | null, beforeWords: string | null) => {
      const { id, version } = await noteOf(words)
      const beforeId = beforeWords === null ? null : (await noteOf(beforeWords)).id
      return test.client.brainstorm.moveNote({ id, version, themeId, beforeId })
    }
    await put('three', null, 'one')
    expect(await notesOf(null)).toEqual(['three', 'one', 'two'])
    await put('one', back, null)
    const { undo } = await put('two', back, 'one')
    expect([await notesOf(null), await notesOf(back)]).toEqual([['three'], ['two', 'one']])
    await test.client.audit.undo({ seq: undo })
    expect([await notesOf(null), await notesOf(back)]).toEqual([['three', 'two'], ['one']])
    const { id } = await noteOf('one')
    const stale = test.client.brainstorm.moveNote({ id, version: 1, themeId: null, beforeId: null })
    expect((await refusal(stale)).code).toBe('stale')
  })

  it('find room however often they are put between the same two', async () => {
    await write('first', 'last', 'a', 'b')
    for (let turn = 0; turn < 60; turn += 1) {
      const { id, version } = await noteOf(turn % 2 === 0 ? 'a' : 'b')
      const beforeId = (await noteOf(turn % 2 === 0 ? (turn === 0 ? 'last' : 'b') : 'a')).id
      await test.client.brainstorm.moveNote({ id, version, themeId: null, beforeId })
    }
    expect(await notesOf(null)).toEqual(['first', 'b', 'a', 'last'])
  })

  it('know the action that was made from them', async () => {
    const { ids } = await write('Letters take weeks')
    const [noteId = ''] = ids
    const { objectives } = await test.client.plan.get({ id: planId })
    const fields = {
      objectiveId: objectives[3]?.id ?? '',
      title: 'Letters take weeks',
      startsOn: '2026-12-01',
      dueOn: '2027-11-30',
    }
    const origin = { kind: 'note' as const, id: noteId, words: 'Letters take weeks' }
    await test.client.plan.addActions({ planId, actions: [{ fields, milestones: [], measureCodes: [], origin }] })
    expect((await noteOf('Letters take weeks')).actionCode).toBe('4.1')
  })
})

describe('themes', () => {
  it('begin with a note, are renamed, moved and removed, and their notes stay', async () => {
    const { ids } = await write('Carers get forgotten', 'No one asks about money')
    const [noteId = ''] = ids
    const { brainstorm } = test.client
    const { id: asked } = await brainstorm.addTheme({ planId, fields: { title: 'Being asked' }, noteId })
    const back = await theme('Hearing back')
    expect(await notesOf(asked)).toEqual(['Carers get forgotten'])
    await brainstorm.moveTheme({ id: back, version: 1, beforeId: asked })
    expect((await board()).themes.map(({ title }) => title)).toEqual(['Hearing back', 'Being asked'])
    const objectiveId = (await test.client.plan.get({ id: planId })).objectives[4]?.id ?? null
    const saved = await brainstorm.saveTheme({ id: asked, version: 1, fields: { title: 'Asking', objectiveId } })
    expect((await board()).themes[1]).toMatchObject({ title: 'Asking', objectiveId })
    expect((await refusal(brainstorm.removeTheme({ id: asked, version: 1 }))).code).toBe('stale')
    const { undo } = await brainstorm.removeTheme({ id: asked, version: saved.version })
    expect(await notesOf(null)).toEqual(['No one asks about money', 'Carers get forgotten'])
    await test.client.audit.undo({ seq: undo })
    expect(await notesOf(asked)).toEqual(['Carers get forgotten'])
    expect(await notesOf(null)).toEqual(['No one asks about money'])
  })

  it('take an objective of their own plan only', async () => {
    const stranger = '01900000-0000-7000-8000-00000000ffff'
    const fields = { title: 'Hearing back', objectiveId: stranger }
    expect((await refusal(test.client.brainstorm.addTheme({ planId, fields }))).code).toBe('validation')
  })

  it('go with a draft that is removed, and come back with it', async () => {
    await write('Letters take weeks')
    const back = await theme('Hearing back')
    const { id, version } = await noteOf('Letters take weeks')
    await test.client.brainstorm.moveNote({ id, version, themeId: back, beforeId: null })
    const { undo } = await test.client.plan.removeDraft({ id: planId, version: 1 })
    expect(await board()).toMatchObject({ themes: [], notes: [] })
    await test.client.audit.undo({ seq: undo })
    expect(await notesOf(back)).toEqual(['Letters take weeks'])
  })
})
