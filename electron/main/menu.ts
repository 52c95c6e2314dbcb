import { app, Menu, type MenuItemConstructorOptions } from 'electron'

const EDIT: MenuItemConstructorOptions = {
  role: 'editMenu',
  label: 'Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
}

const viewMenu = (): MenuItemConstructorOptions => ({
  label: 'View',
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    ...(app.isPackaged ? [] : ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)),
  ],
})

/** The system's menu: what the keyboard needs (copy, paste, zoom) and a way to lock and leave. Screens have their own. */
export const setMenu = ({ lock }: { lock: () => void }): void => {
  app.setAboutPanelOptions({ applicationName: 'Throughline', applicationVersion: app.getVersion() })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Throughline', submenu: [{ label: 'Lock', click: lock }, { type: 'separator' }, { role: 'quit' }] },
      EDIT,
      viewMenu(),
      { role: 'help', submenu: [{ role: 'about' }] },
    ]),
  )
}
