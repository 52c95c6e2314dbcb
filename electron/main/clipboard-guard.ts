import { createHash } from 'node:crypto'
import { clipboard } from 'electron'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import { answerPage, hearPage, text } from './ipc.ts'

// Reading and writing became asynchronous in Electron 45; awaiting covers both.
const fingerprint = async (): Promise<string> =>
  createHash('sha256')
    .update(await clipboard.readText())
    .digest('hex')

export interface ClipboardGuard {
  /** Empties the clipboard if it still holds what was last copied from the app. */
  clear(): Promise<void>
}

/** Remembers a fingerprint of what was copied from the app, never the text, so that it can be taken back on lock. */
export const guardClipboard = (): ClipboardGuard => {
  let copied: string | null = null
  const mark = async (): Promise<void> => {
    copied = await fingerprint()
  }
  answerPage(SHELL_CHANNELS.copyText, 'app', async (payload) => {
    await clipboard.writeText(text(payload, 1_000_000))
    await mark()
  })
  hearPage(SHELL_CHANNELS.copied, ['app'], () => void mark())
  return {
    clear: async () => {
      const ours = copied
      copied = null
      if (ours !== null && ours === (await fingerprint())) clipboard.clear()
    },
  }
}
