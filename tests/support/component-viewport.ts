interface Viewport {
  readonly width: number
  readonly height: number
}

type LaidOut = { readonly happyDOM: { setViewport(size: Viewport): void } }

/** Makes the window of a component test so many pixels large, which media queries then see. */
export const setViewport = (size: Viewport): void => {
  ;(window as unknown as LaidOut).happyDOM.setViewport(size)
}
