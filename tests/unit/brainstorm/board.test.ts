import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, countWords, linesOf, neighbourOf, stepOf } from '#shared/features/brainstorm/board.ts'
import { aNote, aTheme } from './board-parts.ts'

const board = {
  themes: [aTheme('back', 'Hearing back'), aTheme('empty', 'Nothing yet'), aTheme('asked', 'Being asked')],
  notes: [
    aNote('loose', null),
    aNote('letters', 'back', 3),
    aNote('nurse', 'back'),
    aNote('aim', 'back'),
    aNote('carers', 'asked', 1),
  ],
}
const columns = columnsOf(board)

describe('the board', () => {
  it('stands with the notes in no theme first', () => {
    expect(columns.map(({ theme, notes }) => [theme?.id ?? null, notes.map(({ id }) => id)])).toEqual([
      [null, ['loose']],
      ['back', ['letters', 'nurse', 'aim']],
      ['empty', []],
      ['asked', ['carers']],
    ])
    expect(countWords(board)).toBe('5 notes, 3 themes, 1 note in no theme yet, 4 votes')
    expect(countWords({ themes: [], notes: [] })).toBe('0 notes, 0 themes')
  })

  it('moves a note a step: past its neighbour, or into the next theme at the same height', () => {
    expect(stepOf(columns, 'nurse', 'up')).toEqual({ themeId: 'back', beforeId: 'letters' })
    expect(stepOf(columns, 'letters', 'down')).toEqual({ themeId: 'back', beforeId: 'aim' })
    expect(stepOf(columns, 'nurse', 'down')).toEqual({ themeId: 'back', beforeId: null })
    expect(stepOf(columns, 'letters', 'left')).toEqual({ themeId: null, beforeId: 'loose' })
    expect(stepOf(columns, 'letters', 'right')).toEqual({ themeId: 'empty', beforeId: null })
    expect(stepOf(columns, 'letters', 'up')).toBeNull()
    expect(stepOf(columns, 'aim', 'down')).toBeNull()
    expect(stepOf(columns, 'carers', 'right')).toBeNull()
    expect(stepOf(columns, 'gone', 'right')).toBeNull()
  })

  it('leads the arrows past themes without notes', () => {
    expect(neighbourOf(columns, 'aim', 'right')?.id).toBe('carers')
    expect(neighbourOf(columns, 'carers', 'left')?.id).toBe('letters')
    expect(neighbourOf(columns, 'nurse', 'down')?.id).toBe('aim')
    expect(neighbourOf(columns, 'loose', 'left')).toBeNull()
  })
})

describe('pasted notes', () => {
  it('are a note a line, without the marks of a list', () => {
    expect(linesOf('- Letters take weeks\r\n\r\n2) Nobody  says who the nurse is \n• Carers get forgotten')).toEqual([
      'Letters take weeks',
      'Nobody says who the nurse is',
      'Carers get forgotten',
    ])
    expect(linesOf('14 days is too long')).toEqual(['14 days is too long'])
  })

  it('are one for each copied cell of a spreadsheet, whatever breaks and marks it holds', () => {
    expect(linesOf('"Letters\ntake weeks"\nCarers get forgotten\r\n"She said ""ring back"""\r\n')).toEqual([
      'Letters take weeks',
      'Carers get forgotten',
      'She said "ring back"',
    ])
    expect(linesOf('"No-one\trings"\t"Beth\nTranter"\n"Late","twice\na week"')).toEqual([
      'No-one rings Beth Tranter',
      '"Late",twice a week',
    ])
  })

  it('keep the marks of what somebody quoted', () => {
    expect(linesOf('"Ring back" is never said\n"Not my job"\nthe "hub"')).toEqual([
      '"Ring back" is never said',
      '"Not my job"',
      'the "hub"',
    ])
  })

  it('never hold a line end or nothing, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of linesOf(text)) {
          expect(line).not.toMatch(/[\r\n]/)
          expect(line.trim()).toBe(line)
          expect(line).not.toBe('')
        }
      }),
    )
  })
})
