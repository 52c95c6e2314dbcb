import { useEffect } from 'react'

/** Whoever waits until a page for printing can be printed. */
export interface WaitsForDrawing {
  /** Settles when the fonts that the page has asked for are there. */
  readonly fontsReady: () => Promise<unknown>
  /** Once, when fonts are there and everything has been laid out. */
  readonly onDrawn: () => void
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** Says when a page is drawn. @param fit what is done once the fonts are there, before the page is said to be drawn. */
export const useDrawn = ({ fontsReady, onDrawn }: WaitsForDrawing, fit?: () => void): void => {
  useEffect(() => {
    let isCurrent = true
    const wait = async (): Promise<void> => {
      // Fonts are asked for when the text is first laid out, and what measures itself does so with them.
      await nextFrame()
      await fontsReady()
      fit?.()
      await nextFrame()
      await nextFrame()
      if (isCurrent) onDrawn()
    }
    void wait()
    return () => {
      isCurrent = false
    }
  }, [fontsReady, onDrawn, fit])
}
