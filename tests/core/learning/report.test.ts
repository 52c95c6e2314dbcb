import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { joinPacks } from '#shared/features/reports/succession.ts'
import { figureMeaning, movesByPeople } from '#shared/features/reports/figure-meaning.ts'
import type { SourceAnalysis, SourcePerson } from '#shared/features/reports/source.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { diagnosed, somebody } from '#tests/support/report-source.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { makeReport } from '../reports/make-report.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

type Report = ReturnType<typeof makeReport>['dataset']

const rowsOf = ({ sections }: Report, table: string): Record<string, string> => {
  const learning = sections.find(({ id }) => id === 'learning')
  const found = learning === undefined ? undefined : tablesOf(learning).find(({ id }) => id === table)
  return Object.fromEntries(
    (found?.rows ?? []).map(([name, count]) => [
      name?.kind === 'text' ? name.text : '',
      count?.kind === 'count' ? figureText(count.figure) : '',
    ]),
  )
}

/** People diagnosed by the emergency route in June 2025, some with an analysis. */
const emergencies = (
  number: number,
  analysis: (episodeId: string, at: number) => SourceAnalysis | null,
): SourcePerson[] =>
  Array.from({ length: number }, (_, at) => {
    const episode = diagnosed('2025-06-15', { route: 'emergency' })
    const made = analysis(episode.id, at)
    return somebody([episode], made === null ? {} : { analyses: [made] })
  })

const discussed = (episodeId: string, change: Partial<SourceAnalysis> = {}): SourceAnalysis => ({
  episodeId,
  state: 'discussed',
  meetingDate: '2025-09-01',
  themes: ['results', 'communication'],
  avoidable: 'partly',
  ...change,
})

const PERIOD = { from: '2025-04-01', to: '2026-03-31' }

describe('learning events in the network report', () => {
  it('count emergency diagnoses with and without, themes that overlap, and what was avoidable', () => {
    const people = emergencies(20, (id, at) => {
      if (at >= 14) return null
      if (at === 0) return discussed(id, { state: 'draft' })
      return discussed(id, at < 8 ? {} : { state: 'closed', themes: ['results'], avoidable: null })
    })
    const { dataset } = makeReport({ people, period: PERIOD, smallNumbers: 'none' })
    expect(rowsOf(dataset, 'learning-emergency')).toEqual({
      Discussed: '13',
      'None, or not discussed yet': '7',
      All: '20',
    })
    expect(rowsOf(dataset, 'learning-themes')).toMatchObject({
      'Handling of results': '13',
      Communication: '7',
      'Referral process': '0',
    })
    expect(rowsOf(dataset, 'learning-avoidable')).toEqual({
      Yes: '0',
      Partly: '7',
      No: '0',
      'Not known': '0',
      'Nothing said': '6',
      All: '13',
    })
    expect(dataset.rules.map(({ code }) => code)).toContain('learning')
    expect(dataset.sections.find(({ id }) => id === 'learning')?.finding).toBe(
      '13 learning event analyses were discussed in this period.',
    )
  })

  it('count a meeting in its own period, and an emergency with an analysis whenever that was', () => {
    const people = emergencies(12, (id) => discussed(id, { meetingDate: '2026-05-02' }))
    const { dataset } = makeReport({ people, period: PERIOD, smallNumbers: 'none' })
    expect(rowsOf(dataset, 'learning-emergency')).toMatchObject({ Discussed: '12' })
    expect(rowsOf(dataset, 'learning-avoidable')).toMatchObject({ All: '0' })
  })

  it('hide small numbers, with what would give them away: a theme that all but a few had too', () => {
    const people = emergencies(20, (id, at) => {
      if (at >= 17) return null
      return discussed(id, at === 0 ? { themes: ['communication'] } : { themes: ['results'] })
    })
    const { dataset } = makeReport({ people, period: PERIOD })
    const emergency = rowsOf(dataset, 'learning-emergency')
    expect(emergency['None, or not discussed yet']).toBe('*')
    expect([emergency['Discussed'], emergency['All']]).toContain('†')
    const themes = rowsOf(dataset, 'learning-themes')
    expect(themes['Communication']).toBe('*')
    const all = rowsOf(dataset, 'learning-avoidable')['All']
    // All less those with the theme is the one without it: both may not be seen.
    expect([themes['Handling of results'], all].includes('†')).toBe(true)
  })

  it('are in no report of a practice that makes none, and leave out who asked to be left out', () => {
    const none = makeReport({ people: emergencies(8, () => null), period: PERIOD }).dataset
    expect(none.sections.map(({ id }) => id)).not.toContain('learning')
    expect(none.rules.map(({ code }) => code)).not.toContain('learning')
    const shy = emergencies(8, (id) => discussed(id)).map((person) => ({ ...person, leftOutOfSharing: true }))
    expect(makeReport({ people: shy, period: PERIOD }).dataset.sections.map(({ id }) => id)).not.toContain('learning')
  })

  it('are held beside earlier reports as what happened in a period', () => {
    const meant = { period: PERIOD, frozenOn: '2026-04-02', lists: [] }
    for (const id of [
      'learning',
      'learning-theme.results',
      'learning-no-theme.results',
      'learning-avoidable.not-said',
      'learning-emergency.with',
    ]) {
      const meaning = figureMeaning(id, meant)
      expect(meaning).toEqual({ kind: 'flow', measure: id, whose: '', ...PERIOD })
      expect(movesByPeople(meaning)).toBe(true)
    }
    const pack = (id: string, analyses: number) => {
      const { sheet, shown } = makeReport({
        people: emergencies(30, (episode, at) => (at < analyses ? discussed(episode) : null)),
        period: PERIOD,
      })
      const outcome = (figure: ReturnType<typeof shown.figure>) =>
        figure.state === 'hidden' ? { hidden: figure.why } : { shown: figure.value }
      return {
        id,
        rule: 'hide-1-to-5' as const,
        ...meant,
        figures: sheet.figures(),
        relations: sheet.relations(),
        outcomes: new Map(sheet.figures().map((figure) => [figure.id, outcome(shown.figure(figure.id))])),
      }
    }
    const joined = joinPacks(pack('now', 12), [pack('before', 10)])
    const differences = [...joined.subjects.values()]
      .filter(({ is }) => is === 'difference')
      .map(({ figureId }) => figureId)
    expect(differences).toContain('learning-emergency.with')
  })

  it('are read from the register when a report is frozen, and kept with it', async () => {
    const { client } = test
    for (let at = 0; at < 8; at += 1) {
      const { id: personId } = await client.register.addPerson({
        person: aPerson(),
        episode: anEpisode({ route: 'emergency', diagnosisDate: { date: '2026-03-04', precision: 'day' } }),
      })
      const episodeId = (await client.register.person({ id: personId })).episodes[0]?.id ?? ''
      if (at === 7) await client.learning.setAside({ personId, episodeId, reason: 'Joined us later' })
      if (at >= 6) continue
      const { id, version } = await client.learning.takeUp({ personId, episodeId })
      const { fields } = await client.learning.get({ personId, id })
      const written = { ...fields, meetingDate: '2026-04-10', themes: ['results' as const], learningPoints: 'Compare' }
      const saved = await client.learning.save({ personId, id, version, fields: written })
      await client.learning.setState({ personId, id, version: saved.version, state: 'closed' })
    }
    const { id } = await finish(client.reports.build({ from: '2026-01-01', to: '2026-06-30', smallNumbers: 'none' }))
    const { dataset } = await client.reports.get({ id })
    expect(rowsOf(dataset, 'learning-emergency')).toEqual({
      Discussed: '6',
      'None, or not discussed yet': '2',
      All: '8',
    })
    expect(rowsOf(dataset, 'learning-themes')).toMatchObject({ 'Handling of results': '6', Communication: '0' })
    expect(JSON.stringify(dataset)).not.toContain('Compare')
    const remade = await finish(client.reports.remake({ id, as: 'internal' }))
    expect(rowsOf((await client.reports.get({ id: remade.id })).dataset, 'learning-emergency')).toMatchObject({
      All: '8',
    })
  })
})
