import { describe, expect, it } from 'vitest'
import { measureAll } from '#tests/support/report-source.ts'
import { aPractice } from '#tests/support/test-core.ts'
import { SMALL_REGISTER_PERIOD, smallRegister } from '#tests/support/small-register.ts'
import { diagnosed, happened, on, somebody } from '#tests/support/report-source.ts'

const measured = (people = smallRegister(), period: { from: string; to: string } = SMALL_REGISTER_PERIOD) =>
  measureAll({ practice: aPractice(), people }, period).sheet

const figures = (prefix: string, sheet = measured()): Record<string, number> =>
  Object.fromEntries(
    sheet.figures().flatMap(({ id, value }) => (id === prefix || id.startsWith(`${prefix}.`) ? [[id, value]] : [])),
  )

const nonZero = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== 0))

describe('the small register, counted by hand', () => {
  it('has 15 people who count, 3 on its own list and 1 whose death is too vague', () => {
    expect(figures('register')).toEqual({ register: 15 })
    expect(figures('own-register')).toEqual({ 'own-register': 3 })
    expect(figures('register-left')).toEqual({ 'register-left.vague-death': 1, 'register-left.vague-diagnosis': 0 })
    expect(figures('left-out-of-sharing')).toEqual({ 'left-out-of-sharing': 1 })
  })

  it('has 11 new diagnoses, by group', () => {
    expect(nonZero(figures('new'))).toEqual({
      new: 11,
      'new.breast': 4,
      'new.lung': 3,
      'new.prostate': 1,
      'new.lower_gi': 2,
      'new.urological': 1,
    })
    expect(figures('new-left')).toEqual({ 'new-left.vague': 1, 'new-left.undated': 1, 'new-left.kind': 2 })
    expect(figures('new-date')).toEqual({ 'new-date.day': 10, 'new-date.vague': 1 })
  })

  it('knows the stage of 9, of which 5 are early', () => {
    expect(figures('stage')).toEqual({
      'stage.0': 0,
      'stage.1': 2,
      'stage.2': 3,
      'stage.3': 2,
      'stage.4': 2,
      'stage.early': 5,
      'stage.known': 9,
      'stage.late': 4,
      'stage.not-known': 2,
      'stage.rest': 2,
    })
  })

  it('knows the route of 10, of which 2 came as emergencies', () => {
    expect(nonZero(figures('route'))).toEqual({
      'route.emergency': 2,
      'route.incidental': 1,
      'route.known': 10,
      'route.not-emergency': 8,
      'route.not_known': 1,
      'route.screening': 3,
      'route.urgent_referral': 4,
    })
  })

  it('counts 4 of 7 contacted within 3 months, and says why the others are left out', () => {
    expect(figures('support-contact')).toEqual({
      'support-contact.done': 4,
      'support-contact.not-done': 3,
      'support-contact.out-of': 7,
      'support-contact.left.running': 2,
      'support-contact.left.earlier': 1,
      'support-contact.left.declined': 0,
      'support-contact.left.unsuitable': 0,
      'support-contact.left.died': 1,
      'support-contact.left.vague-diagnosis': 2,
      'support-contact.left.vague-done': 1,
    })
  })

  it('counts 2 of 3 reviewed within 12 months', () => {
    expect(figures('care-review')).toEqual({
      'care-review.done': 2,
      'care-review.not-done': 1,
      'care-review.out-of': 3,
      'care-review.left.running': 8,
      'care-review.left.earlier': 0,
      'care-review.left.declined': 1,
      'care-review.left.unsuitable': 0,
      'care-review.left.died': 1,
      'care-review.left.vague-diagnosis': 2,
      'care-review.left.vague-done': 0,
    })
  })

  it('finds 2 letters late and one gap of 20 days', () => {
    const sheet = measured()
    expect(nonZero(figures('letters', sheet))).toEqual({
      letters: 2,
      'letters.1-14': 1,
      'letters.over-90': 1,
      'letters.diagnosis': 1,
      'letters.diagnosis.over-90': 1,
      'letters.discharge': 1,
      'letters.discharge.1-14': 1,
    })
    expect(sheet.spreadOf('came').values).toEqual([20])
    expect(nonZero(figures('came', sheet))).toEqual({ came: 1, 'came.clinic': 1 })
  })

  it('misses one of each item on the register', () => {
    expect(figures('missing')).toEqual({
      'missing.nhs-number': 1,
      'missing.birth-date': 1,
      'missing.sex': 1,
    })
  })
})

describe('three years', () => {
  it('places each diagnosis in its financial year and keeps both margins', () => {
    const people = ['2023-04-01', '2024-03-31', '2024-04-01', '2025-03-31', '2026-03-31'].map((date) =>
      somebody([diagnosed(date)]),
    )
    const sheet = measured([...people, somebody([diagnosed('2024')])], { from: '2023-04-01', to: '2026-03-31' })
    expect(nonZero(figures('new', sheet))).toEqual({
      new: 5,
      'new.2023-04-01': 2,
      'new.2024-04-01': 2,
      'new.2025-04-01': 1,
      'new.breast': 5,
      'new.breast.2023-04-01': 2,
      'new.breast.2024-04-01': 2,
      'new.breast.2025-04-01': 1,
    })
    expect(sheet.valueOf('new-left.vague')).toBe(1)
  })
})

describe('letters', () => {
  const withEvents = (events: ReturnType<typeof happened>[], deathDate: string | null = null) =>
    measured([somebody([], { events, deathDate: deathDate === null ? null : on(deathDate) })])

  it('are not late on the day they are due, and are the day after', () => {
    expect(withEvents([happened('discharged', '2026-03-24')]).valueOf('letters')).toBe(0)
    expect(withEvents([happened('discharged', '2026-03-23')]).valueOf('letters.discharge.1-14')).toBe(1)
  })

  it('that came after the period were late at its end', () => {
    const events = [happened('discharged', '2026-01-01'), happened('discharge_letter', '2026-04-02')]
    expect(withEvents(events).valueOf('letters')).toBe(1)
    expect(withEvents(events).valueOf('came')).toBe(0)
  })

  it('are owed to the living only', () => {
    const events = [happened('discharged', '2026-01-01')]
    expect(withEvents(events, '2026-02-01').valueOf('letters')).toBe(0)
    expect(withEvents(events, '2026-04-01').valueOf('letters')).toBe(1)
  })

  it('without a day, or dated before their event, are left out of the gap', () => {
    const visit = happened('oncology_clinic', '2026-01-10')
    expect(withEvents([visit, happened('clinic_letter', '2026-02')]).valueOf('came-left')).toBe(1)
    const early = happened('clinic_letter', '2026-01-02', visit.id)
    expect(withEvents([early, visit]).valueOf('came-left')).toBe(1)
  })
})
