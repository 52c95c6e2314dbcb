import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatIsoDate } from '#shared/domain/partial-date.ts'
import { ACTION_STATUSES } from '#shared/features/plan/schema.ts'
import { columnOfHeading } from '#shared/features/plan/sheet-headings.ts'
import { objectiveOfText, readSheetDate, statusOfWords } from '#shared/features/plan/sheet-values.ts'

const TODAY = '2026-11-23'

describe('headings', () => {
  it.each([
    ['Strategic objective', 'objective'],
    ['Aim', 'objective'],
    ['Actions to be taken', 'title'],
    ['What', 'title'],
    ['Action owner', 'owner'],
    ['Lead / responsible person', 'owner'],
    ['By when?', 'due'],
    ['Target\ndate', 'due'],
    ['Due date (month)', 'due'],
    ['Planned start date', 'starts'],
    ['RAG', 'status'],
    ['BRAG rating', 'status'],
    ['Key milestones', 'milestones'],
    ['Working with', 'partners'],
    ['Estimated cost', 'cost'],
    ['Risks and mitigation', 'risk'],
    ['Progress notes', 'notes'],
    ['Date completed', null],
    ['Ward', null],
    ['', null],
  ])('“%s” is a column of %s', (heading, column) => {
    expect(columnOfHeading(heading)).toBe(column)
  })
})

describe('statuses', () => {
  it('are read from our words, colours, letters and shares', () => {
    for (const { code, label } of ACTION_STATUSES) expect(statusOfWords(label.toUpperCase())).toBe(code)
    expect(
      ['Red', 'AMBER', 'g', 'Blue', '100%', '0%', '40 %', 'Complete (March)', 'Green - on track'].map(statusOfWords),
    ).toEqual(['off_track', 'at_risk', 'on_track', 'done', 'done', 'not_started', 'on_track', 'done', 'on_track'])
  })

  it('are not guessed', () => {
    expect(['Purple', '140%', 'Met with the trust', '0.5', 'Greenfield site'].map(statusOfWords)).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })
})

describe('objectives', () => {
  it.each([
    ['4', 4],
    ['Objective 2', 2],
    ['Aim no. 3: plans', 3],
    ['5. See that services respond', 5],
    ['Raise standards of care', 4],
    ['GIVE CANCER CARE A LEAD IN OUR ORGANISATION', 1],
    ['Raising the standard of primary care', 4],
    ['Respond to people who are affected', 5],
    ['9', null],
    ['2026/27 priorities', null],
    ['Estates and parking', null],
  ])('“%s” is objective %s', (text, number) => {
    expect(objectiveOfText(text)).toBe(number)
  })
})

describe('dates', () => {
  const day = (text: string, end: 'first' | 'last' = 'last', monthFirst = false) =>
    readSheetDate(text, end, { today: TODAY, monthFirst })

  it('are day first, and a month is its first day to start and its last to be due', () => {
    expect(day('4/9/2026')).toEqual({ value: '2026-09-04' })
    expect(day('2026-09-04 00:00')).toEqual({ value: '2026-09-04' })
    expect(day('Feb 2028', 'first')).toEqual({ value: '2028-02-01' })
    expect(day('Feb 2028', 'last')).toEqual({ value: '2028-02-29' })
  })

  it.each([
    '',
    '2027',
    'Spring 2027',
    'Q1 2027',
    '4/9',
    '4 Sep',
    '4/9/26',
    '03/25/2026',
    'ongoing',
    'TBC',
    'today',
    'Friday',
    '46000',
    '31/2/2027',
  ])('“%s” is refused with words', (text) => {
    expect(day(text)).toEqual({ fault: expect.stringMatching(/./) })
  })

  it('that could be two days are refused beside one that is month first', () => {
    expect(day('03/04/2026', 'last', true)).toEqual({ fault: expect.stringContaining('either of two days') })
    expect(day('04/04/2026', 'last', true)).toEqual({ value: '2026-04-04' })
    expect(day('4 Sep 2026', 'last', true)).toEqual({ value: '2026-09-04' })
  })

  it('come back as they were written', () => {
    assert(
      property(integer({ min: 0, max: 9000 }), (days) => {
        const date = addDays('2020-01-01', days)
        expect(day(formatIsoDate(date))).toEqual({ value: date })
        expect(day(date.split('-').toReversed().join('/'))).toEqual({ value: date })
      }),
    )
  })
})
