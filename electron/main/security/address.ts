export const APP_SCHEME = 'app'
const HOST = 'ui'

/** Where every page of ours lives, in development too. */
export const APP_ORIGIN = `${APP_SCHEME}://${HOST}`

/** An address in its parts, or null where it is none. */
export const parseAddress = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** True for an address of ours. `URL.origin` is 'null' for our scheme in Node, so the parts are compared. */
export const isAppUrl = (address: string): boolean => {
  const url = parseAddress(address)
  return (
    url !== null && url.protocol === `${APP_SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  )
}
