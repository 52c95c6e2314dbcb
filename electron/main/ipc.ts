import { ipcMain, type IpcMainEvent, type WebContents } from 'electron'
import { trustedSender, type WindowRole } from './security/trusted-sender.ts'

/** Answers a question of a page. `answer` gets the payload unread: it checks the shape itself. */
export const answerPage = <T>(
  channel: string,
  role: WindowRole,
  answer: (payload: unknown, sender: WebContents) => Promise<T> | T,
): void => {
  ipcMain.handle(channel, (event, payload: unknown) => {
    if (trustedSender(event) !== role) throw new Error('Refused: this page may not ask that.')
    return answer(payload, event.sender)
  })
}

/** Hears a message of a page that expects no answer. A message from elsewhere is dropped. */
export const hearPage = (
  channel: string,
  allowed: readonly WindowRole[],
  hear: (payload: unknown, sender: WebContents) => void,
): void => {
  ipcMain.on(channel, (event: IpcMainEvent, payload: unknown) => {
    const role = trustedSender(event)
    if (role !== null && allowed.includes(role)) hear(payload, event.sender)
  })
}

/** Answers a question that a page waits for, standing still. A page from elsewhere gets null. */
export const answerAtOnce = (channel: string, role: WindowRole, answer: () => string): void => {
  ipcMain.on(channel, (event: IpcMainEvent) => {
    event.returnValue = trustedSender(event) === role ? answer() : null
  })
}

/** A refusal of what a page sent. Only a defect or an attack gets here, so the words are for the log. */
const malformed = (): Error => new Error('Refused: the message has the wrong shape.')

/** The named property of a payload, or a refusal. */
export const field = (payload: unknown, name: string): unknown => {
  if (typeof payload !== 'object' || payload === null || !Object.hasOwn(payload, name)) throw malformed()
  return (payload as Record<string, unknown>)[name]
}

/** A text no longer than `longest` characters, or a refusal. */
export const text = (value: unknown, longest = 200): string => {
  if (typeof value !== 'string' || value.length > longest) throw malformed()
  return value
}

/** One of a closed set of words, or a refusal. */
export const oneOf = <T extends string>(value: unknown, words: readonly T[]): T => {
  const found = words.find((word) => word === value)
  if (found === undefined) throw malformed()
  return found
}
