import { resolve } from 'node:path'
import { contract } from '#shared/contract/index.ts'
import { listMethods, type MethodTree } from '#shared/contract/define.ts'
import type { FileAccess } from '#core/files.ts'
import type { Core } from '#core/core.ts'
import { UsageError } from '../exit-codes.ts'
import { type Run, withRegister } from '../register-file.ts'
import { progressTo, readAll } from '../terminal.ts'

const ACCESSES = ['read', 'write', 'folder'] as const satisfies readonly FileAccess[]

const grantFiles = ({ given }: Run, core: Core): void => {
  for (const access of ACCESSES) {
    for (const pair of given.texts(access)) {
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageError(`--${access} takes NAME=PATH, where NAME is the handle that the input uses.`)
      core.env.files.grant(pair.slice(0, at), resolve(pair.slice(at + 1)), access)
    }
  }
}

const readInput = async ({ given, terminal }: Run): Promise<unknown> => {
  const text = given.words[2] ?? '{}'
  try {
    return JSON.parse(text === '-' ? await readAll(terminal) : text) as unknown
  } catch {
    throw new UsageError(
      'The input is not JSON. Write it in single quotes, such as \'{"limit": 10}\', or give - and send it on stdin.',
    )
  }
}

/** Calls one method by its dotted name and hands back its result as it is. */
export const call = async (run: Run): Promise<unknown> => {
  const name = run.given.words[1]
  if (name === undefined || run.given.words.length > 3)
    throw new UsageError("Name one method and its input: call METHOD '{json}' --db FILE. “methods” lists them.")
  const found = listMethods(contract as MethodTree).find((entry) => entry.name === name)
  if (found === undefined) throw new UsageError('There is no method of that name. “methods” lists them.')
  if (found.method.kind === 'open') {
    throw new UsageError(
      'This method sets up, opens or replaces registers of the app, which the command line never touches. Use “demo”, or the app.',
    )
  }
  const input = await readInput(run)
  return withRegister(run, async (_client, core) => {
    grantFiles(run, core)
    const show = run.given.flag('json') ? () => undefined : progressTo(run.terminal)
    return core.call(name, input, run.signal, show)
  })
}
