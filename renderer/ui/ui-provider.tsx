import './tokens.css'
import './kit.css'
import './base.css'

import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { LiveRegion } from './live-region.tsx'
import { styleNonce } from './nonce.ts'
import { cssVariablesResolver, theme } from './theme.ts'

type UiProviderProps = {
  /** The scheme in force, with "as the system" already worked out. */
  readonly colourScheme?: 'light' | 'dark'
  /** `test` turns transitions off, so that component tests need not wait for them. */
  readonly env?: 'default' | 'test'
  readonly children: ReactNode
}

/** Everything a component of ours needs around it: theme, tokens, style nonce and the live region. */
export const UiProvider = ({ colourScheme = 'light', env = 'default', children }: UiProviderProps): ReactNode => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    forceColorScheme={colourScheme}
    getStyleNonce={() => styleNonce}
    env={env}
  >
    {children}
    <LiveRegion />
  </MantineProvider>
)
