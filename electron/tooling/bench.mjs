/** `npm run bench`: measures the app against bare SQL and an empty window. `--json` gives the figures as JSON on stdout. */
import { ensureBuilt } from './builder.mjs'
import { onSomeDisplay } from './display.mjs'
import { findModernNode } from './modern-node.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { ensureElectron } from './runtime.mjs'
import { launch } from './setup.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { testEnvironment } from './test-environment.mjs'

await launch(import.meta.url, async (args) => {
  const runtime = await ensureElectron()
  ensureSystemPackages(runtime.executable, { forTests: true })
  await ensureBuilt()
  const { command, args: all } = onSomeDisplay(findModernNode().path, [inProject('tests/bench/main.ts'), ...args])
  return run(command, all, { environment: testEnvironment })
})
