import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { isAppUrl } from './address.ts'

/** The app's window, or the hidden one that draws a report for printing. */
export type WindowRole = 'app' | 'report'

const roles = new WeakMap<WebContents, WindowRole>()

/** Records a window that we made ourselves. Nothing else is listened to. */
export const registerWindow = (contents: WebContents, role: WindowRole): void => {
  roles.set(contents, role)
}

/** The role of whoever sent a message, or null unless it is the main frame of our own window, showing our own page. */
export const trustedSender = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): WindowRole | null => {
  // A frame that has gone, or navigated since, is null.
  if (!senderFrame || senderFrame.parent !== null || !isAppUrl(senderFrame.url)) return null
  return roles.get(sender) ?? null
}
