/** `npm test`: everything. Its last line is `N passed, N failed`; a gate counts as one. */
import { buildApp, gates, inRealWindow, unusedCode, vitest } from './parts.mjs'
import { runParts, summarise } from './run-parts.mjs'
import { ensureElectron } from './runtime.mjs'
import { launch } from './setup.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await launch(import.meta.url, async () => {
  const runtime = await ensureElectron()
  ensureSystemPackages(runtime.executable, { forTests: true })
  // The longest begin first. Three keep two cores busy: each waits now and then for the disk or for another process.
  const longest = ['component', 'core'].map((project) => vitest(project))
  const others = ['unit', 'faults', 'migrations'].map((project) => vitest(project))
  const fromSources = await runParts([...longest, ...gates(), unusedCode(), ...others, buildApp()], 3)
  const windowParts = [inRealWindow('e2e'), inRealWindow('attacks')]
  // A window of an old build would prove nothing.
  const inWindow = fromSources.at(-1)?.failed === 0 ? await runParts(windowParts, 1) : windowParts.map(notRun)
  return summarise([...fromSources, ...inWindow])
})

/** @param {import('./parts.mjs').Part} part */
function notRun({ name }) {
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0, remark: 'not run, because the build failed' }
}
