import { afterEach, describe, expect, it } from 'vitest'
import { backupWords } from '#renderer/app/backup-words.ts'
import { setToday } from '#renderer/app/clock.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'

afterEach(() => setToday(TEST_TODAY))

const on = (at: string) => backupWords({ at, people: 347, events: 2_104 })

describe('when the last backup was made', () => {
  it('is a time today, and a day before', () => {
    setToday('2026-04-07')
    expect(on('2026-04-07T06:40:00Z').words).toBe('Backed up 07:40')
    expect(on('2026-04-02T06:40:00Z').words).toBe('Backed up 2 Apr 2026')
  })

  it('is in order over Easter, and not when a day more has passed', () => {
    setToday('2026-04-07')
    expect(on('2026-04-03T16:00:00Z').kind).toBe('on-track')
    expect(on('2026-04-02T16:00:00Z').kind).toBe('at-risk')
  })
})
