const SCHEME = 'data-mantine-color-scheme'

/**
 * Prints in light colours whatever the theme: ink on white, with the margins, which take the colour of the scheme and
 * not of any element. The theme is as it was once the page is printed.
 * @returns stops it.
 */
export const printInLight = (page: Window): (() => void) => {
  const root = page.document.documentElement
  let before: string | null = null
  const lighten = (): void => {
    before ??= root.getAttribute(SCHEME)
    root.setAttribute(SCHEME, 'light')
  }
  const restore = (): void => {
    if (before !== null) root.setAttribute(SCHEME, before)
    before = null
  }
  page.addEventListener('beforeprint', lighten)
  page.addEventListener('afterprint', restore)
  return () => {
    restore()
    page.removeEventListener('beforeprint', lighten)
    page.removeEventListener('afterprint', restore)
  }
}
