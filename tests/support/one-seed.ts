import * as fc from 'fast-check'

const USUAL_SEED = 20_261_123

/**
 * Made-up cases are the same in every run of the tests, so that a change is judged by what it changes. The long proof
 * draws others each time and prints the seed, which repeats what it found.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['THROUGHLINE_SEED'] ?? USUAL_SEED) })
