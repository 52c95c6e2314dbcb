import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { ORPCError, os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { type CoreClient, contract } from '#shared/contract/index.ts'
import { isMethod, type MethodTree } from '#shared/contract/define.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { CoreEvent } from '#shared/features/access/schema.ts'
import type { Core } from './core.ts'
import { jobStream } from './job-stream.ts'

type Port = Parameters<RPCHandler<object>['upgrade']>[0]

/** Our errors travel as oRPC errors of the same code; the renderer's side turns them back. */
const travelling = (cause: unknown): unknown =>
  cause instanceof AppError
    ? new ORPCError(cause.code, { message: cause.message, status: 422, data: cause.details })
    : cause

const rethrow = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (cause) {
    throw travelling(cause)
  }
}

const eventStream = async function* (
  core: Core,
  signal: AbortSignal | undefined,
): AsyncGenerator<CoreEvent, void, void> {
  const waiting: CoreEvent[] = []
  let wake: () => void = () => undefined
  const stop = core.env.events.listen((event) => {
    waiting.push(event)
    wake()
  })
  signal?.addEventListener('abort', () => wake(), { once: true })
  try {
    while (signal?.aborted !== true) {
      const next = waiting.shift()
      if (next !== undefined) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    stop()
  }
}

const routerOver = (core: Core, tree: MethodTree, prefix: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(tree).map(([key, node]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`
      if (!isMethod(node)) return [key, routerOver(core, node, name)]
      const procedure =
        node.kind === 'job'
          ? os.handler(async ({ input, signal }) =>
              jobStream((onProgress, stop) => rethrow(core.call(name, input, stop, onProgress)), signal),
            )
          : os.handler(({ input, signal }) => rethrow(core.call(name, input, signal)))
      return [key, procedure]
    }),
  )

/** A core as its pages reach it. */
export interface Server {
  accept(port: Port): void
  /**
   * Answers the window's first question once for nobody, over a port of its own, while the window is still being made:
   * the code a first call runs through is then warm, and the first screen stands some 30 ms sooner.
   */
  rehearse(): Promise<void>
}

/** Answers calls that arrive on message ports. The only file of the core that knows the transport. */
export const createServer = (core: Core): Server => {
  const router = {
    ...routerOver(core, contract, ''),
    events: os.handler(async ({ signal }) => eventStream(core, signal)),
  }
  const handler = new RPCHandler(router as never)
  return {
    accept: (port) => handler.upgrade(port),
    async rehearse() {
      const { port1: asked, port2: asking } = new MessageChannel()
      handler.upgrade(asked)
      const client = createORPCClient<CoreClient>(new RPCLink({ port: asking }))
      asked.start()
      asking.start()
      // Whatever fails here fails again, and is told, when somebody really asks.
      await client.access.state({}).catch(() => undefined)
      asking.close()
    },
  }
}
