import { announce } from '#renderer/ui/live-region.tsx'

/** Prints the page as it stands. Says why when nothing was printed. */
export const printPlan = async (title: string): Promise<void> => {
  const outcome = await window.throughline.printPage({ title })
  if (!outcome.ok) announce(outcome.message, 'assertive')
}
