/** `npm run check`: the fast gate for every change, under a minute: what the sources alone say, and the rules. */
import { gates, vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, async () => summarise(await runParts([vitest('unit'), ...gates()], 2)))
