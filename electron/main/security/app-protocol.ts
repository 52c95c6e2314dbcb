import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { protocol, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron'
import { APP_SCHEME, isAppUrl } from './address.ts'
import { securityHeaders } from './content-policy.ts'

const newNonce = (): string => randomBytes(16).toString('base64')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Tells Chromium that app:// has origins and is a secure context. Must run before the app is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

const decodePath = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/**
 * The file an address stands for, or null where it stands for none. A path without an extension is a screen of the
 * app, and every screen is index.html.
 */
export const resolveAppFile = (folder: string, address: string): string | null => {
  if (!isAppUrl(address)) return null
  const path = decodePath(new URL(address).pathname)
  if (path === null || /[\0\\]/.test(path)) return null
  const root = resolve(folder)
  const file = resolve(root, `.${path}`)
  if (file !== root && !file.startsWith(root + sep)) return null
  const extension = extname(file)
  if (extension === '') return join(root, 'index.html')
  return extension in CONTENT_TYPES ? file : null
}

interface Asset {
  readonly body: Buffer
  readonly contentType: string
}

/** At once: a built file is there within a millisecond, and a page that is being painted waits for every turn of the loop. */
const readBuiltFile = (folder: string, address: string): Asset | null => {
  const file = resolveAppFile(folder, address)
  const contentType = file === null ? undefined : CONTENT_TYPES[extname(file)]
  if (file === null || contentType === undefined) return null
  try {
    return { body: readFileSync(file), contentType }
  } catch {
    return null
  }
}

// The page's request headers stay here: the development server answers them with errors.
const readFromDevelopmentServer = async (server: URL, address: string): Promise<Asset | null> => {
  if (!isAppUrl(address)) return null
  const { pathname, search } = new URL(address)
  const response = await fetch(new URL(pathname + search, server))
  if (!response.ok) return null
  return {
    body: Buffer.from(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
  }
}

/** Every HTML response gets its own nonce, in the policy and where the build left the placeholder. */
const toResponse = ({ body, contentType }: Asset, server: URL | null): ProtocolResponse => {
  const nonce = newNonce()
  const isPage = contentType.startsWith('text/html')
  const data = isPage ? Buffer.from(body.toString('utf8').replaceAll('__NONCE__', nonce)) : body
  return { statusCode: 200, headers: { 'Content-Type': contentType, ...securityHeaders(nonce, server) }, data }
}

const refuse = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: securityHeaders(newNonce(), null),
  data: Buffer.alloc(0),
})

const answerTo = async (
  { method, url }: Pick<ProtocolRequest, 'method' | 'url'>,
  folder: string,
  server: URL | null,
): Promise<ProtocolResponse> => {
  if (method !== 'GET') return refuse(405)
  const asset = server === null ? readBuiltFile(folder, url) : await readFromDevelopmentServer(server, url)
  return asset === null ? refuse(404) : toResponse(asset, server)
}

/**
 * Serves the built pages (or, in development, those of the development server) under app://ui.
 *
 * By the older call on purpose: `protocol.handle` makes a web Request of each question, and to load what that takes
 * keeps the first page waiting 50 to 70 ms (docs/adr/0010-pages-by-the-buffer-protocol.md).
 */
export const serveApp = (session: Session, folder: string, server: URL | null): void => {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    void answerTo(request, folder, server).then(answer, () => answer(refuse(500)))
  })
}
