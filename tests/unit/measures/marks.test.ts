import { describe, expect, it } from 'vitest'
import { readTarget, typedTarget } from '#renderer/features/measures/mark-form.ts'
import { markFieldsSchema, ownTarget, rebaseCautions, rebasesOf } from '#shared/features/measures/library/marks.ts'
import { monthsFrom } from '../statistics/months.ts'

const monthsOf = (measured: readonly boolean[]) =>
  monthsFrom(measured.length).map((month, at) => ({ month, figure: { value: measured[at] === true ? 5 : null } }))

const all = (count: number) => monthsOf(Array.from({ length: count }, () => true))

describe('what is warned of before limits begin anew', () => {
  it('is nothing with a year on either side', () => {
    const series = all(24)
    expect(rebaseCautions(series, series[12]?.month ?? '', [])).toEqual([])
  })

  it('is how few measured months follow, and how few are left before', () => {
    const series = all(24)
    expect(rebaseCautions(series, series[20]?.month ?? '', [])).toEqual([
      'Only 4 months were measured from December 2025 on. Limits settle with 12: until then they are trial limits, and what looks like a change may be none.',
    ])
    const measured = [...Array.from({ length: 23 }, () => true), false]
    expect(rebaseCautions(monthsOf(measured), '2026-03', [])[0]).toMatch(/^No month was measured from March 2026 on\./)
    expect(rebaseCautions(series, series[1]?.month ?? '', [])).toEqual([
      'Only 1 month was measured before it, since April 2024: those limits then rest on few months too.',
    ])
  })

  it('counts up to the next limits, and from those before', () => {
    const series = all(36)
    const others = [series[30]?.month ?? '', series[5]?.month ?? '']
    expect(rebaseCautions(series, series[18]?.month ?? '', others)).toEqual([])
    expect(rebaseCautions(series, series[10]?.month ?? '', others)).toEqual([
      'Only 5 months were measured before it, since September 2024: those limits then rest on few months too.',
    ])
    expect(rebaseCautions(series, series[20]?.month ?? '', others)[0]).toMatch(/^Only 10 months were measured from/)
  })

  it('is that nothing changes where the months shown begin later', () => {
    expect(rebaseCautions(all(24), '2020-01', [])).toEqual([
      'The months shown begin in April 2024, so limits that begin in January 2020 change nothing here.',
    ])
    expect(rebaseCautions([], '2020-01', [])).toEqual([])
  })
})

describe('marks', () => {
  const marks = [
    { kind: 'target', month: '2025-04', words: 'The network', value: 0.7 },
    { kind: 'target', month: '2026-04', words: 'Agreed in March', value: 0.8 },
    { kind: 'rebase', month: '2025-09', words: 'The portal', value: null },
    { kind: 'note', month: '2025-09', words: 'A locum', value: null },
  ] as const

  it('set the target of the newest month that has come', () => {
    expect(ownTarget(marks, '2025-03')).toBeNull()
    expect(ownTarget(marks, '2026-03')).toEqual({ value: 0.7, source: 'The network', from: '2025-04' })
    expect(ownTarget(marks, '2026-04')).toEqual({ value: 0.8, source: 'Agreed in March', from: '2026-04' })
  })

  it('begin limits anew for their reasons alone', () => {
    expect(rebasesOf(marks)).toEqual([{ month: '2025-09', reason: 'The portal' }])
  })

  it('are refused without words, without a target or with one too many', () => {
    const paths = (fields: unknown) =>
      markFieldsSchema.safeParse(fields).error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(paths({ kind: 'rebase', month: '2026-01', words: '  ', value: null })).toEqual([
      ['words', 'Say what changed in how things are done'],
    ])
    expect(paths({ kind: 'target', month: '2026-01', words: 'Us', value: null })).toEqual([
      ['value', 'Enter the target'],
    ])
    expect(paths({ kind: 'note', month: '2026-13', words: 'Us', value: null })).toEqual([['month', 'Choose a month']])
    expect(paths({ kind: 'note', month: '2026-12', words: 'Us', value: 3 })).toEqual([
      ['value', 'Only a target has a number'],
    ])
    expect(paths({ kind: 'note', month: '2026-12', words: 'One\u202Eline', value: null })?.[0]?.[1]).toMatch(/hidden/)
  })
})

describe('a target that is typed', () => {
  it('comes back as it was typed', () => {
    for (const typed of ['75', '12.5', '0', '99.99', '7']) {
      const read = readTarget({ kind: 'proportion' }, typed)
      expect('value' in read && typedTarget({ kind: 'proportion' }, read.value)).toBe(typed)
    }
    expect(readTarget({ kind: 'proportion' }, ' 75 % ')).toEqual({ value: 0.75 })
    expect(readTarget({ kind: 'median' }, '12,5')).toEqual({ value: 12.5 })
    expect(typedTarget({ kind: 'median' }, 14)).toBe('14')
  })

  it('is refused in words, above 100% and as no number', () => {
    expect(readTarget({ kind: 'proportion' }, '101')).toEqual({ fault: 'A share is 100% at most' })
    expect(readTarget({ kind: 'count' }, '-3')).toHaveProperty('fault')
    expect(readTarget({ kind: 'count' }, 'most')).toHaveProperty('fault')
    expect(readTarget({ kind: 'count' }, '')).toEqual({ fault: 'Enter a number' })
  })
})
