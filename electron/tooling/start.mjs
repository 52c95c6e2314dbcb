/**
 * `npm start`: installs, gets a runtime and builds as needed, and opens the window. Arguments go to the app.
 * `npm run dev`: the same from the sources with hot reload; arguments go to electron-vite.
 */
import { forgetBuild } from './build-state.mjs'
import { developmentServer, ensureBuilt } from './builder.mjs'
import { hasDisplay } from './display.mjs'
import { exitCodes, Problem } from './problem.mjs'
import { projectRoot } from './project.mjs'
import { run } from './run.mjs'
import { ensureElectron } from './runtime.mjs'
import { launch } from './setup.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await launch(import.meta.url, async (args) => {
  const runtime = await ensureElectron()
  ensureSystemPackages(runtime.executable, { forTests: false })
  if (args[0] === '--dev') return develop(runtime, args.slice(1))
  await ensureBuilt()
  requireDisplay()
  return run(runtime.executable, [...runtime.flags, projectRoot, ...args], { environment: runtime.environment })
})

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args
 */
function develop(runtime, args) {
  requireDisplay()
  forgetBuild()
  const noSandbox = runtime.flags.includes('--no-sandbox') ? ['--noSandbox'] : []
  const { command, args: all } = developmentServer([...noSandbox, ...args])
  return run(command, all, { environment: { ...runtime.environment, ELECTRON_EXEC_PATH: runtime.executable } })
}

function requireDisplay() {
  if (hasDisplay()) return
  throw new Problem(
    'Everything is ready, but there is no display to open a window on: run this from a desktop session, or under xvfb-run.',
    exitCodes.systemPackages,
  )
}
