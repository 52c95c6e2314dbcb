/** Gives a command that opens windows a screen to open them on. */

/** True where windows can be opened: always, but for a Linux without a graphical session. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * The command itself where there is a display, otherwise the same under a virtual one.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function onSomeDisplay(command, args) {
  if (hasDisplay()) return { command, args: [...args] }
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24 -nolisten tcp', command, ...args] }
}
