/** `npm run -s cli -- …`: the command line over the app's own core. Its stdout carries the results and nothing else. */
import { findModernNode } from './modern-node.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, (args) => run(findModernNode().path, [inProject('electron/cli/main.ts'), ...args]))
