import { EventEmitter } from 'node:events'
import type { CoreToShellMessage, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'
import { startCore } from './entry.ts'

/** A page's port as seen from a child process: its messages travel numbered over the one channel to the shell. */
class NumberedPort extends EventEmitter {
  private readonly id: number

  constructor(id: number) {
    super()
    this.id = id
  }

  postMessage(data: unknown): void {
    send({ type: 'port-message', port: this.id, data })
  }
}

const send = (message: CoreToShellMessage): void => {
  if (process.connected) process.send?.(message)
}

const ports = new Map<number, NumberedPort>()
const core = startCore({
  send,
  exit: () => process.exit(0),
  copyWorker: new URL('copy-worker.js', import.meta.url),
})

const connect = (id: number): void => {
  const port = new NumberedPort(id)
  ports.set(id, port)
  core.accept(port)
}

process.on('message', (message: ShellToCoreMessage) => {
  switch (message.type) {
    case 'connect':
      if (message.port !== undefined) connect(message.port)
      break
    case 'port-message':
      ports.get(message.port)?.emit('message', { data: message.data })
      break
    case 'port-close':
      ports.get(message.port)?.emit('close')
      ports.delete(message.port)
      break
    default:
      core.receive(message)
  }
})

// The shell is gone: nobody is left to answer, and the file must not stay open.
process.on('disconnect', () => core.receive({ type: 'shutdown' }))
