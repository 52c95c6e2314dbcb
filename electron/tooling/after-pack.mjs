/**
 * A hook of electron-builder. An unpacked Electron brings a default app, which would let the shipped program start any
 * folder as if it were the app: it is taken out.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context */
export function afterPack({ appOutDir, electronPlatformName, packager }) {
  const bundle = `${packager.appInfo.productFilename}.app/Contents/Resources`
  const resources = join(appOutDir, electronPlatformName === 'darwin' ? bundle : 'resources')
  for (const name of ['default_app.asar', 'app']) rmSync(join(resources, name), { recursive: true, force: true })
}
