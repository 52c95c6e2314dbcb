import './no-eval.ts'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { prefetchCoreQuery } from './core-query.ts'
import { applyPreferences } from './preferences.ts'
import { Providers } from './providers.tsx'
import { createQueryClient } from './query-client.ts'

applyPreferences()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root element')

const queryClient = createQueryClient()
// Which screen stands in front is asked first, so that the first thing painted is that screen and not an empty window.
await prefetchCoreQuery(queryClient, 'access', 'state', {})

createRoot(root).render(
  <StrictMode>
    <Providers queryClient={queryClient}>
      <App />
    </Providers>
  </StrictMode>,
)
