/** `npm run proof`: the long proofs that are too slow for every change. Extra arguments go to vitest. */
import { vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, async (args) => {
  const proofs = { ...vitest('proof', 'proof', args), environment: { THROUGHLINE_PROOF: 'full' }, live: true }
  return summarise(await runParts([proofs], 1))
})
