import { useEffect, useState } from 'react'
import { announce } from '#renderer/ui/live-region.tsx'

/**
 * Prints a page that is drawn for paper first, and takes the drawing away again. Says why when nothing was printed.
 * @param title names the job in the printer's queue.
 * @returns whether to draw for paper now, and what begins it.
 */
export const usePagePrinting = (title: string): readonly [boolean, () => void] => {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const print = async (): Promise<void> => {
      const outcome = await window.throughline.printPage({ title })
      if (!outcome.ok) announce(outcome.message, 'assertive')
      setPrinting(false)
    }
    void print()
  }, [printing, title])
  return [printing, () => setPrinting(true)]
}
