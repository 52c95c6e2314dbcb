import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { CoreClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/define.ts'
import { AppError, type ErrorDetails, isErrorCode } from '#shared/contract/errors.ts'
import { CORE_AWAITED_MESSAGE, CORE_PORT_MESSAGE } from '#shared/contract/shell-api.ts'
import type { CoreEvent } from '#shared/features/access/schema.ts'

/** The only file of the screens that knows how calls travel. */
type Wire = CoreClient & {
  events(input: object, options: { signal: AbortSignal }): Promise<AsyncIterable<CoreEvent>>
}

interface Connection {
  readonly wire: Wire
  /** Ends when the core does; everything still waiting then fails as `core-gone`. */
  readonly gone: AbortController
}

const CORE_GONE =
  'The part of Throughline that keeps your data stopped and is starting again. Nothing half-saved is left: look, then try again.'

let connection: Promise<Connection>
let current: Connection | null = null
let connected: (made: Connection) => void = () => undefined
const listeners = new Set<(event: CoreEvent) => void>()
const reconnected = new Set<() => void>()

const awaitConnection = (): void => {
  connection = new Promise((resolve) => {
    connected = resolve
  })
}
awaitConnection()

/** An error from the core as the closed set that screens know. `asked`: how the caller may have stopped the call. */
const understood = (cause: unknown, from: Connection, asked: AbortSignal | undefined): AppError => {
  if (cause instanceof AppError) return cause
  if (cause instanceof ORPCError && isErrorCode(cause.code))
    return new AppError(cause.code, cause.message, (cause.data ?? {}) as ErrorDetails)
  if (from.gone.signal.aborted) return new AppError('core-gone', CORE_GONE)
  // A stopped stream fails in words of its own, so what counts is who stopped it.
  if (asked?.aborted === true) return new AppError('cancelled', 'Stopped.')
  return new AppError('internal', 'Something went wrong between the screen and the data. Try again.')
}

const withCoreGone = <T>(work: Promise<T>, from: Connection, asked: AbortSignal | undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (): void => reject(new AppError('core-gone', CORE_GONE))
    if (from.gone.signal.aborted) fail()
    from.gone.signal.addEventListener('abort', fail, { once: true })
    work
      .then(resolve, (cause: unknown) => reject(understood(cause, from, asked)))
      .finally(() => from.gone.signal.removeEventListener('abort', fail))
  })

/** One screen that fails must not keep the others from hearing of a lock. */
const tell = (event: CoreEvent): void => {
  for (const listener of listeners) {
    try {
      listener(event)
    } catch {
      // Its own fault; the next one is told all the same.
    }
  }
}

const listen = async (made: Connection): Promise<void> => {
  try {
    for await (const event of await made.wire.events({}, { signal: made.gone.signal })) tell(event)
  } catch {
    // The connection ended; the next port starts a new stream.
  }
}

const connect = (port: MessagePort): void => {
  const gone = new AbortController()
  const made: Connection = { wire: createORPCClient(new RPCLink({ port })) as Wire, gone }
  port.addEventListener('close', () => {
    gone.abort()
    // A port of a core that has been replaced already may be closed late: the new one stays.
    if (current === made) awaitConnection()
  })
  port.start()
  current = made
  connected(made)
  connection = Promise.resolve(made)
  void listen(made)
  for (const listener of reconnected) listener()
}

window.addEventListener('message', (event: MessageEvent<{ type?: unknown }>) => {
  const port = event.ports[0]
  if (event.source === window && event.data?.type === CORE_PORT_MESSAGE && port !== undefined) connect(port)
})
window.postMessage({ type: CORE_AWAITED_MESSAGE }, location.origin)

type AnyCall = (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

const isStream = (value: unknown): value is AsyncGenerator<Progress, unknown, void> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

const guardedStream = async function* (
  stream: AsyncGenerator<Progress, unknown, void>,
  from: Connection,
  asked: AbortSignal | undefined,
): AsyncGenerator<Progress, unknown, void> {
  try {
    for (;;) {
      const step = await withCoreGone(stream.next(), from, asked)
      if (step.done === true) return step.value
      yield step.value
    }
  } finally {
    void stream.return(undefined).catch(() => undefined)
  }
}

const call = async (
  path: readonly string[],
  input: unknown,
  options: { signal?: AbortSignal } = {},
): Promise<unknown> => {
  const from = await connection
  const method = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], from.wire) as AnyCall
  const result = await withCoreGone(method(input, options), from, options.signal)
  return isStream(result) ? guardedStream(result, from, options.signal) : result
}

const callable = (path: readonly string[]): unknown =>
  new Proxy(() => undefined, {
    // A promise is recognised by its `then`; a method of that name would make every branch look like one.
    get: (_target, key) => (typeof key === 'symbol' || key === 'then' ? undefined : callable([...path, key])),
    apply: (_target, _self, [input, options]: [unknown, { signal?: AbortSignal } | undefined]) =>
      call(path, input, options),
  })

/** Every method of the contract. Rejections are AppErrors. Jobs answer a stream of progress that returns the result. */
export const core = callable([]) as CoreClient

/** Hears what happens in the core: changes, lock, unlock. @returns a function that stops listening. */
export const onCoreEvent = (listener: (event: CoreEvent) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Hears that the core has started anew: whatever was shown may be out of date, and the register is locked. */
export const onReconnect = (listener: () => void): (() => void) => {
  reconnected.add(listener)
  return () => reconnected.delete(listener)
}

/** Runs a job to its end, telling of its progress. @throws AppError, `cancelled` after an abort. */
export const runJob = async <T>(
  stream: Promise<AsyncGenerator<Progress, T, void>>,
  onProgress: (progress: Progress) => void,
): Promise<T> => {
  const running = await stream
  for (;;) {
    const step = await running.next()
    if (step.done === true) return step.value
    onProgress(step.value)
  }
}
