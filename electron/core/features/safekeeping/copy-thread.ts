import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/contract/errors.ts'
import type { Environment } from '../../context.ts'
import { lockedNow } from '../../db/database.ts'
import type { DataKey } from '../../db/sqlite/connection.ts'
import { answerCopyRequest, type CopyAnswer, type CopyRequest } from './copy-request.ts'
import { type Contents, removeDatabase } from './copying.ts'

/** Ends when the thread has ended, so that nothing holds its files or the key any more. */
const askThread = async (
  script: URL,
  request: CopyRequest,
  key: SharedArrayBuffer,
  signal: AbortSignal | null,
): Promise<CopyAnswer> => {
  const thread = new Worker(script, { workerData: { request, key } })
  const stop = (): void => void thread.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      let answer: CopyAnswer | null = null
      let failure = new Error('the copying thread ended without an answer')
      thread.once('message', (message: CopyAnswer) => (answer = message))
      thread.once('error', (cause: Error) => (failure = cause))
      thread.once('exit', () => (answer === null ? reject(failure) : resolve(answer)))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

const answerHere = (request: CopyRequest, key: DataKey): CopyAnswer => {
  if (request.kind === 'copy') removeDatabase(request.target)
  return answerCopyRequest(request, key)
}

/**
 * Copies or checks a database in a thread of its own, so that the core goes on answering. Where no thread can be had, it
 * is done here: a backup that holds everybody up for seconds is better than none.
 * @throws AppError `io` or `conflict` as the work says; `locked` when the signal ended it.
 */
export const inCopyThread = async (
  env: Environment,
  request: CopyRequest,
  key: DataKey,
  signal: AbortSignal | null,
): Promise<Contents> => {
  if (signal?.aborted === true) throw lockedNow()
  const shared = new SharedArrayBuffer(key.length)
  const copyOfKey = Buffer.from(shared)
  key.copy(copyOfKey)
  try {
    const answer = await askThread(env.copyWorker, request, shared, signal).catch((cause: unknown) => {
      if (signal?.aborted === true) throw lockedNow()
      env.log.write({
        at: env.clock.now(),
        event: 'copying without a thread',
        cause: cause instanceof Error ? cause.message : 'unknown',
      })
      return answerHere(request, copyOfKey)
    })
    if ('refused' in answer) throw new AppError(answer.refused.code, answer.refused.message)
    return answer.contents
  } finally {
    copyOfKey.fill(0)
  }
}
