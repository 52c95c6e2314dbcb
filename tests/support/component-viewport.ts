interface Viewport {
  readonly width: number
  readonly height: number
}

type HappyDom = { setViewport(size: Viewport): void }

/** Makes the window of a component test so many pixels large, which media queries then see. */
export const setViewport = (size: Viewport): void => {
  ;(Reflect.get(window, 'happyDOM') as HappyDom).setViewport(size)
}
