import { createServer } from '#core/serve.ts'
import { CORE_PORT_MESSAGE } from '#shared/contract/shell-api.ts'
import { createTestCore, type TestCore } from './test-core.ts'

/**
 * The real core behind the screens' own client: calls cross a message channel as they do in the window. Nothing is
 * imitated but the shell's hand-over of the port. Close it at the end of the test.
 */
export const createComponentCore = async (options: Parameters<typeof createTestCore>[0] = {}): Promise<TestCore> => {
  const core = await createTestCore(options)
  const { port1, port2 } = new MessageChannel()
  createServer(core.core).accept(port1)
  port1.start()
  const message = new MessageEvent('message', { data: { type: CORE_PORT_MESSAGE } })
  Object.defineProperties(message, { source: { value: window }, ports: { value: [port2] } })
  window.dispatchEvent(message)
  return {
    ...core,
    async close() {
      port2.close()
      port1.close()
      await core.close()
    },
  }
}
