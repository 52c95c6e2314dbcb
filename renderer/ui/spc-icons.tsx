import type { ReactNode } from 'react'
import type { Assurance, Variation } from '#shared/statistics/spc-types.ts'
import { ASSURANCE_WORDS, type SpcWords, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'

/** An outline, its colour, and whether it is filled: told apart in grey by the outline and the letter alone. */
type Look = { readonly path: string; readonly colour: string; readonly filled: boolean; readonly dashed?: boolean }

const outlines = {
  diamond: 'M16 1.8 30.2 16 16 30.2 1.8 16Z',
  square: 'M4 4h24v24H4Z',
  upwards: 'M16 2 29 12v17H3V12Z',
  downwards: 'M3 3h26v17L16 30 3 20Z',
  hexagon: 'M9 3.5h14L30.5 16 23 28.5H9L1.5 16Z',
  circle: 'M16 2.5a13.5 13.5 0 1 1 0 27 13.5 13.5 0 0 1 0-27Z',
} as const

const better = { path: outlines.diamond, colour: 'var(--spc-better)', filled: true }
const worse = { path: outlines.square, colour: 'var(--spc-worse)', filled: true }
const neither = { path: outlines.hexagon, colour: 'var(--spc-target)', filled: true }
const usual = { path: outlines.circle, colour: 'var(--spc-usual)', filled: false }
const unknown = { ...usual, dashed: true }

const variationLooks: Record<Variation, Look> = {
  'improving high': better,
  'improving low': better,
  'concerning high': worse,
  'concerning low': worse,
  'neither high': neither,
  'neither low': neither,
  'common cause': usual,
  'not enough': unknown,
}

const assuranceLooks: Record<Assurance, Look> = {
  hits: { ...better, path: outlines.upwards },
  misses: { ...worse, path: outlines.downwards },
  'hit or miss': { ...usual, path: outlines.hexagon },
  'no target': unknown,
  'not enough': unknown,
}

type IconProps = {
  /** Words after the icon's own: that the limits are on trial. */
  readonly note?: string | undefined
  /** In px at the usual text size. */
  readonly size?: number
}

type DrawingProps = IconProps & { readonly look: Look; readonly words: SpcWords }

const Drawing = ({ look, words, note, size = 32 }: DrawingProps): ReactNode => {
  const { path, colour, filled, dashed = false } = look
  const { letter, sentence } = words
  return (
    <svg
      role="img"
      aria-label={note === undefined ? sentence : `${sentence}. ${note}`}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 32 32"
      data-mark
      style={{ flex: 'none', display: 'block' }}
    >
      <path
        d={path}
        fill={filled ? colour : 'none'}
        stroke={colour}
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeDasharray={dashed ? '4 3' : undefined}
      />
      <text
        x="16"
        y="21.4"
        textAnchor="middle"
        fontFamily="var(--font)"
        fontSize="15"
        fontWeight="700"
        fill={filled ? 'var(--surface)' : 'var(--text)'}
      >
        {letter}
      </text>
    </svg>
  )
}

/** Which way a measure is going. Diamond: improving; square: concerning; hexagon: changed; circle: no change seen. */
export const VariationIcon = ({ variation, ...rest }: IconProps & { readonly variation: Variation }): ReactNode => (
  <Drawing look={variationLooks[variation]} words={VARIATION_WORDS[variation]} {...rest} />
)

/** Whether its target is reached. Roof up: hits it; point down: misses it; hexagon: hit or miss. */
export const AssuranceIcon = ({ assurance, ...rest }: IconProps & { readonly assurance: Assurance }): ReactNode => (
  <Drawing look={assuranceLooks[assurance]} words={ASSURANCE_WORDS[assurance]} {...rest} />
)
