import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom, sameWords, titleOf } from '#shared/features/brainstorm/draft.ts'
import { aNote, aTheme } from './board-parts.ts'

const OBJECTIVES = [1, 2, 3, 4, 5].map((number) => ({ id: `objective-${number}`, number }))
const plan = { objectives: OBJECTIVES, actions: [] }

describe('the draft', () => {
  it('spreads the most voted notes of a theme over the years, to the objective that their words speak of', () => {
    const themes = [aTheme('back', 'Hearing back'), aTheme('asked', 'Being asked')]
    const notes = [
      aNote('few', 'back', 1, { words: 'Treatment aim never stated in the summary' }),
      aNote('most', 'back', 6, { words: 'Letters take weeks' }),
      aNote('carers', 'asked', 2, { words: 'Carers get forgotten' }),
      aNote('net', 'asked', 1, { words: 'Share figures with the network' }),
      aNote('loose', null, 9, { words: 'In no theme' }),
    ]
    const { suggestions, leftOver } = draftFrom(themes, notes, plan)
    expect(suggestions.map(({ noteId, objectiveId, year }) => [noteId, objectiveId, year])).toEqual([
      ['most', 'objective-4', 1],
      ['few', 'objective-4', 2],
      ['carers', 'objective-5', 1],
      ['net', 'objective-2', 2],
    ])
    expect(leftOver.map(({ id }) => id)).toEqual(['loose'])
  })

  it('goes by the objective of a theme where it names one, and to the emptiest where no word speaks', () => {
    const own = draftFrom(
      [aTheme('t', 'Letters', 'objective-1')],
      [aNote('n', 't', 0, { words: 'Letters late' })],
      plan,
    )
    expect(own.suggestions[0]?.objectiveId).toBe('objective-1')
    const actions = [
      { objectiveId: 'objective-1', title: 'There already', year: 1 as const },
      { objectiveId: 'objective-2', title: 'There too', year: 1 as const },
    ]
    const emptiest = draftFrom([aTheme('t', 'X')], [aNote('n', 't', 0, { words: 'Xyz' })], { ...plan, actions })
    expect(emptiest.suggestions[0]?.objectiveId).toBe('objective-3')
  })

  it('suggests nothing that is an action already or was said before', () => {
    const themes = [aTheme('a', 'One'), aTheme('b', 'Two')]
    const notes = [
      aNote('made', 'a', 5, { actionCode: '4.1' }),
      aNote('there', 'a', 4, { words: 'Peer pair with Harrowmere' }),
      aNote('first', 'a', 3, { words: 'Letters take weeks' }),
      aNote('again', 'b', 9, { words: 'letters take weeks!' }),
    ]
    const actions = [{ objectiveId: 'objective-1', title: 'Peer pair, with Harrowmere', year: 2 as const }]
    const { suggestions, leftOver } = draftFrom(themes, notes, { ...plan, actions })
    expect(suggestions.map(({ noteId }) => noteId)).toEqual(['first'])
    expect(leftOver.map(({ id }) => id)).toEqual(['there', 'again'])
  })

  it('cuts a long note at a word for its title', () => {
    expect(titleOf('Short')).toBe('Short')
    const long = titleOf(`${'word '.repeat(40)}end`)
    expect(long.length).toBeLessThanOrEqual(120)
    expect(long).toMatch(/word…$/)
    expect(titleOf('x'.repeat(200))).toHaveLength(120)
  })

  const boards = fc
    .record({
      themes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 }),
      notes: fc.array(
        fc.record({
          themeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', null),
          votes: fc.nat(9),
          words: fc.constantFrom(
            'Letters',
            'Carers',
            'Network',
            'Money',
            'Clinic',
            'LETTERS',
            'Xyz',
            'Staff',
            'Ask us',
          ),
          actionCode: fc.constantFrom(null, null, null, '1.1'),
        }),
        { maxLength: 60 },
      ),
    })
    .map(({ themes, notes }) => ({
      themes: themes.map((id) => aTheme(id, `Theme ${id}`)),
      notes: notes.map(({ themeId, votes, ...rest }, index) =>
        aNote(`n${index}`, themeId !== null && themes.includes(themeId as 'a') ? themeId : null, votes, rest),
      ),
    }))

  it('takes no note and no words twice, loses none, and fills only squares that are there', () => {
    fc.assert(
      fc.property(boards, ({ themes, notes }) => {
        const { suggestions, leftOver } = draftFrom(themes, notes, plan)
        const ids = suggestions.map(({ noteId }) => noteId)
        expect(new Set(ids).size).toBe(ids.length)
        const words = suggestions.map(({ title }) => sameWords(title))
        expect(new Set(words).size).toBe(words.length)
        const free = notes.filter(({ actionCode }) => actionCode === null).map(({ id }) => id)
        expect([...ids, ...leftOver.map(({ id }) => id)].toSorted()).toEqual(free.toSorted())
        for (const { objectiveId, year } of suggestions) {
          expect(OBJECTIVES.map(({ id }) => id)).toContain(objectiveId)
          expect([1, 2, 3]).toContain(year)
        }
      }),
    )
  })

  it('prefers votes in every theme and gives each theme at most one action a year, counting those it has', () => {
    fc.assert(
      fc.property(boards, ({ themes, notes }) => {
        const { suggestions, leftOver } = draftFrom(themes, notes, plan)
        const taken = new Set(suggestions.map(({ title }) => sameWords(title)))
        for (const theme of themes) {
          const own = suggestions.filter((one) => one.theme === theme.title)
          const made = notes.filter(({ themeId, actionCode }) => themeId === theme.id && actionCode !== null).length
          expect(own.map(({ year }) => year)).toEqual([1, 2, 3].slice(made, made + own.length))
          const least = Math.min(...own.map(({ votes }) => votes))
          for (const note of leftOver.filter(
            ({ themeId, words }) => themeId === theme.id && !taken.has(sameWords(words)),
          )) {
            expect(own).toHaveLength(Math.max(0, 3 - made))
            expect(note.votes).toBeLessThanOrEqual(least)
          }
        }
      }),
    )
  })
})
