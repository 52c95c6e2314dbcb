/** `npm run proof -- --full`: the long proofs that are too slow for every change. Other arguments go to vitest. */
import { vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, async (args) => {
  // There is no short one; vitest knows no such flag and would refuse it.
  const others = args.filter((argument) => argument !== '--full')
  const proofs = { ...vitest('proof', 'proof', others), environment: { THROUGHLINE_PROOF: 'full' }, live: true }
  return summarise(await runParts([proofs], 1))
})
