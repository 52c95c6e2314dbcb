const isRegister = (url: string | null): boolean => url !== null && new URL(url).pathname === '/register'

/**
 * Goes back to the register as it was left, with its filter and its place in the list; to a fresh one when this page
 * was reached another way, and where the window keeps no list of where it has been.
 */
export const backToList = (goTo: (path: string) => void): void => {
  if (typeof navigation === 'undefined') {
    goTo('/register')
    return
  }
  const here = navigation.currentEntry?.index ?? 0
  const entry = navigation.entries().findLast(({ index, url }) => index < here && isRegister(url))
  if (entry === undefined) goTo('/register')
  else navigation.traverseTo(entry.key)
}
