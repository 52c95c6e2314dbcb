import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { type TimelineLine, timelineLines } from '#shared/features/plan/timeline-layout.ts'

/** Heights of the lines in rem. */
const ACTION_HIGH = 1.8125
const OBJECTIVE_HIGH = 1.5625
/** Height of the head over the lines, in rem. */
export const HEAD_HIGH = 2.75
const AROUND = 8

/** Where each line begins, the heights of those before it added up; at last where the last one ends. */
const topsOf = (heights: readonly number[]): readonly number[] => {
  const tops: number[] = []
  for (let line = 0; line <= heights.length; line += 1) tops.push((tops[line - 1] ?? 0) + (heights[line - 1] ?? 0))
  return tops
}

export interface Lines {
  readonly lines: readonly TimelineLine[]
  readonly tops: readonly number[]
  readonly height: (line: number) => number
}

/** The lines with their places in pixels: their heights are known, so none is ever measured. */
export const useLines = (plan: Plan, shown: readonly PlanAction[]): Lines => {
  const rem = useRootFontSize()
  const lines = useMemo(() => timelineLines(plan, shown), [plan, shown])
  return useMemo(() => {
    const heights = lines.map(({ kind }) => Math.round((kind === 'action' ? ACTION_HIGH : OBJECTIVE_HIGH) * rem))
    const tops = topsOf(heights)
    return { lines, tops, height: (line) => heights[line] ?? 0 }
  }, [lines, rem])
}

/** The lines that are drawn: those in view, some around, and the one in focus; on paper all of them. */
export const useInView = ({ lines, tops, height }: Lines, active: number, whole: boolean) => {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRootFontSize()
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: height,
    overscan: AROUND,
    // The row in focus stays on the page when it is scrolled out of view: the focus would fall to the window.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .filter((line) => line >= 0 && line < lines.length)
        .toSorted((a, b) => a - b),
  })
  const sizes = lines.map(({ kind }) => kind[0]).join('')
  const measure = useEffectEvent(() => virtualizer.measure())
  useEffect(() => measure(), [sizes, rem])
  const inView = whole ? lines.map((_, line) => line) : virtualizer.getVirtualItems().map(({ index }) => index)
  const total = tops.at(-1) ?? 0
  // Without the row in focus, which may be hundreds of lines away from what is in view.
  const first = whole ? 0 : (virtualizer.range?.startIndex ?? 0)
  const last = whole ? lines.length - 1 : (virtualizer.range?.endIndex ?? -1)
  /** By what is known of the lines: nothing is measured while a key repeats itself. The head stays over the first of them. */
  const scrollTo = (line: number): void => {
    const element = scroller.current
    if (element === null) return
    const { scrollTop, clientHeight } = element
    const top = tops[line] ?? 0
    const lowest = top + height(line) + HEAD_HIGH * rem - clientHeight
    const wanted = Math.min(top, Math.max(scrollTop, lowest))
    if (wanted !== scrollTop) element.scrollTop = wanted
  }
  return { scroller, inView, first, last, total, scrollTo }
}

export const lineElement = (scroller: HTMLElement | null, line: number): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-line="${line}"] a`) ?? null

/** One action is the stop of the Tab key. Up and Down go from action to action, Left and Right through its milestones. */
export const useRowFocus = (
  { lines }: Lines,
  startAt: string,
): {
  readonly active: number
  readonly follow: (scroller: HTMLElement | null) => void
  readonly setActive: (line: number, focus: boolean) => void
} => {
  const [chosen, setChosen] = useState(startAt)
  const wanted = useRef(false)
  const at = lines.findIndex((line) => line.kind === 'action' && line.action.id === chosen)
  const active = at >= 0 ? at : lines.findIndex(({ kind }) => kind === 'action')
  return {
    active,
    follow: (scroller) => {
      if (!wanted.current) return
      const element = lineElement(scroller, active)
      if (element === null) return
      wanted.current = false
      element.focus({ preventScroll: true })
    },
    setActive: (line, focus) => {
      const found = lines[line]
      if (found?.kind !== 'action') return
      wanted.current = focus
      setChosen(found.action.id)
    },
  }
}
