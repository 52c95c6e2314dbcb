import { render, type RenderResult } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { ToastRegion } from '#renderer/ui/toasts.tsx'
import { UiProvider } from '#renderer/ui/ui-provider.tsx'

/** Draws a component with everything that it needs around it, without transitions. */
export const renderUi = (node: ReactNode): RenderResult =>
  render(node, {
    wrapper: ({ children }) => (
      <UiProvider env="test">
        {children}
        <ToastRegion />
      </UiProvider>
    ),
  })

/**
 * Faults against WCAG 2.2 A and AA and best practice, by axe, on the page as it stands. Colours are looked at in the
 * real window: nothing is painted here.
 * @param part a dialog, whose page behind it is out of reach.
 */
export const accessibilityFaults = async (part: Element = document.body): Promise<readonly string[]> => {
  const { violations } = await axe.run(part, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
