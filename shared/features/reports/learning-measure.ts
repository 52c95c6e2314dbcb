import { AVOIDABLE, LEARNING_THEMES } from '#shared/features/learning/public.ts'
import { countedNewOf } from './diagnosis-measure.ts'
import type { FigureSheet } from './figure-sheet.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportSource, SourceAnalysis } from './source.ts'

const isDiscussed = ({ state }: SourceAnalysis): boolean => state !== 'draft'

/**
 * Learning event analyses: noughts in a practice that makes none, so that what several practices count can be added up.
 *
 * `learning`: those whose meeting was in the period, with `learning-avoidable.<code>` and `.not-said`, which add up to it. `learning-theme.<code>`: those with a theme, and
 * `learning-no-theme.<code>` those without it, so that the rest is protected too; one analysis may have several themes,
 * so the themes add up to nothing. `learning-emergency.with` and `.without`: diagnoses of the period by the emergency
 * route, with an analysis that was discussed and without one, out of `route.emergency`.
 * @returns whether there are any, and so whether the report has a section of them.
 */
export const measureLearning = (sheet: FigureSheet, people: ReportSource['people'], period: ReportPeriod): boolean => {
  const all = people.flatMap(({ analyses = [] }) => analyses)
  const discussed = all.filter(isDiscussed)
  const held = discussed.filter(
    ({ meetingDate }) => meetingDate !== null && meetingDate >= period.from && meetingDate <= period.to,
  )
  const number = (fits: (analysis: SourceAnalysis) => boolean): number => held.filter(fits).length
  sheet.count('learning', held.length)
  for (const { code } of AVOIDABLE)
    sheet.count(
      `learning-avoidable.${code}`,
      number(({ avoidable }) => avoidable === code),
    )
  sheet.count(
    'learning-avoidable.not-said',
    number(({ avoidable }) => avoidable === null),
  )
  sheet.sum('learning', [...AVOIDABLE.map(({ code }) => `learning-avoidable.${code}`), 'learning-avoidable.not-said'])
  for (const { code } of LEARNING_THEMES) {
    const found = number(({ themes }) => themes.includes(code))
    sheet.count(`learning-theme.${code}`, found)
    sheet.count(`learning-no-theme.${code}`, held.length - found)
    sheet.sum('learning', [`learning-theme.${code}`, `learning-no-theme.${code}`])
  }
  const analysed = new Set(discussed.map(({ episodeId }) => episodeId))
  const emergencies = countedNewOf(people, period)
    .map(({ episode }) => episode)
    .filter(({ route }) => route === 'emergency')
  const withOne = emergencies.filter(({ id }) => analysed.has(id)).length
  sheet.count('learning-emergency.with', withOne)
  sheet.count('learning-emergency.without', emergencies.length - withOne)
  sheet.sum('route.emergency', ['learning-emergency.with', 'learning-emergency.without'])
  return all.length > 0
}
