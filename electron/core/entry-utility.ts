import type { CoreToShellMessage, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'
import { type ServedPort, startCore } from './entry.ts'

/** What Electron gives a utility process to talk to the process that made it. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ShellToCoreMessage; ports: ServedPort[] }) => void): void
  postMessage(message: CoreToShellMessage): void
}

const { parentPort } = process as { parentPort: ParentPort }

const core = startCore({
  send: (message) => parentPort.postMessage(message),
  exit: () => process.exit(0),
  copyWorker: new URL('copy-worker.js', import.meta.url),
})

parentPort.on('message', ({ data, ports }) => {
  const port = ports[0]
  if (data.type === 'connect' && port !== undefined) {
    core.accept(port)
    ;(port as { start?: () => void }).start?.()
  } else {
    core.receive(data)
  }
})
