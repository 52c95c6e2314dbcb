import { useEffect, useEffectEvent, useState } from 'react'
import { announce } from '#renderer/ui/live-region.tsx'

/**
 * Prints a page that is drawn for paper first, and takes the drawing away again. Says why when nothing was printed.
 * @param print enters the print in the audit trail and asks the printer (`printPaper`, `printNoted`).
 * @returns whether to draw for paper now, and what begins it.
 */
export const usePagePrinting = (print: () => Promise<string | null>): readonly [boolean, () => void] => {
  const [printing, setPrinting] = useState(false)
  const printNow = useEffectEvent(print)
  useEffect(() => {
    if (!printing) return
    const run = async (): Promise<void> => {
      const failure = await printNow()
      if (failure !== null) announce(failure, 'assertive')
      setPrinting(false)
    }
    void run()
  }, [printing])
  return [printing, () => setPrinting(true)]
}
