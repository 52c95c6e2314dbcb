import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { SourceList } from '#shared/features/reports/source.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { makeReport } from '../reports/make-report.ts'
import { fileOf, temporaryFolder } from '../imports/import-helpers.ts'
import { HEADINGS, reconciling } from './reconcile-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})
afterEach(async () => {
  await test.close()
  folder.remove()
})

const aList = (change: Partial<SourceList> = {}): SourceList => ({
  source: 'registry',
  from: '2025-04-01',
  to: '2026-03-31',
  both: 318,
  theirs_only: 31,
  ours_only: 23,
  other_date: 9,
  days: [11, 11, 12, 30, -6, 9, 14, 20],
  resolved: 60,
  open: 3,
  ...change,
})

type Report = ReturnType<typeof makeReport>['dataset']

const listRow = ({ sections }: Report): string[] => {
  const [found] = tablesOf(sections.find(({ id }) => id === 'lists') ?? { id: '', title: '', finding: '', blocks: [] })
  return (found?.rows[0] ?? []).map((cell) => {
    if (cell.kind === 'count') return figureText(cell.figure)
    if (cell.kind === 'estimate')
      return cell.estimate.state === 'shown' ? String(cell.estimate.value) : cell.estimate.state
    return cell.kind === 'text' ? cell.text : ''
  })
}

describe('compared lists in the network report', () => {
  it('are counted, with the middle days, and small numbers are hidden with what would give them away', () => {
    const { dataset } = makeReport({ people: [], lists: [aList()], smallNumbers: 'none' })
    expect(listRow(dataset)).toEqual([
      'Cancer registry line list, 1 Apr 2025 to 31 Mar 2026',
      '318',
      '31',
      '23',
      '9',
      '11.5',
      '60',
      '3',
    ])
    const hidden = makeReport({ people: [], lists: [aList()] })
    expect(listRow(hidden.dataset).at(-1)).toBe('*')
    expect(listRow(hidden.dataset).at(-2)).toBe('†')
    expect(hidden.dataset.rules.map(({ code }) => code)).toContain('lists')
    const few = makeReport({ people: [], lists: [aList({ other_date: 4, days: [11, 4], open: 0, resolved: 58 })] })
    expect(listRow(few.dataset)[5]).toBe('hidden')
  })

  it('leave a report without any as it was', () => {
    const { dataset } = makeReport({ people: [] })
    expect(dataset.sections.map(({ id }) => id)).not.toContain('lists')
    expect(dataset.rules.map(({ code }) => code)).not.toContain('lists')
  })

  it('are read from the register for the period, without whoever asked to be left out', async () => {
    const add = (surname: string, nhsNumber: string, leaveOutOfSharing: boolean) =>
      test.client.register.addPerson({
        person: aPerson({ surname, nhsNumber, leaveOutOfSharing }),
        episode: anEpisode({ diagnosisDate: { date: '2026-03-04', precision: 'day' } }),
      })
    await add('Ashby', '9990000018', false)
    await add('Birch', '9990000026', true)
    const path = fileOf(folder.path, 'list.csv', [HEADINGS, '9990000034,Fenn,Bea,03/04/1961,Lung,02/02/2026'])
    await reconciling(test).compare(path)
    const build = async (from: string, to: string): Promise<Report> => {
      const { id } = await finish(test.client.reports.build({ from, to, smallNumbers: 'none' }))
      return (await test.client.reports.get({ id })).dataset
    }
    expect(listRow(await build('2026-01-01', '2026-06-30'))).toEqual([
      'Hospital MDT list, 1 Jan 2026 to 31 Dec 2026',
      '0',
      '1',
      '1',
      '0',
      'nobody',
      '0',
      '2',
    ])
    expect(listRow(await build('2025-01-01', '2025-12-31'))).toEqual([])
  })
})
