import { shell } from 'electron'
import { parseAddress } from './address.ts'

/** Sites a link may open in the system's browser. None yet: the app works without a network and says so. */
const ALLOWED_HOSTS: readonly string[] = []

/** True for an https address without credentials on a site of the list. */
export const isAllowedLink = (address: string, allowedHosts: readonly string[] = ALLOWED_HOSTS): boolean => {
  const url = parseAddress(address)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return false
  return allowedHosts.includes(url.hostname)
}

/** Opens an allowed address in the system's browser; any other is dropped. */
export const openExternalLink = (address: string): void => {
  if (isAllowedLink(address)) void shell.openExternal(address)
}
