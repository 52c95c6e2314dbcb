import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server outside the app that an attack tries to reach. Anything it hears is a leak. */
export interface ListeningPost {
  /** By number and by name, because names are resolved under another rule. */
  readonly addresses: readonly string[]
  readonly heard: readonly string[]
  close(): Promise<void>
}

/** Opens a listening post on a free port of this computer. It lets every origin in, so only the app can refuse. */
export const openListeningPost = async (): Promise<ListeningPost> => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('heard')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return {
    addresses: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    heard,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
