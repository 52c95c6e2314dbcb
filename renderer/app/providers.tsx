import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { SingleKeysContext } from '#renderer/ui/single-keys.ts'
import { UiProvider } from '#renderer/ui/ui-provider.tsx'
import { CommandProvider } from './commands.tsx'
import { useColourScheme, usePreferences } from './preferences.ts'
import { printInLight } from './print-theme.ts'
import { AppRouter } from './router.tsx'

type ProvidersProps = {
  readonly queryClient: QueryClient
  /** `test` turns transitions off. */
  readonly env?: 'default' | 'test'
  readonly children: ReactNode
}

/** Tells the shell which theme the window's frame should have. Outside Electron there is no frame of ours. */
const useWindowTheme = (): void => {
  const { colourScheme } = usePreferences()
  useEffect(() => {
    const shell = (window as Partial<Window>).throughline
    shell?.setTitleBarTheme({ scheme: colourScheme })
  }, [colourScheme])
}

/** Everything that every screen needs around it, in the order in which they need each other. */
export const Providers = ({ queryClient, env = 'default', children }: ProvidersProps): ReactNode => {
  const colourScheme = useColourScheme()
  const { singleKeys } = usePreferences()
  useWindowTheme()
  useEffect(() => printInLight(window), [])
  return (
    <QueryClientProvider client={queryClient}>
      <SingleKeysContext value={singleKeys}>
        <UiProvider colourScheme={colourScheme} env={env}>
          <AppRouter>
            <CommandProvider>{children}</CommandProvider>
          </AppRouter>
        </UiProvider>
      </SingleKeysContext>
    </QueryClientProvider>
  )
}
