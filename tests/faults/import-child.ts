/**
 * Brings in a file on a register in a folder and ends itself, as a power cut would, at a named step.
 * Arguments: folder, file, step (or `none`).
 */
import { createTestCore } from '#tests/support/test-core.ts'
import { importing } from '#tests/core/imports/import-helpers.ts'

const [dataFolder, file, fatalStep] = process.argv.slice(2)
if (dataFolder === undefined || file === undefined) throw new Error('folder and file are needed')

const test = await createTestCore({ dataFolder })
const wizard = importing(test)
const draft = await wizard.read(file)
await wizard.preview(draft)
for await (const { step, done } of await test.client.imports.commit({ draftId: draft.draftId, name: 'Cut short' })) {
  if (step === fatalStep && (step !== 'Bringing in people' || done > 0)) process.kill(process.pid, 'SIGKILL')
}
process.kill(process.pid, 'SIGKILL')
