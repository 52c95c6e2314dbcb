import { spawn } from 'node:child_process'
import { copyFile, link, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import { closeApp } from '../support/electron-app.ts'
import { expect } from './attack.ts'
import { test as scripted } from './scripted-app.ts'

/** Lays the runtime out as an installer would: the program under the app's name, which is how Electron tells. */
const install = async (folder: string, project: string): Promise<string> => {
  const runtime = findRuntime()!
  const program = join(folder, 'throughline')
  const others = (await readdir(runtime.folder)).filter(
    (name) => name !== basename(runtime.executable) && name !== 'resources',
  )
  await Promise.all(others.map((name) => symlink(join(runtime.folder, name), join(folder, name))))
  await link(runtime.executable, program).catch(() => copyFile(runtime.executable, program))
  await mkdir(join(folder, 'resources'))
  await symlink(project, join(folder, 'resources', 'app'))
  return program
}

const test = scripted.extend<{ installed: ElectronApplication }>({
  installed: async ({ dataFolder, projectFolder }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-installed-'))
    const program = await install(folder, projectFolder!)
    const app = await _electron.launch({
      executablePath: program,
      args: [...findRuntime()!.flags],
      env: {
        ...(process.env as Record<string, string>),
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        THROUGHLINE_DATA: dataFolder,
        // Each of these opens a door that only developers need.
        ELECTRON_RENDERER_URL: 'http://localhost:1',
        THROUGHLINE_LOCK_AFTER_SECONDS: '100000',
        THROUGHLINE_CORE: 'child',
        THROUGHLINE_NODE: '/no/such/node',
        THROUGHLINE_NOW: '2020-01-01T00:00:00Z',
      },
    })
    await use(app)
    await closeApp(app)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test.skip(process.platform !== 'linux', 'An installed layout is made from the runtime on Linux only.')

test('an installed app has no developer tools', async ({ installed }) => {
  await installed.firstWindow()
  const found = await installed.evaluate(({ app, BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows()
    window!.webContents.openDevTools()
    const roles = Menu.getApplicationMenu()!.items.flatMap(
      (item) => item.submenu?.items.map(({ role }) => String(role)) ?? [],
    )
    return { packaged: app.isPackaged, open: window!.webContents.isDevToolsOpened(), roles }
  })
  expect(found.packaged).toBe(true)
  expect(found.open).toBe(false)
  expect(found.roles).not.toContain('toggledevtools')
  expect(found.roles).not.toContain('reload')
})

test('an installed app takes no switch meant for developers', async ({ installed }) => {
  const page = await installed.firstWindow()
  // The page came from the build, and the core it reaches is the one inside the app.
  await page.waitForFunction(() => window.scripted.ports === 1)
  const { environment } = await page.evaluate(async () => window.scripted.ask('nothing'))
  const switches = Object.keys(environment).filter((name) => name.startsWith('THROUGHLINE_'))
  expect(switches.toSorted()).toEqual(['THROUGHLINE_DATA', 'THROUGHLINE_VERSION'])
})

test('an installed app opens no inspector, whatever it is started with', async ({ dataFolder, projectFolder }) => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-installed-'))
  const program = await install(folder, projectFolder!)
  const started = spawn(program, [...findRuntime()!.flags, '--remote-debugging-port=0', '--smoke'], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:', THROUGHLINE_DATA: dataFolder },
  })
  let said = ''
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await new Promise((resolve) => started.once('close', resolve))
  expect(said).toContain('painted')
  expect(said).not.toContain('DevTools listening')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
