import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePlanCommands } from '#renderer/features/plan/public.ts'
import { askForRegister } from '#renderer/features/register/public.ts'
import { askForToday } from '#renderer/features/today/public.ts'
import { useToolkitCommands } from '#renderer/features/toolkit/public.ts'
import type { AccessState } from '#shared/features/access/schema.ts'
import { core } from './core-client.ts'
import { backupWords } from './backup-words.ts'
import { Pages } from './pages.tsx'
import { findPeople } from './find-people.ts'
import type { BackupState } from './rail.tsx'
import { useLateCounts } from './late-counts.ts'
import { Shell } from './shell.tsx'

const backupState = ({ lastBackup }: AccessState): BackupState => {
  if (lastBackup === null) return { kind: 'at-risk', title: 'No backup yet', detail: 'One will be made today' }
  const { kind, words } = backupWords(lastBackup)
  const counted = `Opened, ${lastBackup.people} people counted`
  return { kind, title: words, detail: kind === 'on-track' ? counted : 'A new one will be made today' }
}

type SignedInProps = { readonly state: AccessState & { readonly user: NonNullable<AccessState['user']> } }

/** Asks for what the page at this address will show, while the frame is still being drawn. */
export const askAhead = (queryClient: QueryClient): void => {
  if (location.pathname === '/today') askForToday(queryClient)
  if (location.pathname === '/register' && location.search === '') askForRegister(queryClient)
}

/** The views and actions of the plan, and what is in the toolkit, for the finder. */
const FinderCommands = (): ReactNode => {
  usePlanCommands()
  useToolkitCommands()
  return null
}

/** Frame and pages of an unlocked register: the large part of the code, loaded after the lock has been painted. */
export const SignedIn = ({ state }: SignedInProps): ReactNode => (
  <Shell
    user={{ name: state.user.name, role: state.user.jobTitle }}
    demo={state.madeUp}
    backup={backupState(state)}
    lateCounts={useLateCounts()}
    findPeople={findPeople}
    onLock={() => void core.access.lock({})}
  >
    <FinderCommands />
    <Pages />
  </Shell>
)
