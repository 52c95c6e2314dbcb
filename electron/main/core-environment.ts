import { CORE_ENVIRONMENT } from '#shared/contract/shell-messages.ts'

interface CoreFacts {
  readonly dataFolder: string
  readonly appVersion: string
  readonly packaged: boolean
}

// These make a Node process do something else than run the core, or would hand it a secret it does not ask for.
const NEVER_PASSED = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'ELECTRON_RUN_AS_NODE', 'THROUGHLINE_PASSPHRASE']

/** The environment of the core. A packaged app passes none of the switches that development and tests use. */
export const coreEnvironment = (
  inherited: Readonly<Record<string, string | undefined>>,
  { dataFolder, appVersion, packaged }: CoreFacts,
): Record<string, string> => {
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !NEVER_PASSED.includes(entry[0]) && !(packaged && entry[0].startsWith('THROUGHLINE_')),
  )
  return {
    ...Object.fromEntries(kept),
    [CORE_ENVIRONMENT.dataFolder]: dataFolder,
    [CORE_ENVIRONMENT.appVersion]: appVersion,
  }
}
