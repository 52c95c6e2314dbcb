import { type RefObject, useLayoutEffect } from 'react'

/** The middle of a toast and its upper edge, in px of the window. */
export interface ToastPlace {
  readonly x: number
  readonly y: number
}

/** Where a toast may be put, in px of the window: the page without rail and bar, and how far from its edges. */
export interface ToastRoom {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly gap: number
}

type Size = { readonly width: number; readonly height: number }

/** The places that are tried, the first one first: at the foot, above what stands at the foot, and under the bar. */
export const toastPlaces = (
  { left, top, right, bottom, gap }: ToastRoom,
  { width, height }: Size,
): readonly ToastPlace[] => {
  const [middle, start, end] = [(left + right) / 2, left + gap + width / 2, right - gap - width / 2]
  const foot = bottom - gap - height
  // As far from the edge as a row of buttons with its padding is high.
  const above = foot - height - gap
  const under = top + gap / 2
  return [foot, above, under].flatMap((y) => [middle, end, start].map((x) => ({ x, y })))
}

/** The first of those places that cover least. @param costOf what a place covers, 0 for nothing that anybody needs. */
export const calmestPlace = (
  places: readonly ToastPlace[],
  costOf: (place: ToastPlace) => number,
): ToastPlace | undefined => {
  let best: { readonly place: ToastPlace; readonly cost: number } | undefined
  for (const place of places) {
    const cost = costOf(place)
    if (cost === 0) return place
    if (best === undefined || cost < best.cost) best = { place, cost }
  }
  return best?.place
}

const CONTROL =
  'a, button, input, select, textarea, summary, [role="button"], [role="tab"], [role="combobox"], [contenteditable="true"]'
/** What is worse to cover the further up it stands: a control, a heading, a foot, a line of a list. */
const COSTS: readonly (readonly [selector: string, cost: number])[] = [
  [CONTROL, 20],
  ['h1, h2, [data-patient]', 5],
  ['footer, kbd', 2],
  ['[role="row"], tr, li', 1],
]
/** How far apart the points are that are looked at, in px: no control is smaller. */
const STEP = 12

const costAt = (x: number, y: number, toast: Element): number => {
  const under = document.elementsFromPoint(x, y).find((element) => element.closest('[data-toast-region]') === null)
  if (under === undefined || toast.contains(under)) return 0
  return COSTS.find(([selector]) => under.closest(selector) !== null)?.[1] ?? 0
}

const coveredBy = ({ x, y }: ToastPlace, { width, height }: Size, toast: Element): number => {
  let sum = 0
  for (let across = x - width / 2; across <= x + width / 2; across += STEP)
    for (let down = y; down <= y + height; down += STEP) sum += costAt(across, down, toast)
  return sum
}

/** In rem, from the edges of the page. */
const GAP = 1.25

const placesFor = (size: Size): readonly ToastPlace[] => {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const page = document.querySelector('main')?.getBoundingClientRect()
  return toastPlaces(
    { left: page?.left ?? 0, top: page?.top ?? 0, right: innerWidth, bottom: innerHeight, gap: GAP * rem },
    size,
  )
}

/** @returns where the toast is now. @param before where it was: it stays there while it covers nothing. */
const placeToast = (toast: HTMLElement, before: ToastPlace | undefined): ToastPlace | undefined => {
  const region = toast.closest<HTMLElement>('[data-toast-region]')
  // Somebody about to press Undo must not have it move away.
  if (region === null || toast.matches(':hover, :focus-within')) return before
  const size = { width: toast.offsetWidth, height: toast.offsetHeight }
  const places = [...(before === undefined ? [] : [before]), ...placesFor(size)]
  const place = calmestPlace(places, (one) => coveredBy(one, size, toast))
  if (place === undefined) return before
  region.style.setProperty('--toast-x', `${place.x}px`)
  region.style.setProperty('--toast-y', `${place.y}px`)
  return place
}

/** How long after the page has changed it is looked at again, in ms: a dialog that closes has gone by then. */
const SETTLED = 250

/** Puts a toast where it covers nothing that anybody may want to press, also on the page that comes while it is there. */
export const useToastPlace = (toast: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = toast.current
    if (element === null) return
    let place = placeToast(element, undefined)
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        place = placeToast(element, place)
      }, SETTLED)
    }
    // Of another size the window has other places.
    const afresh = (): void => {
      place = placeToast(element, undefined) ?? place
    }
    const changes = new MutationObserver(later)
    changes.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true })
    window.addEventListener('resize', afresh)
    later()
    return () => {
      clearTimeout(timer)
      changes.disconnect()
      window.removeEventListener('resize', afresh)
    }
  }, [toast])
}
