/**
 * `npm run proof -- --full`: the long proofs that are too slow for every change, and the tests of rules and of the core
 * on made-up cases that no run has seen. Other arguments go to vitest, which then runs the long proofs alone.
 */
import { randomInt } from 'node:crypto'
import { vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { launch } from './setup.mjs'

const MOST_SEED = 2 ** 31

await launch(import.meta.url, async (args) => {
  // There is no short one; vitest knows no such flag and would refuse it.
  const others = args.filter((argument) => argument !== '--full')
  const proofs = { ...vitest('proof', 'proof', others), environment: { THROUGHLINE_PROOF: 'full' }, live: true }
  return summarise(await runParts(others.length > 0 ? [proofs] : [proofs, ...onOtherCases()], 1))
})

/** What they find is repeated with the same seed: `THROUGHLINE_SEED=… npx vitest run`. */
function onOtherCases() {
  const seed = String(randomInt(MOST_SEED))
  return ['unit', 'core'].map((project) => ({
    ...vitest(project, `${project}, seed ${seed}`),
    environment: { THROUGHLINE_SEED: seed },
  }))
}
