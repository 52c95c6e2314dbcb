import { app, type WebContents } from 'electron'
import { openExternalLink } from './external-links.ts'

const guardContents = (contents: WebContents): void => {
  // Screens change through the history API, which asks nobody. What arrives here is a reload, or someone leaving.
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** No page of ours can be led elsewhere, opened beside, or made to hold another. */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
