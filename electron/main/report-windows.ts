import type { BrowserWindow } from 'electron'
import { createWindow, type WindowParts } from './window.ts'

/** A4 at 96 dots an inch: the width the report is laid out for. */
const A4 = { width: 794, height: 1123 }

export interface ReportWindows {
  open(): BrowserWindow
  closeAll(): void
}

/** Hidden windows that draw a report for printing. None outlives a lock. */
export const createReportWindows = (parts: WindowParts): ReportWindows => {
  const open = new Set<BrowserWindow>()
  return {
    open: () => {
      const window = createWindow('report', parts, A4)
      open.add(window)
      window.once('closed', () => open.delete(window))
      return window
    },
    closeAll: () => {
      for (const window of open) window.destroy()
    },
  }
}
