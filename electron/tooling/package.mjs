/**
 * `npm run package`: makes the installable app in dist/. Arguments go to electron-builder; without any it makes an
 * unpacked folder for this platform, the one target that needs no further download.
 */
import { ensureBuilt } from './builder.mjs'
import { officialFolder } from './official-runtime.mjs'
import { say } from './problem.mjs'
import { run, tool } from './run.mjs'
import { ensureElectron } from './runtime.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, async (args) => {
  const runtime = await ensureElectron()
  await ensureBuilt()
  const { command, args: all } = tool('electron-builder/cli.js', [
    ...(args.length > 0 ? args : ['--dir']),
    ...electronSettings(runtime),
    '--publish',
    'never',
  ])
  return run(command, all)
})

/** @param {import('./runtime.mjs').Runtime} runtime */
function electronSettings({ folder, version, core }) {
  if (folder === officialFolder()) return []
  if (core === 'child') say('Packaging on a test runtime: the result shows that packaging works, and is not for users.')
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
}
