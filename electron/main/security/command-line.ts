import { url as inspectorAddress } from 'node:inspector'
import { app } from 'electron'

// Chromium features that would look something up, or keep page content, outside the app.
const UNWANTED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'Translate',
]

// Through each of these another program of this computer would look into the pages, unlocked as they are.
const WAYS_INTO_PAGES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
]

/**
 * Shuts Chromium's own inspector out of an installed app, as the fuses shut out Node's. Where Node's is open all the same,
 * in the runtime that tests look through, this one would keep nothing out.
 */
const refuseInspection = (): void => {
  if (!app.isPackaged || inspectorAddress() !== undefined) return
  for (const name of WAYS_INTO_PAGES) app.commandLine.removeSwitch(name)
}

/**
 * Takes the network away from Chromium before it starts: no background traffic, no proxy, and no name but localhost
 * resolves (a development server lives there). The sandbox is never switched off here: only who starts the app can.
 */
export const hardenCommandLine = (): void => {
  const { commandLine } = app
  refuseInspection()
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-http-cache',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name)
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost')
  // Chromium writes the user agent, with every version in it, into the Creator field of each PDF it prints.
  app.userAgentFallback = 'Throughline'
  // A second switch of the same name would replace the first, so what the caller asked for is kept.
  const asked = commandLine.getSwitchValue('disable-features')
  commandLine.appendSwitch('disable-features', [...(asked === '' ? [] : [asked]), ...UNWANTED_FEATURES].join(','))
}
