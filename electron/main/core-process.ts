import { MessageChannelMain, type WebContents } from 'electron'
import type { CoreGone } from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import type {
  AllowedPrint,
  CoreState,
  CoreToShellMessage,
  ShellToCoreMessage,
} from '#shared/contract/shell-messages.ts'
import type { CoreHost, CoreHostEvents } from './core-host.ts'

/** Restarts in a row before the shell gives up, and how long a core must live for the count to start again. */
const MOST_RESTARTS = 3
const STEADY_AFTER = 60_000

/** How long the core may take to close the database, in milliseconds. */
const SHUTDOWN_LIMIT = 5000

export interface CoreEvents {
  readonly onState: (state: CoreState) => void
  /** Called after each start, before any page is connected. */
  readonly onReady: () => void
  /** The core cannot work; `message` is for the person. */
  readonly onFatal: (message: string) => void
}

export interface Core {
  /** Says from now on what happens, beginning with what has happened already. */
  listen(events: CoreEvents): void
  send(message: ShellToCoreMessage): void
  /** Gives a page a fresh port, now and after every restart. */
  connect(contents: WebContents): void
  /** What a leave to print stands for, taken from the core: null for none. */
  takePrint(leave: string): Promise<AllowedPrint | null>
  /** Resolves when the database is closed and the process gone, or after five seconds. */
  shutDown(): Promise<void>
}

/** How the register counts until the core has said something else. */
const LOCKED: CoreState = { unlocked: false, lockAfterMinutes: 10, demo: false, screenShareHidden: true }

/** Starts the core, keeps it running and hands its ports to pages. */
export class CoreProcess implements Core {
  readonly #launch: (events: CoreHostEvents) => CoreHost
  #events: CoreEvents | null = null
  readonly #pages = new Set<WebContents>()
  #host: CoreHost
  #ready = false
  #restarts = 0
  #steady: NodeJS.Timeout | undefined
  #closed: (() => void) | null = null
  readonly #takers = new Map<string, ((print: AllowedPrint | null) => void)[]>()
  #state = LOCKED
  #failure: string | null = null

  constructor(launch: (events: CoreHostEvents) => CoreHost) {
    this.#launch = launch
    this.#host = this.#start()
  }

  listen(events: CoreEvents): void {
    this.#events = events
    events.onState(this.#state)
    if (this.#ready) events.onReady()
    if (this.#failure !== null) events.onFatal(this.#failure)
  }

  send(message: ShellToCoreMessage): void {
    if (this.#ready) this.#host.send(message)
  }

  connect(contents: WebContents): void {
    if (!this.#pages.has(contents)) {
      this.#pages.add(contents)
      contents.once('destroyed', () => this.#pages.delete(contents))
    }
    // Before the core is ready nothing is lost: everyone in the set is connected then.
    if (this.#ready) this.#handPort(contents)
  }

  takePrint(leave: string): Promise<AllowedPrint | null> {
    if (!this.#ready) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.#takers.set(leave, [...(this.#takers.get(leave) ?? []), resolve])
      this.#host.send({ type: 'take-print', leave })
    })
  }

  async shutDown(): Promise<void> {
    const finished = new Promise<void>((resolve) => {
      this.#closed = resolve
    })
    // A core that never became ready has opened no database.
    if (!this.#ready) this.#closed?.()
    this.#host.send({ type: 'shutdown' })
    const limit = setTimeout(() => this.#closed?.(), SHUTDOWN_LIMIT)
    await finished
    clearTimeout(limit)
    clearTimeout(this.#steady)
    this.#host.end()
  }

  #start(): CoreHost {
    return this.#launch({ onMessage: (message) => this.#receive(message), onExit: () => this.#recover() })
  }

  #handPort(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#host.connect(port1)
    contents.postMessage(SHELL_CHANNELS.corePort, null, [port2])
  }

  #receive(message: CoreToShellMessage): void {
    switch (message.type) {
      case 'ready':
        this.#becomeReady()
        break
      case 'state':
        this.#setState(message.state)
        break
      case 'print':
        this.#handPrint(message.leave, message.print)
        break
      case 'closed':
        this.#closed?.()
        break
      case 'fatal':
        this.#fail(message.message)
        break
      case 'port-message':
      case 'port-close':
        // Carried by the host; a utility process has the ports themselves and never sends these.
        break
    }
  }

  /** The first who asked is answered first. */
  #handPrint(leave: string, print: AllowedPrint | null): void {
    const [first, ...rest] = this.#takers.get(leave) ?? []
    if (rest.length === 0) this.#takers.delete(leave)
    else this.#takers.set(leave, rest)
    first?.(print)
  }

  /** A core that ended took its leaves with it. */
  #refusePrints(): void {
    const takers = [...this.#takers.values()].flat()
    this.#takers.clear()
    for (const refuse of takers) refuse(null)
  }

  #becomeReady(): void {
    this.#ready = true
    this.#steady = setTimeout(() => {
      this.#restarts = 0
    }, STEADY_AFTER)
    this.#events?.onReady()
    for (const contents of this.#pages) this.#handPort(contents)
  }

  #recover(): void {
    this.#ready = false
    this.#refusePrints()
    clearTimeout(this.#steady)
    if (this.#closed !== null) {
      this.#closed()
      return
    }
    const restarting = this.#failure === null && this.#restarts < MOST_RESTARTS
    this.#setState(LOCKED)
    for (const contents of this.#pages) contents.send(SHELL_CHANNELS.coreGone, { restarting } satisfies CoreGone)
    if (!restarting) {
      this.#fail('Throughline stopped working and could not be started again. Close it and open it once more.')
      return
    }
    this.#restarts += 1
    this.#host = this.#start()
  }

  #setState(state: CoreState): void {
    this.#state = state
    this.#events?.onState(state)
  }

  /** What failed once for good is not tried again, and is said once. */
  #fail(message: string): void {
    if (this.#failure !== null) return
    this.#failure = message
    this.#events?.onFatal(message)
  }
}
