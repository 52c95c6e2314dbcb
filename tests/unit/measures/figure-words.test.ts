import { describe, expect, it } from 'vitest'
import {
  changeText,
  countedText,
  figureText,
  isSmall,
  rangeText,
} from '#shared/features/measures/library/figure-words.ts'
import { findingOf } from '#shared/features/measures/library/finding.ts'
import type { LibraryFigure } from '#shared/features/measures/library/schema.ts'

const figure = (change: Partial<LibraryFigure>): LibraryFigure => ({
  value: null,
  lower: null,
  upper: null,
  numerator: 0,
  denominator: null,
  undecided: 0,
  ...change,
})

const share = { kind: 'proportion', unit: '%', better: 'higher' } as const
const rate = { kind: 'rate', unit: 'per 100,000 a year', better: 'neither' } as const
const median = { kind: 'median', unit: 'days', better: 'lower' } as const
const count = { kind: 'count', unit: 'people', better: 'lower' } as const

const of310 = figure({ value: 57 / 310, lower: 0.145, upper: 0.231, numerator: 57, denominator: 310 })
const of7 = figure({ value: 3 / 7, lower: 0.158, upper: 0.75, numerator: 3, denominator: 7 })
const daysOf = (value: number): LibraryFigure =>
  figure({ value, lower: 9, upper: 31, numerator: 214, denominator: 214 })

describe('a figure in words', () => {
  it('has its unit, and the range of its kind', () => {
    expect(figureText(share, of310)).toBe('18.4%')
    expect(rangeText(share, of310)).toBe('likely range 14.5% to 23.1%')
    expect(countedText('proportion', of310)).toBe('57 of 310')
    const perYear = figure({ value: 512.4, lower: 382.9, upper: 671.9, numerator: 52, denominator: 10_148.5 })
    expect(figureText(rate, perYear)).toBe('512 per 100,000 a year')
    expect(rangeText(rate, perYear)).toBe('likely range 383 to 672')
    expect(countedText('rate', perYear)).toBe('52 in 10,149 person-years')
    expect(figureText(rate, { ...perYear, value: 9.77 })).toBe('9.8 per 100,000 a year')
    expect(figureText(median, daysOf(17.5))).toBe('17.5 days')
    expect(figureText(median, daysOf(1))).toBe('1 day')
    expect(rangeText(median, daysOf(17.5))).toBe('middle half 9 to 31')
    expect(countedText('median', daysOf(17.5))).toBe('214 values')
    expect(figureText(count, figure({ value: 1204, numerator: 1204 }))).toBe('1,204 people')
    expect(countedText('count', figure({ value: 1204, numerator: 1204 }))).toBeNull()
  })

  it('is a fraction without a range where fewer than ten are counted', () => {
    expect(isSmall('proportion', of7)).toBe(true)
    expect(isSmall('proportion', { ...of7, denominator: 10 })).toBe(false)
    expect(figureText(share, of7)).toBe('3 of 7')
    expect(rangeText(share, of7)).toBeNull()
  })

  it('says what was counted where there is no value', () => {
    expect(figureText(share, figure({ denominator: 0 }))).toBe('Nobody to count')
    expect(figureText(median, figure({ denominator: 0 }))).toBe('Nothing to measure')
    expect(figureText(rate, figure({ numerator: 52 }))).toBe('52 counted')
    // More on the register than on a list of another time: no share can be given.
    expect(figureText(share, figure({ numerator: 52, denominator: 40 }))).toBe('52 of 40')
  })
})

describe('a change in words', () => {
  const of300 = figure({ value: 0.3, lower: 0.251, upper: 0.354, numerator: 90, denominator: 300 })

  it('says how far and from what, and whether the likely ranges overlap', () => {
    expect(changeText(share, of310, of300)).toEqual({
      main: 'Down 11.6 points from 30.0%',
      sub: 'worse, likely ranges apart',
    })
    expect(changeText({ ...share, better: 'lower' }, of310, of300).sub).toBe('better, likely ranges apart')
    expect(changeText(share, of300, of310).sub).toBe('better, likely ranges apart')
    expect(changeText({ ...share, better: 'neither' }, of300, of310).sub).toBe('likely ranges apart')
    const close = { ...of310, value: 0.2, lower: 0.16, upper: 0.25 }
    expect(changeText(share, close, of310)).toEqual({ main: 'Up 1.6 points from 18.4%', sub: 'likely ranges overlap' })
  })

  it('takes the middle half of a median for no likely range', () => {
    expect(changeText(median, daysOf(11), daysOf(18))).toEqual({ main: 'Down 7 from 18', sub: null })
  })

  it('tells no change of nothing, and compares neither a few nor nothing', () => {
    expect(changeText(share, of310, { ...of310, value: of310.value! + 0.0001 })).toEqual({
      main: 'As before, 18.4%',
      sub: null,
    })
    expect(changeText(share, of310, of7)).toEqual({ main: 'It was 3 of 7', sub: 'too few to compare' })
    expect(changeText(share, of310, figure({ denominator: 0 })).main).toBe('Nothing to compare with')
  })
})

describe('what a measure found', () => {
  const found = { ...share, title: '28-day standard met', target: { value: 0.75, source: 'NHS England' } }

  it('is one sentence of the figure, the target and the run of months', () => {
    const short = { ...of310, value: 0.72 }
    expect(findingOf({ ...found, figure: short, variation: 'common cause' })).toBe(
      '28-day standard met: 72.0%, missing the target of 75.0%, with no change beyond chance',
    )
    expect(findingOf({ ...found, figure: { ...short, value: 0.75 }, variation: 'improving high' })).toBe(
      '28-day standard met: 75.0%, reaching the target of 75.0%, lately higher than usual, which is better',
    )
    const days = {
      ...median,
      title: 'Gap meter: days to the letter',
      target: { value: 14, source: 'ours' },
      figure: daysOf(11),
    }
    expect(findingOf({ ...days, variation: 'improving low' })).toBe(
      'Gap meter: days to the letter, 11 days, reaching the target of 14, lately lower than usual, which is better',
    )
  })

  it('holds a few against no target, and says when nobody was counted', () => {
    expect(findingOf({ ...found, figure: of7, variation: 'not enough' })).toBe(
      '28-day standard met: 3 of 7, with too few months to see a change',
    )
    expect(findingOf({ ...found, figure: figure({ denominator: 0 }), variation: 'not enough' })).toBe(
      '28-day standard met: nobody to count in this period',
    )
  })
})
