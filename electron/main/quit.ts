import { app, BrowserWindow } from 'electron'

/** Holds every way of leaving until `finish` has settled: the database is closed before the process goes. */
export const quitAfter = (finish: () => Promise<void>): void => {
  let stage: 'running' | 'finishing' | 'finished' = 'running'
  app.on('before-quit', (event) => {
    if (stage === 'finished') return
    event.preventDefault()
    if (stage === 'finishing') return
    stage = 'finishing'
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    void finish().finally(() => {
      stage = 'finished'
      app.quit()
    })
  })
}
