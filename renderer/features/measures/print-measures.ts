import { announce } from '#renderer/ui/live-region.tsx'

/** Prints the page as it stands. Says why when nothing was printed. */
export const printMeasures = async (): Promise<void> => {
  const outcome = await window.throughline.printPage({ title: 'Measures' })
  if (!outcome.ok) announce(outcome.message, 'assertive')
}
