/** The parts of a key press that a shortcut is made of. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const names: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

/**
 * Whether a press is the shortcut, written as it is printed: `Ctrl+K`, `Alt+1`, `N`, `?`, `F6`, `Esc`. Ctrl is also
 * Command on a Mac. A shortcut of punctuation matches the character, whatever keys the layout needs for it.
 */
export const matchesShortcut = (shortcut: string, press: KeyPress): boolean => {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const wanted = names[key] ?? key
  const wantsCtrl = parts.includes('Ctrl')
  const wantsAlt = parts.includes('Alt')
  if (wantsCtrl !== (press.ctrlKey || press.metaKey) || wantsAlt !== press.altKey) return false
  if (/^[0-9]$/.test(wanted)) return press.code === `Digit${wanted}` || press.key === wanted
  if (/^[A-Z]$/.test(wanted)) return press.key.toUpperCase() === wanted && press.shiftKey === parts.includes('Shift')
  return press.key === wanted
}

/** A shortcut that typing in a field would set off, so it is ignored there and can be switched off (WCAG 2.1.4). */
export const isSingleKey = (shortcut: string): boolean => !shortcut.includes('+') && shortcut.length === 1

/** Whether the element takes typing, so that letters belong to it. */
export const takesTyping = (element: Element | null): boolean => {
  if (element === null) return false
  if (element instanceof HTMLElement && element.isContentEditable) return true
  if (element.matches('textarea, select, [role="combobox"], [role="textbox"]')) return true
  return element.matches('input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])')
}
