import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { HEAP_FLAGS } from '#shared/contract/shell-core-heap.ts'
import type { CoreToShellMessage, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'
import { frozenClock } from './clock.ts'
import { createCore } from './core.ts'
import { startBackupRhythm } from './features/safekeeping/rhythm.ts'
import { readSettings } from './features/settings/settings.ts'
import { createServer, type Server } from './serve.ts'

export type ServedPort = Parameters<Server['accept']>[0]

export interface ShellLink {
  send(message: CoreToShellMessage): void
  /** Ends this process once everything is closed. */
  exit(): void
  /** The built script of the copying thread. */
  copyWorker: URL
}

/** What both kinds of core process share: start the core, tell the shell what it acts on, obey it. */
export const startCore = (
  link: ShellLink,
): { receive(message: ShellToCoreMessage): void; accept(port: ServedPort): void } => {
  setFlagsFromString(HEAP_FLAGS.growth)
  const frozenAt = process.env['THROUGHLINE_NOW']
  const core = createCore({
    dataFolder: process.env['THROUGHLINE_DATA'] ?? join(tmpdir(), 'throughline'),
    appVersion: process.env['THROUGHLINE_VERSION'] ?? '0.0.0',
    copyWorker: link.copyWorker,
    ...(frozenAt === undefined ? {} : { clock: frozenClock(frozenAt) }),
  })
  const server = createServer(core)
  startBackupRhythm(core)
  const sendState = async (): Promise<void> => {
    const session = core.vault.current()
    const settings = await readSettings(session?.database.read ?? null)
    link.send({
      type: 'state',
      state: {
        unlocked: session !== null,
        lockAfterMinutes: settings.lockAfterMinutes,
        // Of what a bundle says of itself nothing is shown on shared screens: only of the demo practice made here.
        demo: core.vault.state().register?.demo ?? false,
        screenShareHidden: settings.hideFromScreenSharing,
      },
    })
  }
  const tellShell = (): void => void sendState().catch(() => undefined)
  core.env.events.listen((event) => {
    if (event.type !== 'changed' || event.entities.includes('setting')) tellShell()
  })
  link.send({ type: 'ready' })
  tellShell()
  void server.rehearse()
  return {
    accept: (port) => server.accept(port),
    receive(message) {
      switch (message.type) {
        case 'grant-file':
          core.env.files.grant(message.handle, message.path, message.access)
          break
        case 'take-print':
          link.send({ type: 'print', leave: message.leave, print: core.env.prints.take(message.leave) })
          break
        case 'lock':
          void core.vault.close(message.reason)
          break
        case 'shutdown':
          void core.close().finally(() => {
            link.send({ type: 'closed' })
            link.exit()
          })
          break
        default:
          break
      }
    },
  }
}
