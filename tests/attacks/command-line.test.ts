import { expect, test } from './attack.ts'

test('no name resolves and no proxy is asked', async ({ app }) => {
  const outcome = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { session } = window!.webContents
    const resolved = await Promise.all(
      ['example.com', 'redirector.gvt1.com', 'update.googleapis.com'].map((name) =>
        session.resolveHost(name).then(
          () => 'resolved',
          (error: Error) => error.message,
        ),
      ),
    )
    const { commandLine } = electronApp
    const switches = ['disable-background-networking', 'disable-component-update', 'no-pings', 'no-proxy-server']
    return {
      resolved,
      rules: commandLine.getSwitchValue('host-resolver-rules'),
      missing: switches.filter((name) => !commandLine.hasSwitch(name)),
      proxy: await session.resolveProxy('https://example.com'),
    }
  })
  expect(outcome.resolved).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('ERR_NAME_NOT_RESOLVED')))
  expect(outcome.rules).toContain('MAP * ~NOTFOUND')
  expect(outcome.missing).toEqual([])
  expect(outcome.proxy).toBe('DIRECT')
})

test('peer connections gather no address of this computer', async ({ page }) => {
  const candidates = await page.evaluate(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] })
    const found: string[] = []
    const complete = new Promise<void>((resolve) => {
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve()
        else if (candidate.candidate !== '') found.push(candidate.candidate)
      })
    })
    peer.createDataChannel('attack')
    await peer.setLocalDescription(await peer.createOffer())
    await complete
    return found
  })
  expect(candidates).toEqual([])
})
