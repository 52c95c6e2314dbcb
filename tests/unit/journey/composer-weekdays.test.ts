import { describe, expect, it } from 'vitest'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { type ComposerReading, readComposerText } from '#shared/features/journey/composer.ts'

const read = (text: string): ComposerReading => readComposerText(text, { today: '2026-11-23' })
const dateOf = ({ date }: ComposerReading): string => (date === null ? 'none' : formatPartialDate(date))

describe('a weekday in the line of an event', () => {
  it.each([
    // On a Monday, the 23rd.
    ['surgery on Friday', '20 Nov 2026', 'Friday is read as the last one, 20 Nov 2026'],
    ['surgery on fri', '20 Nov 2026', 'Friday is read as the last one, 20 Nov 2026'],
    ['ct Monday', '16 Nov 2026', 'Monday is read as the last one, 16 Nov 2026'],
  ])('says how it read a weekday alone: %j', (text, date, rule) => {
    const reading = read(text)
    expect(dateOf(reading)).toBe(date)
    expect(reading.dateRule).toContain(rule)
    expect(reading.problems).toEqual([])
  })

  it('says nothing where the day is in no doubt', () => {
    for (const text of ['last Friday surgery', 'surgery 20/11', 'surgery yesterday', 'surgery'])
      expect([text, read(text).dateRule]).toEqual([text, null])
  })

  it('takes "this Friday" as the one of this week, and refuses it before it has come', () => {
    const ahead = read('surgery this Friday')
    expect(dateOf(ahead)).toBe('27 Nov 2026')
    expect(ahead.problems).toEqual([expect.objectContaining({ part: 'date' })])
    const onSunday = readComposerText('surgery this Friday', { today: '2026-11-29' })
    expect(dateOf(onSunday)).toBe('27 Nov 2026')
    expect(onSunday.problems).toEqual([])
  })

  it('takes tonight as today, and shows that it was read', () => {
    const reading = read('ct scan tonight')
    expect([dateOf(reading), reading.isDateTyped, reading.note]).toEqual(['23 Nov 2026', true, null])
  })

  it('does not take the day that something is booked for as the day it was booked', () => {
    const reading = read('surgery booked for Friday')
    expect([dateOf(reading), reading.isDateTyped]).toEqual(['23 Nov 2026', false])
    expect(reading.note).toContain('for Friday')
  })
})
