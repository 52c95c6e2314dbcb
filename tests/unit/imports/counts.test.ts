import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '#core/features/imports/plan.ts'
import { AppError } from '#shared/contract/errors.ts'
import { HEADINGS, ours, planOf } from './plan-helpers.ts'

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '',
      '999 000 0026',
      '9990000018',
      '9990000034',
      '9.99E+09',
      '12',
      'Hollis',
      'HOLLIS',
      'Ada',
      'A',
      'Bell',
      'F',
      'male',
      '3B',
      'T2',
      'L1',
      '=1+1',
    ),
    fc.constantFrom(
      '01/02/1950',
      '31/02/2020',
      '1950-02-01',
      '03/04/2024',
      '04/25/2024',
      '2024',
      'Apr 2024',
      '45000',
      'yesterday',
      '01/01/2031',
    ),
    fc.constantFrom(
      'Malignant tumour of lung',
      'Ca prostate',
      'Secondary malignant neoplasm of liver',
      'Cancer care review',
      'Blue badge',
      '?',
    ),
    fc.string({ maxLength: 12 }),
  )
  const headings = fc.constantFrom<string[][]>(HEADINGS, [
    'NHS Number',
    'Family Name',
    'Calling Name',
    'Date of Birth',
    'Date',
    'Code Term',
    'Value',
    'Date',
    'Code Term',
    'Value',
  ])
  const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 12 })

  const planned = (heads: string[], body: string[][], isKnown: boolean): ImportPlan | AppError => {
    try {
      return planOf([heads, ...body], isKnown ? [ours({}, [{}])] : [])
    } catch (cause) {
      if (cause instanceof AppError) return cause
      throw cause
    }
  }

  const isAccountedFor = (plan: ImportPlan): boolean => {
    const { rows, rowsIn } = plan.preview.counts
    const seen = [
      ...plan.planned.flatMap(({ lines }) => lines),
      ...plan.rejected.flatMap((block) => block.rows.map(({ line }) => line)),
    ]
    const saysWhy = plan.rejected.every((block) => block.rows.every(({ reason }) => reason.length > 5))
    return (
      rows.new + rows.changed + rows.same + rows.conflict + rows.rejected === rowsIn &&
      new Set(seen).size === rowsIn &&
      saysWhy
    )
  }

  it('every row in comes out once, and one that is rejected says why', () => {
    fc.assert(
      fc.property(headings, lines, fc.boolean(), (heads, body, isKnown) => {
        const filled = body.filter((cells) => cells.some((one) => one.trim() !== ''))
        fc.pre(filled.length > 0)
        expect(planned(heads, filled, isKnown)).toSatisfy(
          (plan: ImportPlan | AppError) => plan instanceof AppError || isAccountedFor(plan),
        )
      }),
      { numRuns: 1500 },
    )
  })

  it('no reason repeats what a cell says', () => {
    fc.assert(
      fc.property(lines, (body) => {
        const secret = body.map((cells) => ['999 000 0027', 'Zyxwv', ...cells])
        const plan = planOf([['NHS number', 'Surname', ...HEADINGS.slice(3)], ...secret])
        expect(plan.preview.rejections.some(({ reason }) => reason.includes('Zyxwv') || reason.includes('0027'))).toBe(
          false,
        )
      }),
      { numRuns: 200 },
    )
  })
})
