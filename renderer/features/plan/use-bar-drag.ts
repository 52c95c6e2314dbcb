import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useRef } from 'react'

/** What may be pulled along the timeline. */
export type Pulled = 'bar' | 'start' | 'end' | 'milestone'

export interface PulledThing {
  /** The action or milestone. */
  readonly id: string
  readonly part: Pulled
}

interface BarDragChoices {
  /** Days that the whole width of the track stands for. */
  readonly days: number
  /** What to say beside the pointer while something is pulled by so many days. */
  readonly say: (thing: PulledThing, days: number) => string
  readonly onDrop: (thing: PulledThing, days: number) => void
}

const SLACK = 4

const PARTS: readonly Pulled[] = ['bar', 'start', 'end', 'milestone']

const thingAt = (target: EventTarget | null): { readonly element: HTMLElement; readonly thing: PulledThing } | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-pull]') : null
  const part = PARTS.find((one) => one === element?.dataset['pull'])
  const id = element?.closest<HTMLElement>('[data-pull-id]')?.dataset['pullId']
  return element === null || part === undefined || id === undefined ? null : { element, thing: { id, part } }
}

const swallowClick = (event: Event): void => {
  event.preventDefault()
  event.stopPropagation()
}

/** One pull, from the press to letting go. Only the pulled element is touched meanwhile. */
class Pull {
  readonly thing: PulledThing
  private readonly moved: HTMLElement
  private readonly label: HTMLElement | null
  private readonly fromX: number
  private readonly perDay: number
  private readonly width: number
  private readonly say: BarDragChoices['say']
  private x: number
  private frame = 0
  private moving = false

  constructor(
    found: { readonly element: HTMLElement; readonly thing: PulledThing },
    event: { readonly clientX: number },
    track: HTMLElement,
    { days, say }: BarDragChoices,
  ) {
    this.thing = found.thing
    // The track tells its bar and the milestones of it by how much they are pulled.
    this.moved = found.thing.part === 'milestone' ? found.element : track
    this.label = track.closest('[data-timeline]')?.querySelector<HTMLElement>('[data-pull-label]') ?? null
    this.fromX = event.clientX
    this.x = event.clientX
    this.perDay = Math.max(0.01, track.getBoundingClientRect().width / days)
    this.width = track.querySelector('[data-bar]')?.getBoundingClientRect().width ?? 0
    this.say = say
  }

  get days(): number {
    return this.moving ? Math.round((this.x - this.fromX) / this.perDay) : 0
  }

  move(event: PointerEvent): void {
    this.x = event.clientX
    if (!this.moving && Math.abs(this.x - this.fromX) < SLACK) return
    this.moving = true
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw(event.clientY))
  }

  private draw(y: number): void {
    this.frame = 0
    const shift = this.days * this.perDay
    const { part } = this.thing
    // Each end stops at the other.
    const bounded =
      part === 'start' ? Math.min(shift, this.width) : part === 'end' ? Math.max(shift, -this.width) : shift
    this.moved.style.setProperty('--pull', `${bounded}px`)
    this.moved.dataset['pullPart'] = part
    if (this.label === null) return
    this.label.textContent = this.say(this.thing, this.days)
    this.label.hidden = false
    this.label.style.transform = `translate(${this.x + 12}px, ${y + 16}px)`
  }

  end(): number {
    cancelAnimationFrame(this.frame)
    const { days } = this
    this.moved.style.removeProperty('--pull')
    delete this.moved.dataset['pullPart']
    if (this.label !== null) this.label.hidden = true
    if (this.moving) {
      window.addEventListener('click', swallowClick, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallowClick, { capture: true }))
    }
    return days
  }
}

/**
 * Lets bars, their ends and milestones be pulled along with the pointer: written once, when it is let go. Escape leaves
 * everything where it was.
 */
export const useBarDrag = (choices: BarDragChoices): ((event: ReactPointerEvent<HTMLElement>) => void) => {
  const held = useRef<Pull | null>(null)
  const drop = useEffectEvent(choices.onDrop)
  useEffect(() => {
    const onMove = (event: PointerEvent): void => held.current?.move(event)
    const letGo = (): Pull | null => {
      const own = held.current
      held.current = null
      return own
    }
    const onUp = (): void => {
      const own = letGo()
      const days = own?.end() ?? 0
      if (own !== null && days !== 0) drop(own.thing, days)
    }
    const cancel = (): void => void letGo()?.end()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || held.current === null) return
      event.preventDefault()
      cancel()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      cancel()
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [])
  return (event) => {
    const found = event.button === 0 ? thingAt(event.target) : null
    const track = found?.element.closest<HTMLElement>('[data-track]')
    if (found === null || track === null || track === undefined) return
    held.current = new Pull(found, event, track, choices)
  }
}
