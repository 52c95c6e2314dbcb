import { BrowserWindow, type WebContents } from 'electron'
import type { ShellOutcome } from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import { answerPage } from './ipc.ts'
import { PAPER, windowBackground } from './theme.ts'

const printPage = (contents: WebContents): Promise<ShellOutcome> =>
  new Promise((resolve) => {
    const window = BrowserWindow.fromWebContents(contents)
    // The margins of a sheet have the colour of the window.
    window?.setBackgroundColor(PAPER)
    contents.print({ printBackground: true }, (printed, reason) => {
      if (window?.isDestroyed() === false) window.setBackgroundColor(windowBackground())
      // Someone who closed the dialog knows that nothing was printed.
      const settled = printed || /cancel/i.test(reason)
      resolve(
        settled
          ? { ok: true }
          : {
              ok: false,
              message: 'The page could not be printed. Check that a printer is set up and switched on, then try again.',
            },
      )
    })
  })

/** Lets the app's page open the system's print dialog for itself. */
export const offerPagePrinting = (): void => {
  answerPage(SHELL_CHANNELS.printPage, 'app', (_payload, sender) => printPage(sender))
}
