import { describe, expect, it } from 'vitest'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { hasLeft, lastDayHere, registeredOn, registrationEnd } from '#shared/domain/registration.ts'

const TODAY = '2026-11-23'
const on = (date: string, precision: PartialDate['precision'] = 'day'): PartialDate => ({ date, precision })

describe('a registration with the practice', () => {
  it('ends with the last of its times, and with none while one of them runs', () => {
    expect(registrationEnd([{ to: on('2019-05-02') }, { to: on('2026-03-31') }])).toEqual(on('2026-03-31'))
    expect(registrationEnd([{ to: on('2019-05-02') }, { to: null }])).toBeNull()
    expect(registrationEnd([])).toBeNull()
  })

  it('is over on its last day, and by a month or a year when all of it has gone', () => {
    expect(hasLeft(on(TODAY), TODAY)).toBe(true)
    expect(hasLeft(on('2026-10-01', 'month'), TODAY)).toBe(true)
    expect(hasLeft(on('2026-11-01', 'month'), TODAY)).toBe(false)
    expect(lastDayHere(on('2026-11-01', 'month'))).toBe('2026-11-29')
    expect(hasLeft(on('2026-01-01', 'year'), TODAY)).toBe(false)
    expect(hasLeft(null, TODAY)).toBe(false)
  })

  it('holds from its first day to its last, and a vague end leaves it open', () => {
    const here = (from: PartialDate | null, to: PartialDate | null, day: string) => registeredOn([{ from, to }], day)
    const [first, last] = [on('2025-04-01'), on('2026-03-31')]
    expect(['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01'].map((day) => here(first, last, day))).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ])
    expect(here(null, on('2026-03-01', 'month'), '2026-02-28')).toBe('yes')
    expect(here(null, on('2026-03-01', 'month'), '2026-03-31')).toBe('unsure')
    expect(here(on('2025-01-01', 'year'), null, '2025-06-30')).toBe('unsure')
    expect(registeredOn([], TODAY)).toBe('yes')
    expect(
      registeredOn(
        [
          { from: null, to: on('2020-01-01') },
          { from: on(TODAY), to: null },
        ],
        TODAY,
      ),
    ).toBe('yes')
  })
})
