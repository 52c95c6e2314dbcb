/** `npm run check`: the fast gate for every change, without a window. */
import { gates, vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, async () => {
  const tests = ['component', 'core', 'unit'].map((project) => vitest(project))
  return summarise(await runParts([...tests, ...gates()], 2))
})
