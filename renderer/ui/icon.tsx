import type { ComponentType, ReactNode } from 'react'

type IconGlyph = ComponentType<{
  readonly size?: string | number
  readonly stroke?: string | number
  readonly 'aria-hidden'?: boolean
}>

type IconProps = {
  /** A Tabler outline icon. */
  readonly of: IconGlyph
  /** Side in px at 100 % text size; scales with the text. */
  readonly size?: number
}

/** One weight and size for every icon. Always decoration: the word beside it, or the button's label, carries meaning. */
export const Icon = ({ of: Glyph, size = 18 }: IconProps): ReactNode => (
  <Glyph size={`${size / 16}rem`} stroke={1.75} aria-hidden />
)

export type { IconGlyph }
