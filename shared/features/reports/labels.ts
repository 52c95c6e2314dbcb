/** Words about reports that every screen may use. */
export { instantWords } from './cover.ts'
export { PERIOD_PRESETS, periodWords, presetPeriod } from './period.ts'
export { PURPOSES } from './sending.ts'
