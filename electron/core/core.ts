import { join } from 'node:path'
import { contract, type Contract } from '#shared/contract/index.ts'
import { listMethods, type MethodTree, type Progress } from '#shared/contract/define.ts'
import { AppError } from '#shared/contract/errors.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Environment, Handlers } from './context.ts'
import { createEventBus } from './events.ts'
import { accessHandlers } from './features/access/handlers.ts'
import { auditHandlers } from './features/audit/handlers.ts'
import { brainstormHandlers } from './features/brainstorm/handlers.ts'
import { bundleHandlers } from './features/bundle/handlers.ts'
import { careHandlers } from './features/care/handlers.ts'
import { checkHandlers } from './features/checks/handlers.ts'
import { contactHandlers } from './features/contacts/handlers.ts'
import { developmentHandlers } from './features/development/handlers.ts'
import { duplicateHandlers } from './features/duplicates/handlers.ts'
import { figureHandlers } from './features/figures/handlers.ts'
import { fhirHandlers } from './features/fhir/handlers.ts'
import { handoutHandlers } from './features/handouts/handlers.ts'
import { historyHandlers } from './features/history/handlers.ts'
import { importHandlers } from './features/imports/handlers.ts'
import { journeyHandlers } from './features/journey/handlers.ts'
import { measuresHandlers } from './features/measures/handlers.ts'
import { papersHandlers } from './features/papers/handlers.ts'
import { toolkitHandlers } from './features/toolkit/handlers.ts'
import { learningHandlers } from './features/learning/handlers.ts'
import { lessonHandlers } from './features/lessons/handlers.ts'
import { networkHandlers } from './features/network/handlers.ts'
import { packHandlers } from './features/packs/handlers.ts'
import { pathwayHandlers } from './features/pathways/handlers.ts'
import { letterHandlers } from './features/letters/handlers.ts'
import { planHandlers } from './features/plan/handlers.ts'
import { planLogHandlers } from './features/plan-logs/handlers.ts'
import { reviewHandlers } from './features/reviews/handlers.ts'
import { reconcileHandlers } from './features/reconcile/handlers.ts'
import { registerHandlers } from './features/register/handlers.ts'
import { reportHandlers } from './features/reports/handlers.ts'
import { backUp, latestBackup, witnessesOf } from './features/safekeeping/backups.ts'
import { safekeepingHandlers } from './features/safekeeping/handlers.ts'
import { settingsHandlers } from './features/settings/handlers.ts'
import { taskHandlers } from './features/tasks/handlers.ts'
import { todayHandlers } from './features/today/handlers.ts'
import { createFileHandles } from './files.ts'
import { type Call, pass } from './gates.ts'
import { type Ids, systemIds } from './ids.ts'
import { fileLog, type Log } from './log.ts'
import { createPrintLeaves } from './print-leaves.ts'
import { Vault } from './vault/vault.ts'

export interface CoreOptions {
  dataFolder: string
  appVersion: string
  clock?: Clock
  ids?: Ids
  log?: Log
  /** Work factor of the key derivation; tests lower it. */
  kdfCost?: number
  /** The built script of the copying thread, where the sources are not run as they are. */
  copyWorker?: URL
}

export interface Core {
  readonly env: Environment
  readonly vault: Vault
  /** Calls a method by its dotted name through the five gates. @throws AppError only. */
  call(name: string, input: unknown, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<unknown>
  /** Milliseconds since the last call was answered; 0 while one is being answered. */
  quietFor(): number
  close(): Promise<void>
}

const isHandler = (node: unknown): node is Call['handler'] => typeof node === 'function'

const handlerAt = (handlers: Handlers<Contract>, name: string): Call['handler'] => {
  const found = name.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], handlers)
  if (!isHandler(found)) throw new Error(`no handler for ${name}`)
  return found
}

/** Everything that works on data, without any window or transport: the app, the command line and the tests all use this. */
export const createCore = (options: CoreOptions): Core => {
  const ids = options.ids ?? systemIds
  const env: Environment = {
    clock: options.clock ?? systemClock,
    ids,
    log: options.log ?? fileLog(join(options.dataFolder, 'logs', 'throughline.log')),
    files: createFileHandles(),
    prints: createPrintLeaves(ids),
    events: createEventBus(),
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    copyWorker: options.copyWorker ?? new URL('features/safekeeping/copy-worker.ts', import.meta.url),
  }
  const vault = new Vault(env, {
    ...(options.kdfCost === undefined ? {} : { kdfCost: options.kdfCost }),
    backUp: (source, reason) => backUp(env, source, reason),
    lastBackup: latestBackup,
  })
  const handlers: Handlers<Contract> = {
    access: accessHandlers(vault),
    audit: auditHandlers(() => witnessesOf(vault.registers.find(vault.openRegister().register))),
    brainstorm: brainstormHandlers,
    bundle: bundleHandlers(vault),
    care: careHandlers,
    checks: checkHandlers,
    contacts: contactHandlers,
    development: developmentHandlers,
    duplicates: duplicateHandlers,
    figures: figureHandlers(),
    fhir: fhirHandlers,
    handouts: handoutHandlers,
    history: historyHandlers,
    imports: importHandlers(),
    journey: journeyHandlers,
    learning: learningHandlers,
    lessons: lessonHandlers,
    papers: papersHandlers,
    toolkit: toolkitHandlers,
    letters: letterHandlers,
    measures: measuresHandlers,
    network: networkHandlers,
    packs: packHandlers,
    pathways: pathwayHandlers,
    plan: planHandlers,
    planLogs: planLogHandlers,
    reviews: reviewHandlers,
    reconcile: reconcileHandlers(),
    register: registerHandlers,
    reports: reportHandlers,
    safekeeping: safekeepingHandlers(vault),
    settings: settingsHandlers,
    tasks: taskHandlers,
    today: todayHandlers,
  }
  const calls = new Map<string, Call>(
    listMethods(contract as MethodTree).map(({ name, method }) => [
      name,
      { name, method, handler: handlerAt(handlers, name) },
    ]),
  )
  let running = 0
  let lastAnswer = env.clock.elapsed()
  return {
    env,
    vault,
    quietFor: () => (running > 0 ? 0 : env.clock.elapsed() - lastAnswer),
    async call(name, input, signal = new AbortController().signal, onProgress = () => undefined) {
      const call = calls.get(name)
      if (call === undefined) throw new AppError('not-found', `There is no method called ${name}.`)
      running += 1
      try {
        return await pass(env, vault, call, input, signal, onProgress)
      } finally {
        running -= 1
        lastAnswer = env.clock.elapsed()
      }
    },
    close: () => vault.close('request'),
  }
}
