import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AssuranceIcon, VariationIcon } from '#renderer/ui/spc-icons.tsx'
import type { Assurance, Variation } from '#shared/statistics/spc-types.ts'
import { ASSURANCE_WORDS, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

const variations = Object.keys(VARIATION_WORDS) as Variation[]
const assurances = Object.keys(ASSURANCE_WORDS) as Assurance[]

/** Outline and letter, without the colour: what is left on grey paper. */
const drawnAs = (icon: Element): string =>
  [icon.querySelector('path')?.getAttribute('d'), icon.textContent].join(' with ')

describe('the icons of a chart', () => {
  it('are named by their sentence and differ without their colour', async () => {
    renderUi(
      <main>
        <h1>Icons</h1>
        {variations.map((variation) => (
          <VariationIcon key={variation} variation={variation} />
        ))}
        {assurances.map((assurance) => (
          <AssuranceIcon key={assurance} assurance={assurance} />
        ))}
      </main>,
    )
    const icons = screen.getAllByRole('img')
    expect(icons).toHaveLength(variations.length + assurances.length)
    expect(new Set(icons.slice(0, variations.length).map(drawnAs)).size).toBe(variations.length)
    expect(new Set(icons.slice(variations.length).map(drawnAs)).size).toBe(assurances.length)
    expect(screen.getByRole('img', { name: VARIATION_WORDS['concerning low'].sentence }).textContent).toBe('L')
    expect(screen.getByRole('img', { name: ASSURANCE_WORDS.misses.sentence }).textContent).toBe('F')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('carry a note in their name', () => {
    renderUi(<VariationIcon variation="common cause" note="Trial limits" />)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      `${VARIATION_WORDS['common cause'].sentence}. Trial limits`,
    )
  })
})
