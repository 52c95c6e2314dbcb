import { describe, expect, it } from 'vitest'
import { leftWords, PaceMeter, paceWords } from '#renderer/ui/pace.ts'

/** A count that grows by so many a second, noted every tenth of one. */
const running = (perSecond: number, seconds: number): PaceMeter => {
  const meter = new PaceMeter()
  for (let tenth = 0; tenth <= seconds * 10; tenth += 1) meter.note((perSecond / 10) * tenth, 1_000 + tenth * 100)
  return meter
}

describe('the pace of a job', () => {
  it('is not told in the first moments, nor before anything is done', () => {
    expect(running(500, 1).pace(10_000, 2_000)).toBeNull()
    const waiting = new PaceMeter()
    waiting.note(0, 0)
    expect(waiting.pace(100, 60_000)).toBeNull()
  })

  it('is told with the time left, where it is known how much there is', () => {
    const meter = running(500, 4)
    expect(meter.pace(12_000, 5_000)).toEqual({ perSecond: 500, secondsLeft: 20 })
    expect(meter.pace(null, 5_000)).toEqual({ perSecond: 500, secondsLeft: null })
  })

  it('goes by the last seconds, so that a slow start is forgotten', () => {
    const meter = new PaceMeter()
    for (let second = 0; second <= 30; second += 1) meter.note(second * 10, second * 1_000)
    for (let second = 1; second <= 12; second += 1) meter.note(300 + second * 1_000, (30 + second) * 1_000)
    expect(meter.pace(null, 42_000)?.perSecond).toBeCloseTo(1_000, -1)
  })

  it('begins anew when the count falls', () => {
    const meter = running(500, 4)
    meter.note(0, 5_500)
    expect(meter.pace(1_000, 6_000)).toBeNull()
  })

  it('counts the time left down between two reports', () => {
    expect(running(500, 4).pace(12_000, 8_000)?.secondsLeft).toBeLessThan(20)
  })
})

describe('the words for it', () => {
  it.each([
    [0.4, 'A few seconds left'],
    [4, 'About 5 seconds left'],
    [21.9, 'About 20 seconds left'],
    [57, 'About 55 seconds left'],
    [58, 'About a minute left'],
    [170, 'About 3 minutes left'],
  ])('%s seconds: %s', (seconds, words) => {
    expect(leftWords(seconds)).toBe(words)
  })

  it('hold still: two figures of the pace, five seconds of the time', () => {
    expect(paceWords({ perSecond: 1_237.4, secondsLeft: 18.2 }, 'rows')).toBe(
      '1,200 rows a second. About 20 seconds left.',
    )
    expect(paceWords({ perSecond: 0.3, secondsLeft: 61 }, 'people')).toBe('About a minute left.')
  })
})
