import { spawn, type ChildProcess } from 'node:child_process'
import { app, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { HEAP_FLAGS } from '#shared/contract/shell-core-heap.ts'
import type { CoreToShellMessage, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'
import type { StartOptions } from './start-options.ts'

/** A running core, wherever it runs. */
export interface CoreHost {
  send(message: ShellToCoreMessage): void
  /** Hands the core its end of a page's port. */
  connect(port: MessagePortMain): void
  /** Ends the process at once. */
  end(): void
}

export interface CoreHostEvents {
  readonly onMessage: (message: CoreToShellMessage) => void
  /** Called once, also when the process could not be started. */
  readonly onExit: () => void
}

type Environment = Record<string, string>

const launchUtility = (script: string, env: Environment, events: CoreHostEvents): CoreHost => {
  let core: UtilityProcess | null = null
  const fork = (): void => {
    core = utilityProcess.fork(script, [], { env, serviceName: 'Throughline core', stdio: 'inherit' })
    core.on('message', (message: CoreToShellMessage) => events.onMessage(message))
    core.once('exit', () => events.onExit())
  }
  if (app.isReady()) fork()
  else app.once('ready', fork)
  return {
    send: (message) => core?.postMessage(message),
    connect: (port) => core?.postMessage({ type: 'connect' } satisfies ShellToCoreMessage, [port]),
    end: () => {
      core?.kill()
    },
  }
}

/** Carries the messages of page ports over the child's one channel: ports cannot leave Electron. */
const bridgePorts = (send: CoreHost['send']) => {
  const ports = new Map<number, MessagePortMain>()
  let last = 0
  return {
    add: (port: MessagePortMain): void => {
      last += 1
      const id = last
      ports.set(id, port)
      send({ type: 'connect', port: id })
      port.on('message', ({ data }) => send({ type: 'port-message', port: id, data }))
      port.on('close', () => {
        if (ports.delete(id)) send({ type: 'port-close', port: id })
      })
      port.start()
    },
    /** True when the message was for a page. */
    deliver: (message: CoreToShellMessage): boolean => {
      if (message.type === 'port-message') ports.get(message.port)?.postMessage(message.data)
      else if (message.type === 'port-close') {
        const port = ports.get(message.port)
        ports.delete(message.port)
        port?.close()
      } else return false
      return true
    },
    closeAll: (): void => {
      const open = [...ports.values()]
      ports.clear()
      for (const port of open) port.close()
    },
  }
}

const sendToChild = (child: ChildProcess, message: ShellToCoreMessage): void => {
  // A message to a child that has just died is as lost as one to a dead utility process.
  if (child.connected) child.send(message, () => undefined)
}

const launchChild = (nodePath: string, script: string, env: Environment, events: CoreHostEvents): CoreHost => {
  const child = spawn(nodePath, [HEAP_FLAGS.young, HEAP_FLAGS.youngAtFirst, script], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  })
  const send = (message: ShellToCoreMessage): void => sendToChild(child, message)
  const bridge = bridgePorts(send)
  let gone = false
  const leave = (): void => {
    if (gone) return
    gone = true
    bridge.closeAll()
    events.onExit()
  }
  child.on('message', (message) => {
    const received = message as CoreToShellMessage
    if (!bridge.deliver(received)) events.onMessage(received)
  })
  child.once('error', leave)
  child.once('exit', leave)
  return {
    send,
    connect: bridge.add,
    end: () => {
      child.kill('SIGKILL')
    },
  }
}

/**
 * Starts a core. The only place that knows there are two ways to run one. Call it before the app is ready: a child that
 * is started while Chromium starts its own processes can inherit their sockets, and then a page never finishes loading.
 */
export const launchCoreHost = (start: StartOptions, env: Environment, events: CoreHostEvents): CoreHost =>
  start.coreRuntime === 'child'
    ? launchChild(start.nodePath, start.builtFiles.coreChild, env, events)
    : launchUtility(start.builtFiles.coreUtility, env, events)
