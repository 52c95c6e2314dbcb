import { app, session, type Session } from 'electron'
import { isAppUrl, parseAddress } from './address.ts'

/**
 * The session all our pages share. Without `persist:` it lives in memory: no cookie, cache or storage of a page is
 * ever written to disk.
 */
export const openAppSession = (): Session => session.fromPartition('throughline')

const isDevelopmentAddress = (address: string, developmentServer: URL | null): boolean => {
  if (app.isPackaged) return false
  const url = parseAddress(address)
  return url?.protocol === 'devtools:' || (developmentServer !== null && url?.host === developmentServer.host)
}

/** No permission, no device, no download, no spelling dictionary, and no request but for our own files. */
const guardSession = (guarded: Session, developmentServer: URL | null): void => {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.on('will-download', (event) => event.preventDefault())
  guarded.setSpellCheckerEnabled(false)
  guarded.webRequest.onBeforeRequest(({ url }, answer) => {
    // Pictures inside a style sheet are data addresses; they leave nothing and fetch nothing.
    const allowed = isAppUrl(url) || url.startsWith('data:image/') || isDevelopmentAddress(url, developmentServer)
    answer({ cancel: !allowed })
  })
}

/** Guards every session there is or will be, so that none can be opened without. */
export const guardSessions = (developmentServer: URL | null): void => {
  app.on('session-created', (created) => guardSession(created, developmentServer))
}
