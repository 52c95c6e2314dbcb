import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { announce } from '#renderer/ui/live-region.tsx'
import type { Contact } from '#shared/features/contacts/schema.ts'

export interface ContactWrites {
  readonly spokeToday: (contact: Contact) => Promise<void>
  /** @returns whether it is gone. */
  readonly remove: (contact: Contact) => Promise<boolean>
}

/** What is done at once with a contact, with an undo. `onFailure` hears why something was refused. */
export const contactWrites = (onFailure: (words: string) => void): ContactWrites => ({
  async spokeToday({ id, version, name }) {
    const work = core.contacts.spoke({ id, version, on: today() })
    const { refused } = await doUndoable(work, `Noted: spoke to ${name} today.`, onFailure)
    if (refused !== null) onFailure(refused.message)
  },
  async remove({ id, version, name }) {
    const { refused } = await doUndoable(core.contacts.remove({ id, version }), `Removed: ${name}.`, onFailure)
    if (refused !== null) onFailure(refused.message)
    return refused === null
  },
})

/** Puts a number or address on the clipboard, and says that it did. */
export const copyContact = async (what: string, text: string): Promise<void> => {
  try {
    await window.throughline.copyText(text)
    announce(`${what} copied.`)
  } catch {
    announce(`${what} was not copied. Try again.`, 'assertive')
  }
}
