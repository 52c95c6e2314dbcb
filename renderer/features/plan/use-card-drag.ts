import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type PlanAction, PLAN_YEARS, type PlanYear } from '#shared/features/plan/schema.ts'

type OnDrop = (action: PlanAction, objectiveId: string, year: PlanYear) => void

/** A press that moves less than this is a click. */
const SLACK = 5
/** This near to the edge of the board, in pixels, it scrolls along. */
const NEAR = 40
const SCROLL_STEP = 12

const squareAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-square]') ?? null

const placeOf = (square: HTMLElement | null): { readonly objectiveId: string; readonly year: PlanYear } | null => {
  const [objectiveId, yearText] = square?.dataset['square']?.split(' ') ?? []
  const year = PLAN_YEARS.find((one) => String(one) === yearText)
  return objectiveId === undefined || year === undefined ? null : { objectiveId, year }
}

const swallowClick = (event: Event): void => {
  event.preventDefault()
  event.stopPropagation()
}

/** One press on a card, from going down to being let go. Nothing is drawn anew meanwhile: only the card is shifted. */
class CardDrag {
  private readonly card: HTMLElement
  private readonly scroller: HTMLElement | null
  private readonly from: { readonly x: number; readonly y: number }
  private readonly scrolledFrom: number
  private at: { x: number; y: number }
  private moving = false
  private frame = 0
  private over: HTMLElement | null = null

  constructor(card: HTMLElement, event: { readonly clientX: number; readonly clientY: number }) {
    this.card = card
    this.scroller = card.closest<HTMLElement>('[data-scroller]')
    this.from = { x: event.clientX, y: event.clientY }
    this.at = this.from
    this.scrolledFrom = this.scroller?.scrollTop ?? 0
  }

  move(event: PointerEvent): void {
    this.at = { x: event.clientX, y: event.clientY }
    if (!this.moving && Math.hypot(this.at.x - this.from.x, this.at.y - this.from.y) < SLACK) return
    if (!this.moving) {
      this.moving = true
      this.card.dataset['dragging'] = 'true'
    }
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    this.frame = 0
    const box = this.scroller?.getBoundingClientRect()
    const step =
      box === undefined
        ? 0
        : this.at.y < box.top + NEAR
          ? -SCROLL_STEP
          : this.at.y > box.bottom - NEAR
            ? SCROLL_STEP
            : 0
    const before = this.scroller?.scrollTop ?? 0
    if (step !== 0) this.scroller?.scrollBy(0, step)
    const scrolled = (this.scroller?.scrollTop ?? 0) - this.scrolledFrom
    this.card.style.transform = `translate(${this.at.x - this.from.x}px, ${this.at.y - this.from.y + scrolled}px)`
    const over = squareAt(this.at.x, this.at.y)
    if (over !== this.over) {
      delete this.over?.dataset['over']
      if (over !== null) over.dataset['over'] = 'true'
      this.over = over
    }
    if (step !== 0 && (this.scroller?.scrollTop ?? 0) !== before) this.frame = requestAnimationFrame(() => this.draw())
  }

  /** @returns the square that it was let go over; null where it was only pressed, or let go elsewhere. */
  end(): ReturnType<typeof placeOf> {
    cancelAnimationFrame(this.frame)
    const target = this.moving ? placeOf(squareAt(this.at.x, this.at.y)) : null
    delete this.card.dataset['dragging']
    delete this.over?.dataset['over']
    this.card.style.transform = ''
    if (this.moving) {
      // Letting go is a click on the link of the card too, which would open it.
      window.addEventListener('click', swallowClick, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallowClick, { capture: true }))
    }
    return target
  }
}

/** Lets cards be dragged to another square with the pointer. Escape lets go without moving anything. */
export const useCardDrag = (onDrop: OnDrop): ((event: ReactPointerEvent<HTMLElement>, action: PlanAction) => void) => {
  const held = useRef<{ readonly drag: CardDrag; readonly action: PlanAction } | null>(null)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    const onMove = (event: PointerEvent): void => held.current?.drag.move(event)
    const onUp = (): void => {
      const own = held.current
      held.current = null
      const target = own?.drag.end() ?? null
      if (own !== null && target !== null) drop(own.action, target.objectiveId, target.year)
    }
    const letGo = (): void => {
      held.current?.drag.end()
      held.current = null
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || held.current === null) return
      event.preventDefault()
      letGo()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      letGo()
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [])
  const [grab] = useState(() => (event: ReactPointerEvent<HTMLElement>, action: PlanAction): void => {
    const pressedButton = event.target instanceof Element && event.target.closest('button') !== null
    if (event.button !== 0 || pressedButton) return
    held.current = { drag: new CardDrag(event.currentTarget, event), action }
  })
  return grab
}
