import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import type { Figure } from './measure.ts'
import { networkFigures } from './network-speed.ts'
import { pdfFigures } from './pdf-speed.ts'

/** Combined reports of few and of many practices, and a long report as a PDF. */
export const reportsFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  const figures = await networkFigures(say)
  const canPrint = findRuntime() !== undefined && existsSync(resolve(import.meta.dirname, '../../out/main/main.js'))
  if (!canPrint) return figures
  say('printing a long report')
  return [...figures, ...(await pdfFigures())]
}
