import { closeApp, expect, launchApp, test as base } from '../support/electron-app.ts'
import { openListeningPost, type ListeningPost } from './listening-post.ts'

/** The app in a window and a listening post outside it. The errors an attack provokes in the page are not held against it. */
export const test = base.extend<{ post: ListeningPost }>({
  running: async ({ dataFolder, appEnvironment: environment, projectFolder }, use) => {
    const running = await launchApp({
      dataFolder,
      environment,
      ...(projectFolder === undefined ? {} : { projectFolder }),
    })
    const process = running.app.process()
    await use(running)
    // A test may have made the app leave, or ended it.
    if (process.exitCode === null && process.signalCode === null) await closeApp(running.app)
  },
  post: async ({ browserName: _unused }, use) => {
    const post = await openListeningPost()
    await use(post)
    await post.close()
  },
})

export { expect }
